/** The calls of a document's operations, as a program that uses its SDK, and what must come of each. */
import { type Answered, answer } from './answer.js'
import { bodyArgument, literal } from './body-argument.js'
import { type Inspected, operationsOf } from './inspected.js'
import { type Asked, ask } from './query-arguments.js'
import { list, object, type RawDocument, type RawOperation, resolve } from './raw.js'
import { sample } from './sample.js'
import { inPath } from './serialize.js'

export interface Expected extends Asked, Answered {
  readonly endpoint: string
  /** Percent-encoded. */
  readonly path: string
}

/** @returns the program, whose `calls` are by verb and path, and what to expect of each. */
export function callsOf({ root, operations }: RawDocument, api: Inspected): { program: string; expected: Expected[] } {
  const told = new Map(operationsOf(api).map((one) => [`${one.method} ${one.path}`, one]))
  const made = operations.flatMap((raw) => {
    const endpoint = `${raw.method} ${raw.path}`
    const one = told.get(endpoint)
    if (!one) return []
    const asked = ask({ root }, api, raw, one)
    const { path, values } = pathOf(root, raw, one.pathParameters)
    const others: Readonly<Record<string, string>> = { query: literal(asked.query), options: literal(asked.options) }
    const given = one.signature.map(
      (name, index) =>
        (index < values.length ? literal(values[index]) : undefined) ??
        others[name] ??
        (one.body ? bodyArgument({ root }, api, one.body, raw.body) : 'undefined'),
    )
    const accessor = one.call.split('.').map((name) => `[${JSON.stringify(name)}]`)
    return [
      {
        line: `  [${JSON.stringify(endpoint)}]: (api: Client) => api${accessor.join('')}(${given.join(', ')}),`,
        expected: { ...asked, ...answer({ root }, api, one), endpoint, path },
      },
    ]
  })
  const program = [
    "import type { Client } from './index.js'",
    'export const calls = {',
    ...made.map(({ line }) => line),
    '}\n',
  ].join('\n')
  return { program, expected: made.map(({ expected }) => expected) }
}

/** A value for each parameter of the path, and the path with them. */
function pathOf(root: RawDocument['root'], raw: RawOperation, names: readonly string[]) {
  const declared = new Map(raw.parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]))
  const samples = names.map((name) => {
    const parameter = declared.get(name) ?? {
      ...{ name, in: 'path', style: 'simple', explode: false, schema: { type: 'string' } },
    }
    const value = sample({ root, all: true, text: 'a/b é?#%' }, oneText(root, parameter.schema))
    return [parameter, value] as const
  })
  const path = samples.reduce(
    (text, [parameter, value]) => text.replaceAll(`{${parameter.name}}`, () => inPath(parameter, value)),
    raw.path,
  )
  return { path, values: samples.map(([, value]) => value) }
}

/** A text, where it may be one of several things. */
function oneText(root: RawDocument['root'], schema: unknown): unknown {
  const { oneOf, anyOf } = object(resolve(root, schema))
  const types = [...list(oneOf), ...list(anyOf)].map((one) => object(resolve(root, one)).type)
  return new Set(types).size > 1 ? { type: 'string' } : schema
}
