import type { Description } from './description.js'
import { inputDocument } from './input.js'

/** What `fetch` takes for a body. The DOM's `BodyInit` is not there in every project. */
export type BodyContent = NonNullable<RequestInit['body']>

/** Gives what a request sends, when it is sent; undefined for nothing. Without a media type, `fetch` names it. */
export type Body = (api: Description) => { readonly content: BodyContent; readonly mediaType?: string } | undefined

/**
 * The document of a resource object, made of a flat input as it is now: the request may be sent much later.
 *
 * @param input undefined where the operation needs none.
 * @param id where the path names the resource.
 * @param attributes the names that are attributes here, though the type has relationships of the same names.
 */
export function resource(type: string, input: object | undefined, id?: string, attributes?: readonly string[]): Body {
  const taken: string | undefined = JSON.stringify(input)
  return (api) =>
    taken === undefined
      ? taken
      : {
          content: JSON.stringify(inputDocument(api, type, JSON.parse(taken), id, attributes)),
          mediaType: api.mediaType,
        }
}
