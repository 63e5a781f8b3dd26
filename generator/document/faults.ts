/** The references of a document that lead nowhere, as problems: one for each target, with every place that refers to it. */
import type { Code, Place, Problem } from '../problems.js'
import type { Lost } from './follow.js'
import type { Origin } from './homes.js'
import { toRef } from './pointer.js'
import { suggest } from './suggest.js'
import type { Json } from './types.js'

interface Fault {
  readonly ref: string
  readonly lost: Lost
  /** Of the references. */
  readonly origins: Origin[]
}

export class Faults {
  readonly #faults = new Map<string, Fault>()

  /** `ref`, which stands at `origin`, leads nowhere. */
  add(ref: string, origin: Origin, lost: Lost): void {
    const key = targetOf(ref, origin, lost)
    const fault = this.#faults.get(key)
    if (!fault) this.#faults.set(key, { ref, lost, origins: [origin] })
    else if (!fault.origins.some((known) => known.source === origin.source && known.pointer === origin.pointer)) {
      fault.origins.push(origin)
    }
  }

  problems(): Problem[] {
    return Array.from(this.#faults.values(), toProblem)
  }
}

/** The same for all references to the same missing thing. */
function targetOf(ref: string, origin: Origin, lost: Lost): string {
  if (lost.lost === 'file') return `file ${lost.address}`
  if (lost.lost === 'pointer') return `pointer ${lost.near.source.address} ${lost.near.pointer} ${lost.token} ${ref}`
  return `${origin.source.address} ${ref}`
}

function toProblem({ ref, lost, origins }: Fault): Problem {
  const places = origins.map(({ source, pointer }) => source.place(pointer))
  const error = (code: Code, message: string, advice: string, own: readonly Place[] = []): Problem => {
    return { severity: 'error', code, message, advice, places: [...own, ...places] }
  }
  switch (lost.lost) {
    case 'file': {
      const { failed, place } = lost.failure
      if (place) return error(failed.code, failed.message, failed.advice, [place])
      const { message, advice } = failed
      return error('unresolved-ref', `The reference "${ref}" leads nowhere. ${message}`, advice)
    }
    case 'pointer': {
      const { source, pointer, value } = lost.near
      const has = pointer === '' ? source.name : `${toRef(pointer)} in ${source.name}`
      return error(
        'unresolved-ref',
        `The reference "${ref}" leads nowhere: ${has} has no "${lost.token}".`,
        near(lost.token, value),
      )
    }
    case 'anchor': {
      const advice = lost.anchor.includes('/')
        ? `A JSON pointer begins with a slash: "#/${lost.anchor}".`
        : 'Add the $anchor to the schema that is meant, or refer to it by a JSON pointer.'
      const what = `no schema in ${lost.source.name} has the $anchor "${lost.anchor}"`
      return error('unresolved-ref', `The reference "${ref}" leads nowhere: ${what}.`, advice)
    }
    case 'address': {
      const advice =
        'Refer to a file by its path, or by a http or https address. A document from the web may not refer to local files.'
      return error('unresolved-ref', `The reference "${ref}" leads to nothing that can be read.`, advice)
    }
    case 'circle': {
      const advice = 'Let one of the references in the circle give way to what is meant.'
      return error('circular-ref', `The reference "${ref}" leads back to itself.`, advice)
    }
  }
}

/** What may have been meant by `token`, where `value` has no such property. */
function near(token: string, value: Json): string {
  if (typeof value !== 'object' || value === null) return 'Correct the reference, or add what it names.'
  const names = Object.keys(value)
  const meant = suggest(token, names)
  if (meant !== undefined) return `Did you mean "${meant}"?`
  if (names.length === 0) return 'Correct the reference, or add what it names.'
  const some = names.slice(0, 5).join(', ')
  return `Correct the reference, or add what it names. There are: ${some}${names.length > 5 ? ', …' : ''}.`
}
