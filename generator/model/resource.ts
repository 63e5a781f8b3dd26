/** One resource of the Model, of all that the document says of it. */
import { attributes } from './attributes.js'
import { fail, warn } from './context.js'
import { describe } from './describe.js'
import { resourceGrammar } from './grammar.js'
import { isPlural, plural, words } from './names.js'
import type { Found } from './resources.js'
import { member, requiredNames } from './schema.js'
import { declaredTags, tagOf } from './tags.js'
import type { Attribute, Identity, Operation, Relationship, Resource } from './types.js'
import type { World } from './world.js'

/** How a resource is called, where it lives, and what was found of it already. */
export interface Parts {
  readonly name: string
  readonly accessor: string
  readonly singleton: boolean
  readonly relationships: readonly Relationship[]
  readonly operations: readonly Operation[]
}

export function resource({ context }: World, found: Found, parts: Parts): Resource {
  const { name, accessor, singleton, relationships, operations } = parts
  const shapes = [...found.reads, ...found.creates, ...found.updates]
  const stated = context.extensions.read(
    resourceGrammar,
    shapes.flatMap(({ view }) => view),
  )
  const filterable = stated('filterable')
  const sortable = stated('sortable')
  const queryable = { filterable: new Set(filterable?.value), sortable: new Set(sortable?.value) }
  const fields = attributes(context, found, queryable)
  for (const list of [filterable, sortable]) {
    for (const [index, field] of (list?.value ?? []).entries()) {
      if (field === 'id' || fields.some((attribute) => attribute.name === field)) continue
      fail(context, {
        code: 'unknown-field',
        message: `x-jsonapi speaks of ${field}, which is no attribute of ${found.type}.`,
        advice: `Its attributes are ${fields.map((attribute) => attribute.name).join(', ')}.`,
        at: [list?.source.by === 'extension' ? `${list.source.pointer}/${index}` : (list?.source.pointer ?? '')],
        ...(list?.fact && { fact: [...list.fact, String(index)] as const }),
      })
    }
  }
  warnOfClashes({ context }, found.type, fields, relationships)
  if (fields.length === 0) warnOfOpen({ context }, found, 'attributes')
  if (relationships.length === 0) warnOfOpen({ context }, found, 'relationships')
  const label = stated('label')?.value
  const tags = declaredTags(context)
  const tag = tags[tagOf(tags, found.type)]?.name ?? ''
  const description = describedBy({ context }, found)
  return {
    type: found.type,
    name,
    accessor,
    label: {
      one: label?.one ?? prose(name, tag),
      many: label?.many ?? prose(singleton || isPlural(found.type) ? found.type : plural(found.type), tag),
    },
    singleton,
    ...(description === undefined ? {} : { description }),
    id: identity({ context }, found, queryable),
    attributes: fields,
    relationships,
    operations,
    source: found.source,
  }
}

/** What the schema of the resource object says; where it is referred to, there may stand something about the place. */
function describedBy({ context }: Pick<World, 'context'>, { reads, creates, updates }: Found): string | undefined {
  const layers = [...reads, ...creates, ...updates].flatMap(({ view }) => view)
  const named = layers.filter(({ pointer }) => /^\/components\/schemas\/[^/]+$/.test(pointer))
  return [...named, ...layers].map((layer) => describe(context, [layer]).description).find((text) => text !== undefined)
}

/** What may have any name has none that a type could tell. */
function warnOfOpen(
  { context }: Pick<World, 'context'>,
  { type, reads, creates, updates }: Found,
  group: 'attributes' | 'relationships',
): void {
  const open = [...reads, ...creates, ...updates]
    .flatMap(({ view }) => member(context, view, group))
    .find(({ object }) => object.additionalProperties !== undefined && object.additionalProperties !== false)
  if (!open) return
  warn(context, {
    code: 'fields-open',
    message: `The ${group} of ${type} may have any names, of which the document tells none, so its type has none.`,
    advice: `Declare those that there are, under \`properties\` of the schema of its ${group}.`,
    at: [open.pointer],
  })
}

/** A resource has one namespace for all its fields, `id` and `type`. https://jsonapi.org/format/1.1/#document-resource-object-fields */
function warnOfClashes(
  { context }: Pick<World, 'context'>,
  type: string,
  fields: readonly Attribute[],
  relationships: readonly Relationship[],
): void {
  for (const { name, source, schema, readable, create, update } of fields) {
    const relationship = relationships.find((one) => one.name === name)
    const together =
      relationship &&
      ((readable && relationship.readable) || (create && relationship.create) || (update && relationship.update))
    if (name !== 'id' && name !== 'type' && !together) continue
    const other = relationship ? 'a relationship' : `the resource's own ${name}`
    warn(context, {
      code: 'field-clash',
      message: `The attribute ${name} of ${type} bears the name of ${other}, which JSON:API does not allow.`,
      advice: 'Rename the attribute, or leave it out of the document.',
      at: relationship ? [source.pointer, relationship.source.types.pointer] : [source.pointer],
      mend: {
        actions: [...new Set(Object.values(schema).flat())].map((at) => ({ at, remove: true as const })),
        guess: 'The attribute is left out.',
        changes: true,
      },
    })
  }
}

/** https://jsonapi.org/format/1.1/#document-resource-object-identification */
function identity(
  { context }: Pick<World, 'context'>,
  { reads, creates, updates }: Found,
  { filterable, sortable }: { filterable: ReadonlySet<string>; sortable: ReadonlySet<string> },
): Identity {
  const examples = [...reads, ...updates, ...creates].map(
    ({ view }) => describe(context, member(context, view, 'id')).example,
  )
  const example = examples.find((one) => typeof one === 'string' || typeof one === 'number')
  const chosen = creates.filter(({ view }) => {
    const id = member(context, view, 'id')
    return id.length > 0 && !describe(context, id).readOnly
  })
  const required = chosen.length > 0 && creates.every(({ view }) => requiredNames(view).has('id'))
  return {
    ...(example === undefined ? {} : { example: String(example) }),
    create: chosen.length === 0 ? null : required ? 'required' : 'optional',
    filterable: filterable.has('id'),
    sortable: sortable.has('id'),
  }
}

/** `api credentials`, for the middle of a sentence; acronyms stay, and are those of the resource's tag as well. */
function prose(name: string, tag: string): string {
  const acronyms = words(tag).filter(isAcronym)
  return words(name)
    .map((word) => {
      const small = word.toLowerCase()
      return isAcronym(word) ? word : (acronyms.find((one) => one.toLowerCase() === small) ?? small)
    })
    .join(' ')
}

const isAcronym = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word)
