/** The parameters of an operation that are none of JSON:API's, as the reference shows them. */
import type { Operation, Parameter, Property } from '../model/types.js'
import { enumText, innerProperties, type Row, sentences, valueText } from './docs-rows.js'
import { typeText } from './docs-words.js'
import { code } from './markdown.js'
import { cell } from './markdown-inline.js'

/** The rows of the parameters at one place. */
export function parameterRows({ parameters }: Operation, ...places: readonly Parameter['in'][]): Row[] {
  return parameters
    .filter((parameter) => places.includes(parameter.in))
    .map(({ default: value, ...parameter }) => {
      // One that is sent by itself needs no other word on its default.
      const told = value === undefined || parameter.usual !== undefined ? {} : { default: value }
      return argumentRow({ ...parameter, ...told, nullable: false }, usualText(parameter))
    })
}

const usualText = ({ usual }: Pick<Parameter, 'usual'>): string =>
  usual === undefined ? '' : `The SDK sends ${valueText(usual)} where none is given.`

/** The rows of the properties of a form, of parts or of a JSON object, with those that are in them. */
export const propertyRows = (properties: readonly Property[]): Row[] =>
  properties.flatMap((one) => [one, ...innerProperties(one)]).map((one) => argumentRow(one))

/** An argument by its name, its type, whether it is required, and what is known of it. */
export function argumentRow(argument: Property, ...remarks: readonly string[]): Row {
  const { name, required, deprecated, description } = argument
  const values = enumText(name, argument)
  const text = sentences(
    deprecated ? '**Deprecated.**' : '',
    cell(description ?? ''),
    values.text,
    argument.default === undefined ? '' : `${valueText(argument.default)} by default.`,
    ...remarks,
  )
  return { cells: [code(name), typeText(argument), required ? 'Required' : 'Optional', text], list: values.list }
}
