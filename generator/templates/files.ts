import type { Problem } from '../problems.js'
import { folderAt, isFolder, walk } from '../walk.js'
import type { OwnFile } from './own-file.js'
import { unknownTemplate } from './problems.js'

/** All files beneath a folder, relative to `cwd`, but hidden ones, by name, and what is there and is no file. */
export async function filesOf(
  named: string,
  cwd: string,
): Promise<{ files: Map<string, OwnFile>; problems: Problem[] }> {
  const folder = folderAt(cwd, named)
  const { shown } = folder
  if (!(await isFolder(folder.path))) {
    const missing: Problem = {
      severity: 'error',
      code: 'missing-file',
      message: `There is no folder ${shown}.`,
      advice: 'Make it, or correct --templates, or templates in the configuration.',
      places: [{ file: shown }],
    }
    return { files: new Map(), problems: [missing] }
  }
  const { files, others } = await walk(folder, { followsLinks: false })
  return {
    files: new Map(files.map((file) => [file.name, file])),
    problems: others.map(({ name, file }) =>
      unknownTemplate(
        { file },
        `${name} is a link, or no file at all.`,
        'Put the file itself into the folder: nothing outside of it is read.',
      ),
    ),
  }
}
