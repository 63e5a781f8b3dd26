/** What is told of values of a wrong shape, and how those are mended whose meaning is clear. */
import type { Action, Place, Problem } from '../problems.js'
import { jsonPath } from './json-path.js'
import { put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parse } from './pointer.js'

/** Collects the problems of a document, whose own file is `file`: an overlay reaches no other. */
export function reporter(document: ParsedObject, file: string, place: (pointer: string) => Place) {
  const problems: Problem[] = []

  function wrong(message: string, pointer: string, advice: string): void {
    problems.push({ severity: 'error', code: 'wrong-shape', message, advice, places: [place(pointer)] })
  }

  function mended(message: string, at: Place, advice: string, actions?: readonly Action[]): void {
    problems.push({
      ...{ severity: 'warning', code: 'shape-mended', message, advice, places: [at] },
      ...(actions && { mend: { actions } }),
    })
  }

  /** Puts the right value in the place of a wrong one; undefined takes it away. */
  function mend(holder: ParsedObject, name: string, value: Parsed | undefined, what: string, pointer: string): void {
    const taken = value === undefined ? 'it is taken as absent' : `${shown(value)} is taken`
    const advice = value === undefined ? 'Leave it out, or say what is meant.' : `Write ${shown(value)}.`
    const at = place(pointer)
    const isOwn = at.file === file && at.pointer === pointer && get(document, pointer) !== undefined
    mended(`${what}; ${taken}.`, at, advice, isOwn ? mending(document, pointer, name, value) : undefined)
    if (value === undefined) delete holder[name]
    else put(holder, name, value)
  }

  return { problems, wrong, mended, mend }
}

/** What an overlay does to the same end: it puts in what is taken, or takes away. A list would be added to the one there is. */
function mending(document: ParsedObject, pointer: string, name: string, value: Parsed | undefined): Action[] {
  const remove: Action = { target: jsonPath(document, pointer), remove: true }
  if (value === undefined) return [remove]
  const above = join('', ...parse(pointer).slice(0, -1))
  const update: Action = { target: jsonPath(document, above), update: { [name]: value } }
  return Array.isArray(get(document, pointer)) ? [remove, update] : [update]
}

const shown = (value: Parsed): string => JSON.stringify(value)
