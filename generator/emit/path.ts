/** Where the requests of a group go, and the path of an operation, with its values in it. */
import type { Operation, PathParameter } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { stringLiteral } from './literals.js'

/** The path that all requests of a group begin with, but for those that go elsewhere: `/roles`; empty where there is none. */
export function commonPath(operations: readonly Operation[]): string {
  const candidates = new Set(operations.map(({ path }) => path.split('/').filter(beforeValues).join('/')))
  const covered = (base: string): number => operations.filter((operation) => segments(operation, base)).length
  const ranked = [...candidates].map((base) => ({ base, count: covered(base) }))
  // Of two that cover as many, the longer one says more.
  const [best] = ranked.sort((a, b) => b.count - a.count || b.base.length - a.base.length)
  return best?.base ?? ''
}

const beforeValues = (_: string, index: number, all: readonly string[]): boolean =>
  !all.slice(0, index + 1).some((segment) => segment.includes('{'))

/** Where an operation goes: beneath the path of its group, `[id, 'permissions']`, or elsewhere. */
export function placeOf(operation: Operation, base: string): string {
  const beneath = segments(operation, base)
  return beneath ? `[${beneath.join(', ')}]` : pathTemplate(operation)
}

/** The segments beneath a path, each a value or a text that needs no encoding; undefined where there are others. */
function segments({ path, pathParameters }: Operation, base: string): string[] | undefined {
  if (path !== base && !path.startsWith(`${base}/`)) return undefined
  const found = path
    .slice(base.length)
    .split('/')
    .slice(1)
    .map((segment) => {
      const parameter = pathParameters.find(({ name }) => segment === `{${name}}`)
      if (parameter) return value(parameter)
      return PLAIN.test(segment) ? stringLiteral(segment) : undefined
    })
  return found.every((one) => one !== undefined) ? found : undefined
}

/** What a URL carries as it is. https://url.spec.whatwg.org/#component-percent-encode-set */
const PLAIN = /^(?!\.\.?$)[\w.!~*'()-]+$/

/** ``path`/roles/${id}/permissions` ``: the document's text stands in it as text. */
function pathTemplate({ path, pathParameters }: Operation): string {
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
