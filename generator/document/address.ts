/** Addresses of files: absolute paths and http(s) URLs; from one to another; as they are shown to a person. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What only begins like one is the name of a file, which there is not. */
export const isUrl = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

/** https://www.rfc-editor.org/rfc/rfc6454 */
export const sameOrigin = (one: string, other: string): boolean =>
  isUrl(one) && isUrl(other) && new URL(one).origin === new URL(other).origin

/** The address of what the user named. */
export function addressOf(source: string, cwd: string): string {
  if (isUrl(source)) return new URL(source).href.replace(/#.*$/, '')
  return source.startsWith('file://') ? fileURLToPath(source) : path.resolve(cwd, source)
}

/**
 * The address that a `$ref` without its fragment leads to, from the file at `base`. RFC 3986, section 5. Undefined for
 * what cannot be read: another scheme, or a file of this machine named by a document from the web.
 */
export function referredAddress(base: string, reference: string): string | undefined {
  if (isUrl(base) || isUrl(reference)) {
    if (!URL.canParse(reference, isUrl(base) ? base : undefined)) return undefined
    const { href } = new URL(reference, isUrl(base) ? base : undefined)
    return isUrl(href) ? href : undefined
  }
  if (/^file:/i.test(reference)) return URL.canParse(reference) ? fileURLToPath(reference) : undefined
  if (/^[a-z][a-z\d+.-]+:/i.test(reference)) return undefined
  return path.resolve(path.dirname(base), decoded(reference))
}

/**
 * Relative to `cwd` where it is inside, or where the user named the document by a relative path; else as it is, without
 * the password that a URL may hold.
 */
export function shownName(address: string, source: string, cwd: string): string {
  if (isUrl(address)) return address.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')
  const relative = path.relative(cwd, address)
  const outside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  return (outside && (isUrl(source) || path.isAbsolute(source)) ? address : relative || '.').split(path.sep).join('/')
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}
