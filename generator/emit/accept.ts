import type { Operation } from '../model/types.js'

/** What a request asks for that takes whatever comes. `curl` and `fetch` ask for it by themselves. */
export const ANYTHING = '*/*'

/**
 * What an operation asks for, in its SDK as in the examples of its reference; undefined where that is a JSON:API document.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept
 */
export function acceptOf({ kind, answer }: Operation): string | undefined {
  if (answer.kind === 'plain') return [...new Set(answer.contents.map(({ mediaType }) => mediaType))].join(', ')
  // Such an operation need not know JSON:API, and may refuse to answer in it.
  return kind === 'plain' && answer.kind === 'nothing' ? ANYTHING : undefined
}
