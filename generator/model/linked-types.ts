/** The resource types that a relationship leads to, from whichever place tells the truth. */
import type { Subject } from './cardinality.js'
import { warn } from './context.js'
import type { Stated } from './extension.js'
import type { Linkage } from './linkage.js'
import { stating } from './mend.js'
import { normalized } from './names.js'
import type { Related } from './related.js'
import type { Source } from './types.js'
import type { World } from './world.js'

/**
 * The types that the declared linkage names, if there are such resources; else those that another schema of the same
 * relationship names, or the related path's response or tags, or what the names resemble.
 * Where nothing tells, it may be any.
 * @param declared in the resource object as it is read and written; @param lent in the schemas that it borrows from.
 */
export function linkedTypes(
  world: World,
  subject: Subject,
  declared: readonly Linkage[],
  lent: readonly Linkage[],
  path: Related,
): Stated<readonly string[]> {
  const { context, found } = world
  const first = declared.find(({ types }) => types.length > 0)
  const known = [...declared, ...lent].filter(({ types }) => types.length > 0 && types.every((type) => found.has(type)))
  // Linkage that repeats the relationship's name may be no more than that, where a schema lent says otherwise.
  const repeats = ({ types }: Linkage) => types.join() === subject.name
  const sound = known.find((one) => !repeats(one) || !lent.some((other) => known.includes(other) && !repeats(other)))
  const title = `The relationship ${subject.name} of ${subject.type}`
  const advise = (types: readonly string[]) =>
    `Mend the schema, or state it on the relationship: \`x-jsonapi: { types: [${types.join(', ')}] }\`.`

  /** Takes what another place says; a declaration that says otherwise is a mistake. */
  const take = (value: readonly string[], source: Source): Stated<readonly string[]> => {
    if (first && !same(first.types, value)) {
      warn(context, {
        code: 'linkage-type-contradiction',
        message: `${title} is declared to lead to ${first.types.join(', ')}, but ${source.reason ?? 'another of its schemas'} says ${value.join(', ')}.`,
        advice: advise(value),
        at: [first.pointer, source.pointer],
        ...stating(subject.states, { types: value }),
      })
    }
    return { value, source }
  }

  if (sound && (sound === first || !first)) return checked(world, subject, sound, declared, path)
  if (sound) return take(sound.types, { by: 'declared', pointer: sound.pointer })
  if (path.types) return take(path.types.value, path.types.source)
  const alike = (first?.types ?? [subject.name]).flatMap((name) => resembling(found.keys(), name) ?? [])
  if (alike.length > 0 && alike.length === (first?.types.length ?? 1)) {
    const reason = first ? 'a type of a name like it' : 'its name'
    const source: Source = { by: 'inferred', pointer: first?.pointer ?? subject.pointer, reason }
    if (first) return take(alike, source)
    warn(context, {
      code: 'linkage-type-inferred',
      message: `${title} does not declare the type that it leads to; its name says ${alike.join(', ')}.`,
      advice: advise(alike),
      at: [subject.pointer],
      ...stating(subject.states, { types: alike }, 'The type is the one of that name.'),
    })
    return { value: alike, source }
  }
  warn(context, {
    code: 'linkage-type-unknown',
    message: first
      ? `${title} leads to ${first.types.filter((type) => !found.has(type)).join(', ')}, of which the document has no resource object.`
      : `Nothing tells which type ${title.charAt(0).toLowerCase()}${title.slice(1)} leads to, so it may be any.`,
    advice: advise(['…']),
    at: [first?.pointer ?? subject.pointer],
    ...stating(
      subject.states,
      { types: first?.types ?? [...found.keys()] },
      first ? 'The types are those that are declared.' : 'These are all types: leave those that it leads to.',
    ),
  })
  const source: Source = first
    ? { by: 'declared', pointer: first.pointer }
    : { by: 'inferred', pointer: subject.pointer, reason: 'nothing, so any' }
  return { value: first?.types ?? [...found.keys()], source }
}

/** Where another schema of the same relationship or its related path names other resources, somebody is wrong. */
function checked(
  { context, found }: World,
  subject: Subject,
  taken: Linkage,
  declared: readonly Linkage[],
  { types: told }: Related,
): Stated<readonly string[]> {
  const other = declared.find(
    ({ types }) => types.length > 0 && !same(types, taken.types) && types.every((type) => found.has(type)),
  )
  if (other) {
    warn(context, {
      code: 'linkage-type-contradiction',
      message: `The relationship ${subject.name} of ${subject.type} leads to ${taken.types.join(', ')} in one schema and to ${other.types.join(', ')} in another; the first is taken.`,
      advice: 'State it on the relationship: `x-jsonapi: { types: [ … ] }`.',
      at: [taken.pointer, other.pointer],
      ...stating(subject.states, { types: taken.types }),
    })
  }
  if (told && !told.value.every((type) => taken.types.includes(type))) {
    warn(context, {
      code: 'linkage-type-contradiction',
      message: `The relationship ${subject.name} of ${subject.type} is declared to lead to ${taken.types.join(', ')}, but ${told.source.reason} says ${told.value.join(', ')}; the declaration is taken.`,
      advice: 'State it on the relationship: `x-jsonapi: { types: [ … ] }`.',
      at: [taken.pointer, told.source.pointer],
      ...stating(subject.states, { types: taken.types }),
    })
  }
  return { value: taken.types, source: { by: 'declared', pointer: taken.pointer } }
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((type) => b.includes(type))

/** The one type whose name is the same but for its number and how its words are joined. */
function resembling(types: Iterable<string>, name: string): string | undefined {
  const alike = [...types].filter((type) => normalized(type) === normalized(name))
  return alike.length === 1 ? alike[0] : undefined
}
