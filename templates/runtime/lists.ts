import { own } from './description.js'
import { encode } from './encode.js'
import { separable } from './filters.js'
import { commas, type Lists } from './search.js'

/**
 * The lists of an operation that are written otherwise than with commas, by the names of their parameters: each value in
 * a parameter of its own, with `[]` behind the name or without, or all in one with another sign between them.
 * https://spec.openapis.org/oas/v3.1.1#style-values
 */
export function listsAs(styles: Readonly<Record<string, 'repeated' | 'brackets' | 'space' | 'pipe'>>): Lists {
  return (name, values) => {
    const style = own(styles, name)
    if (style === undefined) return commas(name, values)
    const each = style === 'brackets' ? `${encode(name)}[]` : encode(name)
    if (style === 'brackets' || style === 'repeated') return values.map((value) => `${each}=${encode(value)}`)
    const separator = style === 'space' ? ' ' : '|'
    return [`${each}=${separable(name, values, separator).map(encode).join(encode(separator))}`]
  }
}
