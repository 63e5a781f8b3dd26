/** What the files that read the operations share. */
import type { Context } from './context.js'
import type { Endpoint } from './endpoints.js'
import type { Homes } from './homes.js'
import { relationshipNames } from './linkage.js'
import { camelCase, pascalCase, sameName } from './names.js'
import { type Found, shapeTypes } from './resources.js'
import type { Method, OperationKind } from './types.js'

export interface World {
  readonly context: Context
  readonly endpoints: readonly Endpoint[]
  readonly found: Map<string, Found>
  readonly homes: Homes
  /** Of the JSON:API documents, as most of them bear it. */
  readonly mediaType: string
}

/** What an operation does, whose it is, and what it may be called. */
export interface Classified {
  readonly endpoint: Endpoint
  readonly kind: OperationKind
  /** The type of the resource whose accessor bears it; null where it belongs to none. */
  readonly owner: string | null
  /** Names for its method, of which the first that is free is taken; without an owner, whole calls. */
  readonly names: readonly string[]
  /** Whether it stands at the very place where its resource lives; such a one chooses its name first. */
  readonly home: boolean
  /** Set where the body is a resource of this type, to be created or updated. */
  readonly writes?: { readonly type: string; readonly as: 'create' | 'update' }
  /** The path, without the names of its parameters, of which the last is the owner's own id. */
  readonly item?: string
  /** What a related operation follows: the one segment after the item; of a relationship's own, its name in the path. */
  readonly follows?: string
  /** What a relationship's own operation reads and writes; set once the relationships are known. */
  readonly linkage?: OwnLinkage
}

/** What the documents at a relationship's own path hold. */
export interface OwnLinkage {
  readonly cardinality: 'one' | 'many'
  readonly types: readonly string[]
  /** Whether a to-one may be empty. */
  readonly nullable: boolean
}

const VERBS: Readonly<Partial<Record<Method, string>>> = {
  POST: 'create',
  PATCH: 'update',
  PUT: 'replace',
  DELETE: 'delete',
}

/** What a method does, as a word: `update` for PATCH. */
export const verbOf = (method: Method): string => VERBS[method] ?? camelCase(method.toLowerCase())

/** `updateTransferOwnership`. */
export const verbName = (method: Method, name: string): string => verbOf(method) + pascalCase(name)

export const plainOperation = (endpoint: Endpoint): Classified => ({
  endpoint,
  kind: 'plain',
  owner: null,
  names: [],
  home: false,
})

/** `update`; for a PUT beside a PATCH, which does something else, `replace`. */
export function updateName({ endpoints }: World, { method, path }: Endpoint): string {
  const patched = endpoints.some((other) => other.method === 'PATCH' && other.path === path)
  return method === 'PUT' && patched ? 'replace' : 'update'
}

/** The types of the resource objects that a body may hold, where it says so. */
export function bodyTypes({ found }: Pick<World, 'found'>, { body, path }: Endpoint): string[] {
  const shapes = body?.content?.document?.resources ?? []
  return shapeTypes(
    shapes.filter(({ types }) => types.length > 0),
    found,
    path,
  )
}

/** Whether the body is one resource object of this type, or one that leaves its type out. */
export function writes({ body }: Endpoint, type: string): boolean {
  const document = body?.content?.document
  if (document?.cardinality !== 'one') return false
  return document.resources.every(({ identifier, types }) => !identifier && types.every(({ value }) => value === type))
}

/** Whether a resource is read with a relationship of this name, however the words of the name are joined. */
export function hasRelationship({ context, found }: World, type: string, name: string): boolean {
  const names = relationshipNames(context, found.get(type)?.reads ?? [])
  return names.some((one) => sameName(one, name))
}
