/** How lists come in pages: what `x-jsonapi` at the root says, else what the operations declare. */
import { join } from '../document/pointer.js'
import { type Context, fail } from './context.js'
import type { Endpoint } from './endpoints.js'
import type { Stated } from './extension.js'
import { rootGrammar } from './grammar.js'
import type { PageStatement } from './page-grammar.js'
import { declaredSizes, declaredStyle, type PagePart, pageParts } from './page-parameters.js'
import { declaredPlaces } from './page-places.js'
import type { PageDialect, PagePlace } from './types.js'

/** The dialect of pages; null where nothing tells the names of its query parameters. */
export function pageDialect(context: Context, endpoints: readonly Endpoint[]): PageDialect | null {
  const stated = context.extensions.read(rootGrammar, [{ object: context.document.root, pointer: '' }])('page')
  const parameters = endpoints.map((endpoint) => pageParts(context, endpoint))
  const style = namedStyle(stated, parameters)
  if (stated) checkStatement(context, stated, style)
  if (!style) return null
  const { limit, size = limit }: { readonly limit?: string; readonly size?: string } = style.names
  const sizes = declaredSizes(parameters.flat(), size)
  const { defaultSize = sizes.defaultSize, maxSize = sizes.maxSize } = stated?.value ?? {}
  const declared = declaredPlaces(context, endpoints)
  const total = statedPlace(stated, 'total') ?? declared.total
  const count = statedPlace(stated, 'count') ?? declared.count
  const next = statedPlace(stated, 'next')
  return {
    ...style,
    ...(defaultSize === undefined ? {} : { defaultSize }),
    ...(maxSize === undefined ? {} : { maxSize }),
    ...(total ? { total } : {}),
    ...(count ? { count } : {}),
    ...(next ? { next } : {}),
  }
}

type Said = Stated<PageStatement> | undefined

const namedStyle = (stated: Said, parameters: readonly (readonly PagePart[])[]) =>
  stated?.value.style ? { ...stated.value.style, source: stated.source } : declaredStyle(parameters)

function statedPlace(stated: Said, key: 'total' | 'count' | 'next'): PagePlace | undefined {
  const at = stated?.value[key]
  if (stated === undefined || at === undefined) return undefined
  const { by, pointer } = stated.source
  return { at, source: { by, pointer: by === 'config' ? pointer : join(pointer, key) } }
}

/** What is said of pages must have pages to be said of. */
function checkStatement(
  context: Context,
  { value: { next }, source: { pointer }, fact }: Stated<PageStatement>,
  style: Pick<PageDialect, 'style'> | undefined,
): void {
  if (!style) {
    fail(context, {
      code: 'page-without-names',
      message: 'x-jsonapi.page names no query parameters, and no operation declares those of pages.',
      advice: 'Name them: number and size, offset and limit, or after, before and size.',
      at: [pointer],
      ...(fact && { fact }),
    })
  } else if (next !== undefined && style.style !== 'cursor') {
    fail(context, {
      code: 'page-without-cursor',
      message: `x-jsonapi.page.next says where a cursor is, and the pages are told by ${style.style}.`,
      advice: 'Leave it out, or name the query parameters: after, before and size.',
      at: [pointer],
      ...(fact && { fact: [...fact, 'next'] as const }),
    })
  }
}
