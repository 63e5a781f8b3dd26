/** Answers as a service of this API gives them, for the routes of `fakeService`. */
import { description } from '../api.js'
import { isObject, relationshipsOf } from './description.js'
import type { ErrorObject, Links, Meta, TopLevel } from './document.js'
import { inputDocument } from './input.js'
import { isList } from './link.js'
import type { Pages, Path } from './pages.js'
import type { Entity, Identifier, Many, Relationship, Target, Type } from './resource.js'
import type { HeadersInput } from './transport.js'

/**
 * A resource as a test gives it: any of its fields, side by side. What it is related to is an id, an identifier, or a
 * resource with fields of its own, which is then included.
 */
export type Fixture<T extends Type = Type> = { [K in T]: Identifier<K> & FixtureFields<K> }[T]

type FixtureFields<T extends Type> = {
  readonly [N in Exclude<keyof Entity<T>, 'type' | 'id'>]?: N extends Relationship<T>
    ? N extends Many<T>
      ? readonly Related<T, N>[]
      : Related<T, N> | null
    : Entity<T>[N]
}
type Related<T extends Type, N> = string | Fixture<Target<T, N>>

/** A JSON:API error; `field` stands for the pointer to that field of the input. */
export interface ErrorFixture extends ErrorObject {
  readonly field?: string
}

/** What an answer has beside its data. */
export interface AnswerParts {
  readonly status?: number
  readonly headers?: HeadersInput
  /** Of the document. */
  readonly meta?: Meta
  /** Of the document. */
  readonly links?: Links
}

/**
 * An answer with a resource, with a list of resources, or with null for none; without an argument an empty one, with the
 * status 204. https://jsonapi.org/format/1.1/#document-top-level
 */
export function answer(data?: Fixture | readonly Fixture[] | null, parts: AnswerParts = {}): Response {
  const { status, headers, meta, links } = parts
  if (data === undefined && !meta && !links) return new Response(null, { status: 204, ...parts })
  return response({ ...compound(data), meta, links }, status, headers)
}

/** An answer with errors, at least one. https://jsonapi.org/format/1.1/#errors */
export function answerErrors(
  status: number,
  errors: readonly ErrorFixture[] = [{}],
  { headers, meta, links }: Omit<AnswerParts, 'status'> = {},
): Response {
  const written = errors.map(({ field, ...error }) => ({
    status: `${status}`,
    ...(field !== undefined && {
      source: { pointer: `/data/attributes/${field.replaceAll('~', '~0').replaceAll('/', '~1')}` },
    }),
    ...error,
  }))
  return response({ errors: written, meta, links }, status, headers)
}

/**
 * Answers with the page that a request asks for, as the API has it, and links to those beside it.
 *
 * @param size how many rows a page holds where the request does not say; 10 by default.
 */
export function answerPages(
  rows: readonly Fixture[],
  { size = 10, status, headers, meta, links }: AnswerParts & { readonly size?: number } = {},
): (asked: { readonly url: URL }) => Response {
  return ({ url }) => {
    const { from, to, ...page } = pageAt(url, rows.length, size, description.pages)
    const told = placed(rows.length, description.pages?.total)
    const document = { ...compound(rows.slice(from, to)), ...told, links: { ...page.links, ...links } }
    return response({ ...document, meta: { ...told.meta, ...meta } }, status, headers)
  }
}

/** The rows of a list that a URL asks for, and the links to the pages beside them. */
interface PageAt {
  readonly from: number
  readonly to: number
  readonly links: { readonly prev: string | null; readonly next: string | null }
}

/** Reads the parameters of these pages. */
export function pageAt(url: URL, length: number, usualSize: number, pages: Pages | undefined): PageAt {
  const { number, offset, cursor, after, limit = '', size: sizeName = limit } = pages?.names ?? {}
  const place = number ?? offset ?? cursor ?? after ?? 'page[cursor]'
  const asked = (name: string): number | undefined => Number(url.searchParams.get(name)) || undefined
  const size = asked(sizeName) ?? usualSize
  const from = number === undefined ? (asked(place) ?? 0) : ((asked(place) ?? 1) - 1) * size
  const to = from + size
  const linkTo = (start: number): string => {
    const other = new URL(url)
    other.searchParams.set(place, `${number === undefined ? start : start / size + 1}`)
    return other.href
  }
  const links = { prev: from > 0 ? linkTo(Math.max(0, from - size)) : null, next: to < length ? linkTo(to) : null }
  return { from, to, links }
}

/** The part of a document that has a value at the end of a path. */
const placed = (value: unknown, path: Path = []): TopLevel =>
  path.length > 0 ? Object(path.reduceRight((inner, name) => ({ [name]: inner }), value)) : {}

function response(document: object, status = 200, headers?: HeadersInput): Response {
  const all = new Headers(headers)
  if (!all.has('content-type')) all.set('content-type', description.mediaType)
  return new Response(JSON.stringify(document), { status, headers: all })
}

/** A fixture as it is read here. Not every API has resources to make one of. */
type Given = Identifier<string>

/** The data of a document, with what it is related to. https://jsonapi.org/format/1.1/#document-compound-documents */
function compound(data: Given | readonly Given[] | null | undefined): { data?: unknown; included?: object[] } {
  const primary = isList(data) ? data : data ? [data] : []
  const all = new Map(primary.map((one) => [keyOf(one), one]))
  // A map that grows while it is read, so that what is related to the related comes along.
  for (const one of all.values()) {
    for (const other of relatedTo(one)) if (!all.has(keyOf(other))) all.set(keyOf(other), other)
  }
  const objects = primary.map(resourceObject)
  const included = [...all.values()].filter((one) => !primary.includes(one)).map(resourceObject)
  return {
    data: isList(data) ? objects : data && objects[0],
    ...(included.length > 0 && { included }),
  }
}

const keyOf = ({ type, id }: Given): string => JSON.stringify([type, id])

const resourceObject = (one: Given): object => inputDocument(description, one.type, { ...one }, one.id).data

/** What a resource is related to, as far as it is given with fields of its own. */
const relatedTo = (one: Given): Given[] =>
  Object.entries(one).flatMap(([name, value]) =>
    Object.hasOwn(relationshipsOf(description, one.type), name) ? [value].flat().filter(isGiven) : [],
  )

const isGiven = (value: unknown): value is Given => isObject(value) && Object.keys(value).length > 2
