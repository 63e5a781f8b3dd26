/** The parameters of an operation that are none of JSON:API's, as the reference shows them. */
import type { Operation, Parameter, Property } from '../model/types.js'
import { typeText } from './docs-words.js'
import { code } from './markdown.js'
import { cell } from './markdown-inline.js'

export type Row = readonly [name: string, type: string, required: string, description: string]

/** The rows of the parameters at one place. */
export function parameterRows({ parameters }: Operation, ...places: readonly Parameter['in'][]): Row[] {
  return parameters
    .filter((parameter) => places.includes(parameter.in))
    .map((parameter) => [
      code(parameter.name),
      typeText({ ...parameter, nullable: false }),
      parameter.required ? 'Required' : 'Optional',
      sentences(parameter, parameter.usual),
    ])
}

/** The rows of the properties of a form, of parts or of a JSON object. */
export function propertyRows(properties: readonly Property[]): Row[] {
  return properties.map((property) => [
    code(property.name),
    typeText(property),
    property.required ? 'Required' : 'Optional',
    sentences(property, undefined),
  ])
}

function sentences({ description, deprecated }: Pick<Property, 'description' | 'deprecated'>, usual: unknown): string {
  const parts = [
    deprecated ? 'Deprecated.' : '',
    description ? cell(description) : '',
    usual === undefined
      ? ''
      : `The SDK sends ${code(typeof usual === 'string' ? usual : JSON.stringify(usual))} where none is given.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
