import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '../problems.js'
import type { OwnFile } from './own-file.js'
import { unknownTemplate } from './problems.js'

/** All files beneath a folder but hidden ones, by name, and what is there and is no file. */
export async function filesOf(
  folder: string,
  cwd: string,
): Promise<{ files: Map<string, OwnFile>; problems: Problem[] }> {
  const shown = (file: string): string => path.relative(cwd, file).split(path.sep).join('/') || '.'
  const files = new Map<string, OwnFile>()
  const problems: Problem[] = []
  const visit = async (at: string): Promise<void> => {
    const entries = await readdir(path.join(folder, at), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const name = at === '' ? entry.name : `${at}/${entry.name}`
      const file = path.join(folder, name)
      if (entry.isDirectory()) await visit(name)
      else if (entry.isFile()) files.set(name, { name, file: shown(file), bytes: await readFile(file) })
      else problems.push(unknownTemplate({ file: shown(file) }, `${name} is a link, or no file at all.`, COPY))
    }
  }
  try {
    await visit('')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')))
      throw error
    problems.push({
      severity: 'error',
      code: 'missing-file',
      message: `There is no folder ${shown(folder)}.`,
      advice: 'Make it, or correct --templates, or templates in the configuration.',
      places: [{ file: shown(folder) }],
    })
  }
  return { files, problems }
}

const COPY = 'Put the file itself into the folder: nothing outside of it is read.'
