import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * Builds the site of a reference as its reader would, outside the tree, for VitePress writes beside the pages too.
 *
 * @param docs the folder of the reference.
 * @returns the folder of the built site, which is gone when the process ends.
 * @throws Error with what VitePress printed, where it fails: a link to a page that is not there is enough.
 */
export async function build(docs: string): Promise<string> {
  const folder = temporary()
  cpSync(docs, path.join(folder, 'docs'), { recursive: true })
  symlinkSync(modules, path.join(folder, 'node_modules'), 'junction')
  const vitepress = path.join(modules, 'vitepress/bin/vitepress.js')
  const options = { cwd: folder, maxBuffer: 100_000_000 }
  await promisify(execFile)(process.execPath, [vitepress, 'build', 'docs', '--outDir', 'site'], options)
  return path.join(folder, 'site')
}

/** A folder that is gone when the process ends. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-resources-site-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
