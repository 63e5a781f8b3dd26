import { commentLines } from './literals.js'

/** `role` as `a role`, `API credential` as `an API credential`, `user` as `a user`. */
export const withArticle = (label: string): string =>
  `${/^([aeio]|u(?!ni|s[aeiu]|ti|ri|bi))/i.test(label) ? 'an' : 'a'} ${label}`

/** A few words of the document's, in a comment that is written in a template. */
export const inComment = (text: string): string => commentLines(text).join(' ')

/** `a, b and c` */
export const enumerated = (parts: readonly string[], last = ' and '): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(last)
