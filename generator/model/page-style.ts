/** The styles of pages, by the names of their query parameters. */
import type { PageStyle } from './types.js'

type Role = 'number' | 'size' | 'offset' | 'limit' | 'after' | 'before' | 'cursor'
/** What may be known of the names, by what they say. */
export type KnownNames = { readonly [R in Role]?: string | undefined }

/** The style that has all the names it needs; undefined where none has. */
export function pageStyle({ number, size, offset, limit, ...cursors }: KnownNames): PageStyle | undefined {
  if (number !== undefined && size !== undefined) return { style: 'number', names: { number, size } }
  if (offset !== undefined && limit !== undefined) return { style: 'offset', names: { offset, limit } }
  const names = cursorNames(cursors)
  return names && { style: 'cursor', names: { ...names, ...(size === undefined ? {} : { size }) } }
}

/** Two cursors, one for each direction, or one of them; else one for whatever direction it was given for. */
function cursorNames({ after, before, cursor }: Pick<KnownNames, 'after' | 'before' | 'cursor'>) {
  if (after !== undefined || before !== undefined) {
    return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }
  }
  return cursor === undefined ? undefined : { cursor }
}
