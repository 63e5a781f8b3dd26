/** The text of a file or of what a URL answers. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ErrorCode } from '../problems.js'
import { isUrl } from './address.js'
import type { Failure } from './source.js'
import { suggest } from './suggest.js'

/** Milliseconds until an answer must be there. */
const TIMEOUT = 30_000

const MAX_REDIRECTS = 10

export interface Text {
  readonly text: string
  /** The SHA-256 of its bytes. */
  readonly digest: string
  /** By its name or media type: then what is wrong is told in JSON's terms. */
  readonly json: boolean
}

/** The headers of the user's own that a request to `address` carries. */
export type HeadersFor = (address: string) => Readonly<Record<string, string>>

/** Reads the file or URL at `address`, which is called `name` in messages. */
export function readText(address: string, name: string, headersFor: HeadersFor): Promise<Text | Failure> {
  return isUrl(address) ? fetchText(address, name, headersFor) : fileText(address, name)
}

async function fileText(address: string, name: string): Promise<Text | Failure> {
  try {
    return textOf(await readFile(address), /\.json$/i.test(address))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return failure('missing-file', `There is no file ${name}.`, await missingAdvice(address, name))
    }
    if (code === 'EISDIR') return failure('not-a-file', `${name} is a directory.`, 'Name a JSON or YAML file in it.')
    return failure('unreadable-file', `${name} cannot be read (${code}).`, 'Check the permissions of the file.')
  }
}

const textOf = (bytes: Uint8Array, json: boolean): Text => ({
  text: decode(bytes),
  digest: createHash('sha256').update(bytes).digest('hex'),
  json,
})

async function missingAdvice(address: string, name: string): Promise<string> {
  const folder = path.posix.dirname(name)
  try {
    const near = suggest(path.basename(address), (await readdir(path.dirname(address))).sort())
    if (near !== undefined) return `Did you mean ${path.posix.join(folder, near)}?`
    return `Check the path; looked in ${folder === '.' ? 'the current directory' : folder}.`
  } catch {
    return `Check the path; there is no directory ${folder} either.`
  }
}

async function fetchText(address: string, name: string, headersFor: HeadersFor): Promise<Text | Failure> {
  try {
    const response = await fetchThrough(address, headersFor)
    if (!response.ok) {
      const answer = `${response.status} ${response.statusText}`.trim()
      const advice = [401, 403].includes(response.status)
        ? "Send what it asks for, with --header 'Authorization: Bearer …', or download the document first."
        : 'Open the address in a browser; a document behind a login needs --header, or has to be downloaded first.'
      return failure('http-error', `${name} answered ${answer}.`, advice)
    }
    const json =
      /\bjson\b/i.test(response.headers.get('content-type') ?? '') || /\.json$/i.test(new URL(address).pathname)
    return textOf(new Uint8Array(await response.arrayBuffer()), json)
  } catch (error) {
    return failure('unreachable', `${name} cannot be reached: ${reason(error)}.`, 'Check the address and the network.')
  }
}

/** Follows redirects one by one: of the user's headers, `fetch` itself would keep all but the authorization from others. */
async function fetchThrough(address: string, headersFor: HeadersFor): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT)
  let at = address
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const url = new URL(at)
    const headers = { accept: 'application/json, application/yaml, */*;q=0.5', ...basic(url), ...headersFor(at) }
    const response = await fetch(url, { headers, signal, redirect: 'manual' })
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null
    if (location === null) return response
    at = new URL(location, at).href
  }
  throw new Error(`more than ${MAX_REDIRECTS} redirects`)
}

/** What `https://name:password@host` means, taken out of the URL, which `fetch` refuses with it. */
function basic(url: URL): Record<string, string> {
  const { username, password } = url
  if (username === '' && password === '') return {}
  Object.assign(url, { username: '', password: '' })
  const credentials = [username, password].map(decodeURIComponent).join(':')
  return { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT / 1000} seconds`
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause && !cause.message ? String(cause.code) : cause.message
  return error.message
}

/** UTF-8, or UTF-16 where the file says so. Without the byte order mark. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = new Uint8Array(bytes)
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

const failure = (code: ErrorCode, message: string, advice: string): Failure => ({ failed: { code, message, advice } })
