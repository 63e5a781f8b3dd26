/** The actions of an Overlay document, checked. https://spec.openapis.org/overlay/v1.1.0.html#action-object */
import type { Problem } from '../problems.js'
import { isObject } from './objects.js'
import type { Parsed } from './parse.js'
import { join, step } from './pointer.js'
import type { Source } from './source.js'
import { suggest } from './suggest.js'

/** What an action does at what its `target`, a JSONPath, selects. `pointer`: where it stands in the overlay. */
export interface Action {
  readonly pointer: string
  readonly target: string
  readonly does: { readonly remove: true } | { readonly update: Parsed } | { readonly copy: string }
}

const MEMBERS = ['target', 'description', 'update', 'remove', 'copy']

/** The actions of `overlay` in their order, or what is wrong with them. */
export function actionsOf(overlay: Source): { actions: Action[]; problems: Problem[] } {
  const problems: Problem[] = []
  const { name, value } = overlay
  const version = step(value, 'overlay')
  const list = step(value, 'actions')
  if (!isObject(value) || version === undefined) {
    fail(`${name} is not an Overlay document: it has no "overlay" property.`, 'An overlay begins with overlay: 1.0.0.')
  } else if (typeof version !== 'string' || !/^1\.[01](\.|$)/.test(version)) {
    const advice = "Overlays of the versions 1.0 and 1.1 can be read: write overlay: '1.0.0'."
    fail(`${name} is of the Overlay version ${JSON.stringify(version)}.`, advice, '/overlay')
  } else if (!Array.isArray(list)) {
    fail(`The "actions" of ${name} are not an array.`, 'Write a list of actions, each with a target.', '/actions')
  }
  const actions = (Array.isArray(list) ? list : []).flatMap((item, index) => read(item, `/actions/${index}`) ?? [])
  return { actions: problems.length > 0 ? [] : actions, problems }

  function read(item: Parsed, pointer: string): Action | undefined {
    const { target, update, remove, copy } = isObject(item) ? item : {}
    if (!isObject(item) || typeof target !== 'string') {
      return fail('An action has no "target".', 'Name what to change by a JSONPath: target: $.info.', pointer)
    }
    for (const member of Object.keys(item)) {
      if (MEMBERS.includes(member) || member.startsWith('x-')) continue
      const meant = suggest(member, MEMBERS)
      const advice = meant ? `Did you mean "${meant}"?` : `An action has ${MEMBERS.join(', ')}.`
      fail(`An action has no "${member}".`, advice, join(pointer, member))
    }
    if (remove !== undefined && typeof remove !== 'boolean') {
      return fail('"remove" is neither true nor false.', 'Write remove: true.', join(pointer, 'remove'))
    }
    if (remove === true) return { pointer, target, does: { remove } }
    if (update !== undefined && copy !== undefined) {
      return fail('An action has both "update" and "copy".', 'Make two actions of it.', pointer)
    }
    if (update !== undefined) return { pointer, target, does: { update } }
    if (typeof copy === 'string') return { pointer, target, does: { copy } }
    return fail('An action does nothing.', 'Give it "update", "copy", or remove: true.', pointer)
  }

  function fail(message: string, advice: string, pointer = ''): undefined {
    problems.push({ severity: 'error', code: 'wrong-overlay', message, advice, places: [overlay.place(pointer)] })
  }
}
