/** Whether a relationship leads to one resource or to many, from whichever place tells the truth. */
import { type Context, warn } from './context.js'
import type { Stated } from './extension.js'
import type { Linkage } from './linkage.js'
import { stating } from './mend.js'
import { isPlural } from './names.js'
import type { Related, Told } from './related.js'

export interface Subject {
  readonly type: string
  readonly name: string
  readonly pointer: string
  /** Where an `x-jsonapi` is read that states what there is to know of it; absent where none is. */
  readonly states?: string
}

/**
 * Linkage that is declared as an array is believed. Linkage that is declared as one object is not, where the related
 * path's response, its tags or its plural name contradict it: many documents have one identifier schema for both.
 * @param vague whether such a declaration says nothing at all in this document; then the relationship's plural name
 * contradicts it too.
 */
export function cardinality(
  context: Context,
  subject: Subject,
  declared: readonly Linkage[],
  path: Related,
  vague = false,
): Stated<'one' | 'many'> {
  const title = `The relationship ${subject.name} of ${subject.type}`
  const many = declared.find((one) => one.cardinality === 'many')
  const one = declared.find((other) => other.cardinality === 'one')
  const told = path.cardinality ?? path.plural ?? (vague ? pluralOf(subject) : undefined)
  const said = many ?? one
  const advice = (value: string) =>
    `Mend the schema, or state it on the relationship: \`x-jsonapi: { cardinality: ${value} }\`.`
  if (said) {
    const doubt = many
      ? (one ?? (told?.value === 'one' ? told.source : undefined))
      : told?.value === 'many'
        ? told.source
        : undefined
    const value = many || doubt ? 'many' : 'one'
    if (doubt) {
      const other = 'reason' in doubt ? doubt.reason : 'another of its schemas'
      warn(context, {
        code: 'cardinality-contradiction',
        message: `${title} is declared to-${said.cardinality}, but ${other} says to-${said.cardinality === 'many' ? 'one' : 'many'}; to-many is taken.`,
        advice: advice(value),
        at: [said.pointer, doubt.pointer],
        ...stating(subject.states, { cardinality: value }),
      })
    }
    const inferred = !many && told && doubt ? told.source : undefined
    return { value, source: inferred ?? { by: 'declared', pointer: said.pointer } }
  }
  if (path.cardinality) return path.cardinality
  const value = isPlural(subject.name) ? 'many' : 'one'
  warn(context, {
    code: 'cardinality-unknown',
    message: `${title} does not declare whether it leads to one or to many, and no path tells; its name says to-${value}.`,
    advice: advice(value),
    at: [subject.pointer],
    ...stating(subject.states, { cardinality: value }, 'The cardinality is that of the name.'),
  })
  return { value, source: { by: 'inferred', pointer: subject.pointer, reason: 'its name' } }
}

function pluralOf({ name, pointer }: Subject): Told<'many'> | undefined {
  if (!isPlural(name)) return undefined
  return { value: 'many', source: { by: 'inferred', pointer, reason: 'its plural name' } }
}
