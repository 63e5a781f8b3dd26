import type { Description } from './description.js'
import { inputDocument } from './input.js'

/** What `fetch` takes for a body. The DOM's `BodyInit` is not there in every project. */
export type BodyContent = NonNullable<RequestInit['body']>

/**
 * Gives what a request sends, when it is sent; undefined for nothing. Without a media type, `fetch` names it.
 *
 * @param usual the type of the resource objects that its group sends.
 */
export type Body = (
  api: Description,
  usual?: string,
) => { readonly content: BodyContent; readonly mediaType?: string } | undefined

/** What sets a resource object apart from the others that a group sends. */
interface Apart {
  /** Its type. */
  readonly type?: string
  /** The names that are attributes here, though the type has relationships of the same names. */
  readonly attributes?: readonly string[]
}

/**
 * The document of a resource object, made of a flat input as it is now: the request may be sent much later.
 *
 * @param input undefined where the operation needs none.
 * @param id where the path names the resource.
 */
export function resource(input: object | undefined, id?: string, { type, attributes }: Apart = {}): Body {
  const taken: string | undefined = JSON.stringify(input)
  return (api, usual = '') =>
    taken === undefined
      ? taken
      : {
          content: JSON.stringify(inputDocument(api, type ?? usual, JSON.parse(taken), id, attributes)),
          mediaType: api.mediaType,
        }
}
