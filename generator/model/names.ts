/** Identifiers made from the document's words. */
import { pluralize, singularize } from 'inflection'

/**
 * The words of a name, whatever it is written in: `api_credentials`, `api-credentials` and `APICredentials` all have
 * two. Only letters and digits are kept.
 */
export function words(name: string): string[] {
  return name.match(/\p{Lu}+(?!\p{Ll})\p{M}*|\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lo}\p{Lt}\p{Lm}\p{M}]+|\p{Nd}+/gu) ?? []
}

/** `apiCredentials`. A name without a letter or a digit becomes `_`, one that begins with a digit gets a `_` before it. */
export function camelCase(name: string): string {
  const [first = '', ...rest] = words(name)
  return startSafely(first.toLowerCase() + rest.map(capitalized).join(''))
}

/** `ApiCredentials`, made safe in the same way. */
export function pascalCase(name: string): string {
  return startSafely(words(name).map(capitalized).join(''))
}

/** Whether two names have the same words, as `api_key` in a schema and `api-key` in a path. */
export const sameName = (one: string, other: string): boolean => camelCase(one) === camelCase(other)

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
const startSafely = (name: string): string => (name === '' || /^\p{N}/u.test(name) ? `_${name}` : name)

/** The name of a resource's interface: its type, in the singular and PascalCase, `ApiCredential`. */
export function interfaceName(type: string): string {
  return pascalCase(singular(type))
}

/** Words whose singular is not what the rules of English make of them. */
const SINGULARS: Readonly<Record<string, string>> = {
  analytics: 'analytics',
  caches: 'cache',
  data: 'data',
  leaves: 'leaf',
  media: 'media',
  metadata: 'metadata',
}

/** The name with its last word in the singular; the rest, and how the words are joined, stays. */
export function singular(name: string): string {
  const last = words(name).at(-1) ?? ''
  const at = name.lastIndexOf(last)
  const key = last.toLowerCase()
  const one = Object.hasOwn(SINGULARS, key) ? (SINGULARS[key] ?? last) : singularize(last)
  return name.slice(0, at) + one + name.slice(at + last.length)
}

/** The name with its last word in the plural. */
export function plural(name: string): string {
  const last = words(name).at(-1) ?? ''
  const at = name.lastIndexOf(last)
  return name.slice(0, at) + pluralize(last) + name.slice(at + last.length)
}

/** Whether a name is a plural that has a singular: `roles` is, `role`, `news` and `address` are not. */
export const isPlural = (name: string): boolean => singular(name) !== name && plural(name) === name

/** Compares names that differ only in case, in what joins their words, and in number. */
export const normalized = (name: string): string => words(singular(name)).join('').toLowerCase()

/**
 * What every object has, and what would make a client or a request look like a promise. An accessor or a method of such
 * a name gets a `_` after it.
 */
const OBJECT_MEMBERS = [
  'catch',
  'constructor',
  'finally',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'prototype',
  'then',
  'toJSON',
  'toLocaleString',
  'toString',
  'valueOf',
]

/** Members of the client itself. */
const CLIENT_MEMBERS = [...OBJECT_MEMBERS, 'request']

/** Names that a method's own code uses, and the words that JavaScript keeps for itself. */
const ARGUMENTS =
  `arguments assigned async await body break case catch class commas const continue debugger default delete
    description do else enum eval export extends false finally for form from function get if implements import in
    infinity inJson input inputDocument instanceof interface json jsonHeader jsonPath label let link linkage links
    listed matrix multipart new null of ofSeveral options package pairs parameters path pipes private protected
    public query raw reserved resource return set simple spaces static styled super switch this throw true try
    typeof undefined unencoded urlEncoded usually var void while wholeQuery with yield`.split(/\s+/)

/** Types that every SDK has, and globals that its code uses. A resource of such a name gets `Resource` after it. */
const TYPES =
  `AbortError AccessToken AnyOf ApiError ApiKeyScheme ApiRequest Array ArrayBuffer Auth AuthenticationError BaseClient
    BigInt Blob BlobRequest BodyContent Boolean Calls Client ClientOptions ConflictError ConnectionError Credentials
    Date Description EmptyRequest Error ErrorObject EventsRequest Fetch Field FieldError Fields Filter FilterOf
    FormData Function Headers Hooks Identifier Include Infinity InputDocument JSON JsonLinesRequest Link LinkageRequest
    Links ListQuery ListRequest Map Matchers Math Meta NoFields NoInfer NotFoundError Number Object Omit OpenFilter
    OrFilter OwnFilter Page PageMeta PageQuery PageQueryParts Pages PageSize ParseError Partial PermissionError Pick
    PlainRequest Promise Query RateLimitError Readonly ReadonlyArray Record RegExp Request RequestError RequestOptions
    Required ResourceDescription ResourceRequest Resources Response Result ServerError ServerSentEvent ServerUrl
    ServerVariables Set Settled Sort StreamRequest String Symbol ThroughFilter TimeoutError Transport Type Typed
    Uint8Array URL URLSearchParams ValidationError WithResponse`.split(/\s+/)

/** An accessor of the client. */
export const clientMember = (name: string): string => (CLIENT_MEMBERS.includes(name) ? `${name}_` : name)
/** A method of a resource. */
export const memberName = (name: string): string => (OBJECT_MEMBERS.includes(name) ? `${name}_` : name)
/** An argument of a method. */
export const argumentName = (name: string): string => (ARGUMENTS.includes(name) ? `${name}_` : name)
/** The interface of a resource. */
export const typeNameOf = (name: string): string => (TYPES.includes(name) ? `${name}Resource` : name)

/** `roles.list`, or `ping` alone: what an `x-jsonapi.call` may be. */
export const isCall = (call: string): boolean =>
  /^[\p{ID_Start}$][\p{ID_Continue}$]*(\.[\p{ID_Start}$][\p{ID_Continue}$]*)?$/u.test(call) &&
  call.split('.').every((part, index) => (index === 0 ? clientMember(part) : memberName(part)) === part)
