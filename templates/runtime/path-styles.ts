import { encode } from './encode.js'
import { scalar } from './filters.js'
import type { Path } from './path.js'
import { entries, flat, isPlain } from './styles.js'

// The styles of path parameters, of a value as it is now. https://spec.openapis.org/oas/v3.1.1#style-values

/** `simple`: `blue,black`, `R,100,G,200`, exploded `R=100,G=200`. */
export function simple(value: unknown, exploded = false): Path {
  const parts = encoded(value, exploded)
  return () => parts().join(',')
}

/** `label`: `.blue,black`, exploded `.blue.black`, `.R=100.G=200`. */
export function label(value: unknown, exploded = false): Path {
  const parts = encoded(value, exploded)
  return () => `.${parts().join(exploded ? '.' : ',')}`
}

/** `matrix`: `;color=blue,black`, exploded `;color=blue;color=black`, `;R=100;G=200`. */
export function matrix(name: string, value: unknown, exploded = false): Path {
  const parts = encoded(value, exploded)
  const before = `;${encode(name)}`
  const named = isPlain(value) && exploded
  return () => {
    if (named)
      return parts()
        .map((part) => `;${part}`)
        .join('')
    const all = exploded ? parts() : [parts().join(',')]
    return all.map((part) => (part === '' ? before : `${before}=${part}`)).join('')
  }
}

/** A JSON value. */
export function jsonPath(value: unknown): Path {
  const content = JSON.stringify(value)
  return () => encode(content)
}

function encoded(value: unknown, exploded: boolean): () => string[] {
  if (!exploded || !isPlain(value)) {
    const parts = flat(value)
    return () => parts.map(encode)
  }
  const given = entries(value).map(([key, inner]) => [key, scalar(inner)] as const)
  return () => given.map((pair) => pair.map(encode).join('='))
}
