import type { Description } from './description.js'
import { inputDocument } from './input.js'

/** Gives what a request sends, when it is sent. Without a media type, `fetch` names it. */
export type Body = (api: Description) => { readonly content: BodyInit; readonly mediaType?: string }

/**
 * The document of a resource object, made of a flat input.
 *
 * @param id where the path names the resource.
 */
export const resource =
  (type: string, input: object, id?: string): Body =>
  (api) => ({ content: JSON.stringify(inputDocument(api, type, input, id)), mediaType: api.mediaType })
