/** What the generator knows of an API, for a person to read: each fact with its source. */
import { suggest } from './document/suggest.js'
import { apiBlock } from './inspect-api.js'
import { operationLines } from './inspect-operation.js'
import { queryFacts } from './inspect-query.js'
import { sourceOf, table } from './inspect-table.js'
import type { Attribute, Model, Relationship, Resource, Writable } from './model/types.js'
import { type Problem, printable } from './problems.js'
import { showProblems } from './show-problems.js'
import { NO_TERMINAL, type Terminal } from './terminal.js'

export { type Inspection, inspectJson } from './inspect-json.js'

export interface InspectOptions {
  readonly problems?: readonly Problem[]
  /** Warnings that the configuration passes over. */
  readonly ignored?: readonly Problem[]
  readonly terminal?: Terminal
  /** Every warning, not only the first of each kind. */
  readonly verbose?: boolean
}

/** The Model as text, a block for each resource; the warnings come last. */
export function inspect(model: Model, options: InspectOptions = {}): string {
  const { problems = [], ignored = [], terminal = NO_TERMINAL, verbose = false } = options
  const { bold } = terminal.paint
  const { resources, operations } = model
  const blocks = [
    apiBlock(model, terminal),
    ...resources.map((resource) => resourceBlock(resource, terminal)),
    ...(operations.length > 0
      ? [
          [
            bold('Other operations'),
            ...operationLines(operations, 2, terminal),
            ...part('queries', table(operations.flatMap(queryFacts), { indent: 4, terminal })),
          ].join('\n'),
        ]
      : []),
    ...(problems.length > 0 ? [showProblems(problems, { verbose, paint: terminal.paint }).trimEnd()] : []),
    summary(model, problems, ignored),
  ]
  return `${blocks.join('\n\n')}\n`
}

/**
 * The Model with those resources alone that are named, by type, interface or accessor; as it is where none is named.
 * `unknown` says what is wrong with the names.
 */
export function only(model: Model, names: readonly string[]): { model: Model } | { unknown: string } {
  if (names.length === 0) return { model }
  const namesOf = ({ type, name, accessor }: Resource): string[] => [type, name, accessor]
  const unknown = names.filter((name) => !model.resources.some((resource) => namesOf(resource).includes(name)))
  if (unknown.length > 0) {
    const types = model.resources.map(({ type }) => type)
    const meant = suggest(unknown[0] ?? '', types)
    const hint = meant ? `Did you mean ${meant}?` : `There are: ${types.join(', ')}.`
    return { unknown: printable(`There is no resource ${unknown.join(', ')}. ${hint}`) }
  }
  const resources = model.resources.filter((resource) => namesOf(resource).some((name) => names.includes(name)))
  return { model: { ...model, resources, operations: [] } }
}

/** Lines under a title; none where there are none. */
const part = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [`  ${title}`, ...lines] : [])

function resourceBlock(resource: Resource, terminal: Terminal): string {
  const { type, name, accessor, singleton, attributes, relationships, operations, id } = resource
  const { bold, dim } = terminal.paint
  const idFacts = [id.create && `create ${id.create}`, id.filterable && 'filterable', id.sortable && 'sortable']
  const options = { indent: 4, terminal }
  const fields = [['id', 'string', idFacts.filter(Boolean).join(', '), ''], ...attributes.map(attributeFacts)]
  return [
    `${bold(printable(type))}: ${printable(`${name}, api.${accessor}${singleton ? ', a singleton' : ''}`)} ${dim(printable(`(${sourceOf(resource.source)})`))}`,
    ...part('attributes', table(fields, options)),
    ...part('relationships', table(relationships.map(relationshipFacts), options)),
    ...part('operations', operationLines(operations, 4, terminal)),
    ...part('queries', table(operations.flatMap(queryFacts), options)),
  ].join('\n')
}

function attributeFacts(attribute: Attribute): string[] {
  const { name, type, format, nullable, enum: values } = attribute
  return [
    name,
    [type, format && `(${format})`, nullable && '| null'].filter(Boolean).join(' '),
    [
      access(attribute),
      attribute.filterable && 'filterable',
      attribute.sortable && 'sortable',
      attribute.deprecated && 'deprecated',
      values && `one of ${values.join(', ')}`,
    ]
      .filter(Boolean)
      .join(', '),
    sourceOf(attribute.source),
  ]
}

function relationshipFacts(relationship: Relationship): string[] {
  const { name, cardinality, types, nullable, source } = relationship
  const where = types.join(' or ') || 'unknown'
  const [how, what] = [sourceOf(source.cardinality), sourceOf(source.types)]
  return [
    name,
    `${cardinality === 'many' ? 'many' : 'one'} ${where}${nullable ? ' | null' : ''}`,
    [access(relationship), relationship.deprecated && 'deprecated'].filter(Boolean).join(', '),
    how === what ? how : `${cardinality}: ${how}; types: ${what}`,
  ]
}

/** `read, create required, update`. */
function access({ readable, create, update }: { readable: boolean; create: Writable; update: Writable }): string {
  const write = (verb: string, writable: Writable) => writable && `${verb}${writable === 'required' ? ' required' : ''}`
  return [readable && 'read', write('create', create), write('update', update)].filter(Boolean).join(', ')
}

function summary({ resources, operations }: Model, problems: readonly Problem[], ignored: readonly Problem[]): string {
  const count = resources.reduce((sum, resource) => sum + resource.operations.length, operations.length)
  return [
    number(resources.length, 'resource'),
    number(count, 'operation'),
    number(problems.length, 'warning') + (ignored.length > 0 ? ` and ${ignored.length} ignored` : ''),
  ].join(', ')
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
