/**
 * Overlays, applied to the document's own file before its `$ref`s are followed: what they put in is part of that file
 * from then on, so its relative references begin there. https://spec.openapis.org/overlay/v1.1.0.html
 */
import type { Problem } from '../problems.js'
import { copied, Edits } from './edits.js'
import type { Origin } from './homes.js'
import { laterFirst, selector } from './jsonpath.js'
import { isObject, objectAt } from './objects.js'
import { type Action, actionsOf } from './overlay-actions.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join } from './pointer.js'
import type { Source } from './source.js'

/**
 * Applies `overlays`, one after the other, to a copy of `root`.
 *
 * @returns the file as they leave it, which tells of each value where it was written: in the file, or in an overlay; and
 *   what is wrong with the overlays, as errors, or matches nothing, as warnings.
 */
export async function applyOverlays(
  root: Source,
  overlays: readonly Source[],
): Promise<{ source: Source; problems: Problem[] }> {
  const select = await selector()
  const problems: Problem[] = []
  const edits = new Edits()
  // The edits tell where a value stood when it was read, `root` where that is.
  const source: Source = {
    ...root,
    value: copied(root.value),
    place(pointer, on) {
      const origin = edits.origin(source, pointer)
      return (origin.source === source ? root : origin.source).place(origin.pointer, on)
    },
  }
  for (const overlay of overlays) {
    const read = actionsOf(overlay)
    problems.push(...read.problems)
    for (const action of read.actions) apply(overlay, action)
  }
  return { source, problems }

  function apply(overlay: Source, { pointer, target, does }: Action): void {
    const told = reporter(overlay, pointer)
    const targets = selected(target, told.wrong('target'))
    if (targets?.length === 0) told.unmatched(target)
    if (!targets) return
    if ('remove' in does) {
      // From the last to the first: the indexes of those before it stay what they are.
      for (const path of targets.sort(laterFirst))
        if (!remove(path)) told.wrong('target')('It removes the whole document.')
      return
    }
    const member = 'copy' in does ? 'copy' : 'update'
    const value = 'copy' in does ? single(does.copy, told.wrong('copy')) : does.update
    const origin = { source: overlay, pointer: join(pointer, member) }
    for (const path of value === undefined ? [] : targets) {
      const fault = update(path, copied(value ?? null), origin)
      if (fault) told.wrong(member)(fault)
    }
  }

  /** The pointers of what a JSONPath selects. */
  function selected(path: string, wrong: (message: string) => void): string[] | undefined {
    try {
      return select(source.value, path)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      wrong(`"${path}" is no JSONPath: ${error.message.replace(/\.$/, '')}.`)
      return undefined
    }
  }

  /** The one value that a JSONPath selects. */
  function single(path: string, wrong: (message: string) => void): Parsed | undefined {
    const found = selected(path, wrong)
    const [pointer] = found ?? []
    if (found && found.length !== 1) wrong(`"${path}" selects ${found.length} values, not one.`)
    return found?.length === 1 && pointer !== undefined ? get(source.value, pointer) : undefined
  }

  function holderOf(pointer: string): { holder: Parsed | undefined; token: string } {
    const end = pointer.lastIndexOf('/')
    const token = pointer
      .slice(end + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~')
    return { holder: get(source.value, pointer.slice(0, end)), token }
  }

  function remove(pointer: string): boolean {
    if (pointer === '') return false
    const { holder, token } = holderOf(pointer)
    if (Array.isArray(holder) || isObject(holder)) edits.remove(holder, token)
    return true
  }

  /** Says what is wrong, if `value` cannot be merged into what is at `pointer`. */
  function update(pointer: string, value: Parsed, origin: Origin): string | undefined {
    const target = get(source.value, pointer)
    if (isObject(target)) {
      if (!isObject(value)) return 'What is merged into an object must be an object.'
      merge(target, value, origin)
    } else if (Array.isArray(target)) {
      append(target, value, origin)
    } else {
      if (typeof value === 'object' && value !== null) return 'What replaces a single value must be a single value.'
      const { holder, token } = holderOf(pointer)
      if (Array.isArray(holder)) edits.setItem(holder, value, origin, Number(token))
      else if (isObject(holder)) edits.set(holder, token, value, origin)
    }
    return undefined
  }

  function merge(target: ParsedObject, value: ParsedObject, origin: Origin): void {
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined) continue
      const at = { source: origin.source, pointer: join(origin.pointer, name) }
      const known = Object.hasOwn(target, name) ? target[name] : undefined
      const object = objectAt(target, name)
      if (object && isObject(inner)) merge(object, inner, at)
      else if (Array.isArray(known) && Array.isArray(inner)) append(known, inner, at)
      else edits.set(target, name, inner, at)
    }
  }

  /** A list's items one by one, anything else as one item. */
  function append(target: Parsed[], value: Parsed, origin: Origin): void {
    if (!Array.isArray(value)) edits.setItem(target, value, origin)
    for (const [index, item] of Array.isArray(value) ? value.entries() : []) {
      edits.setItem(target, item, { source: origin.source, pointer: join(origin.pointer, index) })
    }
  }

  function reporter(overlay: Source, pointer: string) {
    const report = (
      severity: Problem['severity'],
      code: Problem['code'],
      message: string,
      advice: string,
      at: string,
    ) => void problems.push({ severity, code, message, advice, places: [overlay.place(at)] })
    return {
      wrong: (member: string) => (message: string) => {
        const advice =
          member === 'update'
            ? 'Select the object that holds it, and say under which name.'
            : "Write it as in RFC 9535: $.paths['/roles'].get, $..parameters[?@.name == 'page']."
        report('error', 'wrong-overlay', message, advice, join(pointer, member))
      },
      unmatched: (target: string) => {
        const advice = 'Correct the target, or remove the action. It selects from what the actions before it left.'
        report(
          'warning',
          'unmatched-action',
          `The action at ${target} changes nothing.`,
          advice,
          join(pointer, 'target'),
        )
      },
    }
  }
}
