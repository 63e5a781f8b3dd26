/** The path of an operation, with its values in it. */
import type { Operation, PathParameter } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { stringLiteral } from './literals.js'

/** ``path`/roles/${id}/permissions` ``: the document's text stands in it as text. */
export function pathTemplate({ path, pathParameters }: Operation): string {
  const segments = path.split(/\{([^{}]+)\}/).map((part, index) => {
    const parameter = index % 2 === 1 ? pathParameters.find(({ name }) => name === part) : undefined
    if (parameter) return `\${${value(parameter)}}`
    return (index % 2 === 1 ? `{${part}}` : part).replace(/[`\\]|\$\{/g, (char) => `\\${char}`)
  })
  return `path\`${segments.join('')}\``
}

/** The argument, or what writes it. https://spec.openapis.org/oas/v3.1.1#style-values */
function value({ argument, name, written }: PathParameter): string {
  if (!written) return argument
  const { style, explode } = written
  if (style === 'json') return `jsonPath(${argument})`
  const given = style === 'matrix' ? `${stringLiteral(name)}, ${argument}` : argument
  return `${style}(${given}${explode ? ', true' : ''})`
}

/** The type of the argument. */
export function pathType({ type, written }: PathParameter, { wireType }: Pick<AttributeTypes, 'wireType'>): string {
  const isWord = type === 'string' || type === 'number' || type === 'boolean'
  return !written || isWord
    ? type === 'array' || type === 'object'
      ? 'string'
      : type
    : wireType(written.schema).join(' | ')
}
