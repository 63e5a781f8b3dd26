import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify, stripVTControlCharacters } from 'node:util'
import type { Served } from './serve.js'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

const vitepress = path.join(modules, 'vitepress/bin/vitepress.js')

/**
 * Builds the site of a reference as its reader would.
 *
 * @param docs the folder of the reference.
 * @returns the folder of the built site, which is gone when the process ends.
 * @throws Error with what VitePress printed, where it fails: a link to a page that is not there is enough.
 */
export async function build(docs: string): Promise<string> {
  const folder = copied(docs)
  const options = { cwd: folder, maxBuffer: 100_000_000 }
  await promisify(execFile)(process.execPath, [vitepress, 'build', 'docs', '--outDir', 'site'], options)
  return path.join(folder, 'site')
}

/**
 * Serves the site of a reference without building it, as who writes guides for it would.
 *
 * @throws Error with what VitePress printed, where it ends instead.
 */
export async function develop(docs: string): Promise<Served> {
  const server = spawn(process.execPath, [vitepress, 'dev', 'docs', '--port', '0'], { cwd: copied(docs) })
  let printed = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer): void => {
      printed += stripVTControlCharacters(String(text))
      const [found] = /http:\/\/localhost:\d+(?=\/)/.exec(printed) ?? []
      if (found) resolve(found)
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('exit', () => reject(new Error(printed)))
  })
  return { origin, close: () => server.kill() }
}

/** A copy of a reference outside the tree, for VitePress writes beside the pages too. */
function copied(docs: string): string {
  const folder = temporary()
  cpSync(docs, path.join(folder, 'docs'), { recursive: true })
  symlinkSync(modules, path.join(folder, 'node_modules'), 'junction')
  return folder
}

/** A folder that is gone when the process ends. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-resources-site-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
