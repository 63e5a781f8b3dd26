/** How an overlay would mend what looks wrong. https://spec.openapis.org/overlay/v1.0.0.html */
import { jsonPath } from '../document/json-path.js'
import { get, join } from '../document/pointer.js'
import type { Document, Json, JsonObject } from '../document/types.js'
import type { Action, Mend } from '../problems.js'
import { isArray } from './schema.js'

export interface MendReport extends Pick<Mend, 'guess' | 'changes'> {
  readonly actions: readonly Change[]
}

/** A change at a JSON pointer into the bundled document: what is put in, merged with what is there, or that it goes. */
export type Change = { readonly at: string } & ({ readonly update: Json } | { readonly remove: true })

/**
 * The actions, with JSONPaths. Undefined where one is about a place that is not in the file that the user named: an
 * overlay reaches no other.
 */
export function overlayOf(document: Document, { actions, ...rest }: MendReport): Mend | undefined {
  const found: Action[] = []
  for (const { at, ...change } of actions) {
    const pointer = ownPointer(document, at)
    if (pointer === undefined) return undefined
    found.push({ target: jsonPath(document.root, pointer), ...change })
  }
  return { actions: found, ...rest }
}

/** The pointer within the file that the user named; undefined where the place is in another. */
export function ownPointer(document: Document, at: string): string | undefined {
  const { file, pointer } = document.locate(at)
  return file === document.name && pointer === at && get(document.root, at) !== undefined ? at : undefined
}

/** Adds parameters to an operation. A list is added to item by item, so that no reader of overlays replaces it. */
export function withParameters(
  operation: { object: JsonObject; pointer: string },
  parameters: readonly Json[],
): Change[] {
  const { object, pointer } = operation
  if (!isArray(object.parameters)) return [{ at: pointer, update: { parameters } }]
  return parameters.map((update) => ({ at: join(pointer, 'parameters'), update }))
}

/** Has an `x-jsonapi` at this place state what was taken; nothing where none is read there. */
export const stating = (at: string | undefined, facts: JsonObject, guess?: string): { mend?: MendReport } =>
  at ? { mend: { actions: [{ at, update: { 'x-jsonapi': facts } }], ...(guess === undefined ? {} : { guess }) } } : {}
