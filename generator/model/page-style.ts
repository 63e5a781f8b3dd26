/** The styles of pages, by the names of their query parameters. */
import type { PageStyle } from './types.js'

/** What a parameter of pages says. */
export type PageRole = 'number' | 'size' | 'offset' | 'limit' | 'after' | 'before' | 'cursor'
/** What may be known of the names, by what they say. */
export type KnownNames = { readonly [R in PageRole]?: string | undefined }

/** The style that has the name it needs, of several the one that reaches any page; undefined where none has. */
export function pageStyle({ number, size, offset, limit, ...cursors }: KnownNames): PageStyle | undefined {
  const sized = size === undefined ? {} : { size }
  if (number !== undefined) return { style: 'number', names: { number, ...sized } }
  if (offset !== undefined) return { style: 'offset', names: { offset, ...(limit === undefined ? {} : { limit }) } }
  const names = cursorNames(cursors)
  if (names) return { style: 'cursor', names: { ...names, ...sized } }
  return size === undefined ? undefined : { style: 'links', names: { size } }
}

/** Two cursors, one for each direction, or one of them; else one for whatever direction it was given for. */
function cursorNames({ after, before, cursor }: Pick<KnownNames, 'after' | 'before' | 'cursor'>) {
  if (after !== undefined || before !== undefined) {
    return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }
  }
  return cursor === undefined ? undefined : { cursor }
}
