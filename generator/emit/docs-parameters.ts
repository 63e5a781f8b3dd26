/** The parameters of an operation that are none of JSON:API's, as the reference shows them. */
import type { Operation, Parameter, Property } from '../model/types.js'
import { type Alternative, innerOf, type Named, type Way } from './docs-inner.js'
import { enumText, fitting, type Row, sentences, valueText } from './docs-rows.js'
import { typeText } from './docs-words.js'
import { code, plain } from './markdown.js'
import { cell } from './markdown-inline.js'

/** The rows of the parameters at one place. */
export function parameterRows({ parameters }: Operation, ...places: readonly Parameter['in'][]): Row[] {
  return parameters
    .filter((parameter) => places.includes(parameter.in))
    .flatMap(({ default: value, ...parameter }) => {
      // One that is sent by itself needs no other word on its default.
      const told = value === undefined || parameter.usual !== undefined ? {} : { default: value }
      const argument = { ...parameter, ...told, nullable: false }
      const row = (...remarks: readonly string[]): Row => argumentRow(argument, usualText(parameter), ...remarks)
      // As it is on the wire. https://spec.openapis.org/oas/v3.1.1#style-values
      const way: Way = (outer, name) => `${outer}[${name}]`
      return valueRows(argument, row, parameter.style === 'deepObject' ? { way } : {})
    })
}

const usualText = ({ usual }: Pick<Parameter, 'usual'>): string =>
  usual === undefined ? '' : `The SDK sends ${valueText(usual)} where none is given.`

/** The rows of the properties of a form, of parts or of a JSON object, with those that are in them. */
export const propertyRows = (properties: readonly Property[]): Row[] =>
  properties.flatMap((one) => valueRows(one, (...remarks) => argumentRow(one, ...remarks)))

interface Inside {
  /** Makes the row of a property. */
  readonly rowOf?: (property: Property, ...remarks: readonly string[]) => Row
  readonly way?: Way
}

/** The row of a value, made with what there is to say of what it may be, and those of what is in it. */
export function valueRows(value: Named, own: (...remarks: readonly string[]) => Row, inside: Inside = {}): Row[] {
  const { rowOf = argumentRow, way = (outer, name) => `${outer}.${name}` } = inside
  const { inner, apart } = innerOf(value, way)
  const withApart = (row: (...remarks: readonly string[]) => Row, apart: readonly Alternative[]): Row => {
    if (apart.length === 0) return row()
    const labels = apart.map((one) => plain(one.label))
    const tables = apart.map(({ name, label, properties }) => ({
      name: `${name} as ${label}`,
      rows: properties.flatMap((one) => valueRows(one, (...remarks) => rowOf(one, ...remarks), inside)),
    }))
    const each = apart[0]?.name.endsWith('[]') ? 'Each is one of' : 'One of'
    return { ...row(`${each} ${fitting('', labels).text}`), apart: tables }
  }
  return [
    withApart(own, apart),
    ...inner.map((one) =>
      'alternative' in one
        ? alternativeRow(one.alternative)
        : withApart((...remarks) => rowOf(one.property, ...remarks), one.apart),
    ),
  ]
}

const alternativeRow = ({ name, label, variant }: Alternative): Row => ({
  cells: [`${code(name)} as ${plain(label)}`, '', '', cell(variant.description ?? '')],
})

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
