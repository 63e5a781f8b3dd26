/** The platforms that the SDK is for, besides Node: each runs the program and gives what it told. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { executable, launch, PATIENCE } from '../site/chromium.js'

export interface Platform {
  readonly name: string
  /** What it needs on the path. */
  readonly program: string
  readonly isThere: boolean
  /** @param url of the service, for this platform. @returns what the program told, as JSON. */
  readonly run: (url: string) => Promise<string>
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const isOnPath = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/** What a program prints. */
async function printed(program: string, ...args: string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: PATIENCE })
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) output += chunk
  return output
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [here(entry)], bundle: true, format: 'esm', target: 'es2022', platform: 'browser', write: false },
  })
  return outputFiles[0]?.text ?? ''
}

async function inBrowser(url: string): Promise<string> {
  const browser = await launch()
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(PATIENCE)
    await page.goto(new URL('/', url).href)
    await page.addScriptTag({ type: 'module', content: await bundled('browser.ts') })
    await page.waitForFunction('globalThis.run')
    return JSON.stringify(await page.evaluate(`run(${JSON.stringify(url)})`))
  } finally {
    await browser.close()
  }
}

/** A worker that may reach addresses on this machine. https://github.com/cloudflare/workerd */
const CONFIG = (port: number): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01")),
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`

async function inWorker(url: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'worker-'))
  const port = await freePort()
  await writeFile(path.join(folder, 'worker.js'), await bundled('worker.ts'))
  await writeFile(path.join(folder, 'config.capnp'), CONFIG(port))
  const child = spawn('workerd', ['serve', path.join(folder, 'config.capnp')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    return await asked(`http://127.0.0.1:${port}/?service=${encodeURIComponent(url)}`, child)
  } finally {
    child.kill()
    await rm(folder, { recursive: true })
  }
}

/** What a service that is about to listen answers. */
async function asked(url: string, service: ChildProcess): Promise<string> {
  for (let left = 100; service.exitCode === null; left -= 1) {
    const response = await fetch(url).catch((error: unknown) => error)
    if (response instanceof Response) return response.text()
    if (left === 0) throw response
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the worker has ended')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A platform that is a program on the path. */
const command = (name: string, program: string, run: Platform['run']): Platform => ({
  ...{ name, program, run },
  isThere: isOnPath(program),
})

const DENO = ['run', '--allow-net', '--unstable-sloppy-imports', '--no-check']

export const platforms: readonly Platform[] = [
  { name: 'Chromium', program: 'chromium', isThere: executable !== undefined, run: inBrowser },
  command('Bun', 'bun', (url) => printed('bun', 'run', here('main.ts'), url)),
  command('Deno', 'deno', (url) => printed('deno', ...DENO, here('main.ts'), url)),
  command('workerd', 'workerd', inWorker),
]
