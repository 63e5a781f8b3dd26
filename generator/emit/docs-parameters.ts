/** The parameters of an operation that are none of JSON:API's, as the reference shows them. */
import type { Operation, Parameter, Property } from '../model/types.js'
import { enumText, type Row, sentences } from './docs-rows.js'
import { typeText } from './docs-words.js'
import { code } from './markdown.js'
import { cell } from './markdown-inline.js'

/** The rows of the parameters at one place. */
export function parameterRows({ parameters }: Operation, ...places: readonly Parameter['in'][]): Row[] {
  return parameters
    .filter((parameter) => places.includes(parameter.in))
    .map((parameter) => argumentRow({ ...parameter, nullable: false }, usualText(parameter)))
}

const usualText = ({ usual }: Parameter): string =>
  usual === undefined ? '' : `The SDK sends ${code(inWords(usual))} where none is given.`

/** The rows of the properties of a form, of parts or of a JSON object. */
export const propertyRows = (properties: readonly Property[]): Row[] => properties.map((one) => argumentRow(one))

interface Argument extends Pick<Property, 'name' | 'type' | 'format' | 'nullable' | 'required' | 'deprecated'> {
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly example?: unknown
}

/** An argument by its name, its type, whether it is required, and what is known of it. */
export function argumentRow(argument: Argument, ...remarks: readonly string[]): Row {
  const { name, required, deprecated, description } = argument
  const values = enumText(name, argument)
  const text = sentences(
    deprecated ? '**Deprecated.**' : '',
    cell(description ?? ''),
    values.text,
    argument.default === undefined ? '' : `${code(inWords(argument.default))} by default.`,
    ...remarks,
  )
  return { cells: [code(name), typeText(argument), required ? 'Required' : 'Optional', text], list: values.list }
}

const inWords = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : JSON.stringify(value))
