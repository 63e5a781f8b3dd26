/** A folder of files on loopback, by the addresses that VitePress's `cleanUrls` gives the pages. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A site that is being served. */
export interface Served {
  /** Without a slash at its end. */
  readonly origin: string
  readonly close: () => void
}

/** Serves the folder on a free port. */
export async function serve(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const found = fileOf(folder, new URL(request.url ?? '/', 'http://localhost').pathname)
    if (found) send(response, 200, found)
    else send(response, 404, path.join(folder, '404.html'))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close().closeAllConnections() }
}

/** The file that an address stands for; undefined where there is none. */
export function fileOf(folder: string, pathname: string): string | undefined {
  const base = path.join(folder, path.posix.normalize(decodeURIComponent(pathname)))
  const candidates = pathname.endsWith('/') ? [path.join(base, 'index.html')] : [base, `${base}.html`]
  return candidates.find((file) => existsSync(file) && statSync(file).isFile())
}

function send(response: ServerResponse, status: number, file: string): void {
  response.writeHead(status, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}
