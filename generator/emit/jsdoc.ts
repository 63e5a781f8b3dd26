import type { Attribute, Operation, Relationship, Resource } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { indented, wrapped } from './layout.js'
import { commentLines, literal, noTag } from './literals.js'

const WIDTH = 108
const LONGEST_EXAMPLE = 100

/** A JSDoc comment of these paragraphs, each a text or lines that are ready; none where all are empty. */
export function comment(...paragraphs: (string | readonly string[] | undefined)[]): string[] {
  const lines = paragraphs
    .map((paragraph) =>
      typeof paragraph === 'string' ? wrapped(commentLines(paragraph), WIDTH).map(noTag) : (paragraph ?? []),
    )
    .filter((paragraph) => paragraph.some((line) => line !== ''))
    .flatMap((paragraph, index) => (index > 0 ? ['', ...paragraph] : paragraph))
  const [first] = lines
  if (first === undefined) return []
  if (lines.length === 1) return [`/** ${first} */`]
  return ['/**', ...lines.map((line) => (line ? ` * ${line}` : ' *')), ' */']
}

/** The comment of an attribute: what it is, its default, an example where it is short. */
export function attributeComment(attribute: Attribute, types: Pick<AttributeTypes, 'dated'>): string[] {
  const { description, deprecated } = attribute
  const example = types.dated(attribute, attribute.example)
  const usual = types.dated(attribute, attribute.default)
  return comment(description, [...valueTags({ example, default: usual }), ...(deprecated ? ['@deprecated'] : [])])
}

/** The tags of a value: its default, an example where it is short. */
export function valueTags({ example, default: usual }: { example?: unknown; default?: unknown }): string[] {
  const shown = example === undefined || example === '' ? '' : literal(example)
  return [
    ...(usual === undefined ? [] : tag('default', literal(usual))),
    ...(shown && shown.length <= LONGEST_EXAMPLE ? tag('example', shown) : []),
  ]
}

/** The comment of a relationship. */
export function relationshipComment(relationship: Relationship): string[] {
  return comment(relationship.description, relationship.deprecated ? ['@deprecated'] : [])
}

/** The comment of a resource's interface. */
export function resourceComment(resource: Resource): string[] {
  return comment(resource.description ?? `The ${resource.label.one} resource.`)
}

/** The comment of a method: what it does, its verb and path, an example. */
export function operationComment(operation: Operation, example: string): string[] {
  const { summary, description, method, path, deprecated } = operation
  return comment(
    sentence(summary ?? ''),
    description === summary ? undefined : description,
    commentLines(`\`${method} ${path}\``),
    [...(deprecated ? ['@deprecated'] : []), '@example', ...commentLines(example).map(noTag)],
  )
}

const tag = (name: string, text: string): string[] => {
  const [first = '', ...rest] = commentLines(text)
  return [`@${name} ${first}`, ...indented(rest)]
}

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text.trim()) ? text : `${text.trim()}.`)
