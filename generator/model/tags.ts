/** The tags that the document declares. https://spec.openapis.org/oas/v3.1.1#tag-object */
import { join } from '../document/pointer.js'
import type { Context } from './context.js'
import { camelCase, clientMember, normalized } from './names.js'
import { isObject, items } from './schema.js'
import type { Resource, Tag } from './types.js'

interface Declared {
  readonly name: string
  readonly description: string
  readonly pointer: string
}

/** In the order of the document. */
export function declaredTags({ document }: Pick<Context, 'document'>): Declared[] {
  return items(document.root.tags, '/tags').map(({ value, pointer }) => ({
    name: isObject(value) && typeof value.name === 'string' ? value.name : '',
    description: isObject(value) && typeof value.description === 'string' ? value.description.trim() : '',
    pointer,
  }))
}

/** The place among the tags of the one that is called like a type, or nearly so; -1 where there is none. */
export function tagOf(tags: readonly Declared[], type: string): number {
  const same = tags.findIndex(({ name }) => name === type)
  return same >= 0 ? same : tags.findIndex(({ name }) => normalized(name) === normalized(type))
}

/** What the tags tell of the operations of resources, and of those that bear a tag as their accessor. */
export function tags(
  context: Pick<Context, 'document'>,
  resources: readonly Pick<Resource, 'type' | 'accessor'>[],
): Tag[] {
  const declared = declaredTags(context)
  const owned = resources.map(({ type }) => tagOf(declared, type))
  return declared.flatMap((tag, index): Tag[] => {
    const { name, description, pointer } = tag
    if (!tells(tag, declared)) return []
    const accessor = resources[owned.indexOf(index)]?.accessor ?? clientMember(camelCase(name))
    return [{ accessor, description, source: { by: 'declared', pointer: join(pointer, 'description') } }]
  })
}

/** Whether a description is more than the name once more, and of this tag alone. */
function tells({ name, description, pointer }: Declared, all: readonly Declared[]): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const isShared = all.some((other) => other.description === description && other.pointer !== pointer)
  return description !== '' && letters(description) !== letters(name) && !isShared
}
