/** Which warnings are passed over, and which are errors. */

import { GUIDE_WARNINGS } from './codes.js'
import type { Ignore } from './config.js'
import { InputError, type Place, type Problem, type WarningCode } from './problems.js'

const ofGuides: ReadonlySet<WarningCode> = new Set(GUIDE_WARNINGS)

/**
 * Parts the warnings that the configuration knows from the others. An entry that knows none is a warning itself.
 *
 * @param placeOf the place of an entry in the configuration, by its number.
 * @param withGuides whether there could be warnings of guides.
 */
export function parted(
  problems: readonly Problem[],
  ignore: readonly Ignore[],
  placeOf: (index: number) => Place,
  withGuides: boolean,
): { problems: readonly Problem[]; ignored: readonly Problem[] } {
  const knows = ({ code, at }: Ignore, problem: Problem): boolean =>
    problem.code === code && (at === undefined || problem.places.some(({ pointer }) => isWithin(pointer, at)))
  const ignored = problems.filter((problem) => ignore.some((entry) => knows(entry, problem)))
  const idle = ignore.flatMap((entry, index): Problem[] => {
    if (problems.some((problem) => knows(entry, problem))) return []
    if (ofGuides.has(entry.code) && !withGuides) return []
    const where = entry.at === undefined ? '' : ` at ${entry.at}`
    return [
      {
        severity: 'warning',
        code: 'ignore-not-used',
        message: `The configuration ignores ${entry.code}${where}, and there is no such warning.`,
        advice: 'Remove the entry from ignore, or correct its code or pointer.',
        places: [placeOf(index)],
      },
    ]
  })
  return { problems: [...problems.filter((problem) => !ignored.includes(problem)), ...idle], ignored }
}

const isWithin = (pointer: string | undefined, above: string): boolean =>
  pointer !== undefined && (pointer === above || pointer.startsWith(`${above}/`))

/** @throws InputError with every warning as an error, where there is any. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems.map((problem) => ({ ...problem, severity: 'error' })))
}
