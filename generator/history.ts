/** Earlier versions of the document, and what changed since. */
import type { EarlierVersion } from './config.js'
import type { Change, Release } from './diff/types.js'
import { sameOrigin } from './document/address.js'
import type { Document } from './document/types.js'
import type { Model } from './model/types.js'
import { InputError, type Problem } from './problems.js'
import { documentOf, type Input, modelOf, readModel } from './read.js'

/**
 * What changed between two versions of an API.
 *
 * @param before where the earlier one is.
 * @throws InputError with everything that keeps them from being read.
 */
export async function compare(
  before: Input,
  after: Input,
): Promise<{ before: Model; after: Model; changes: readonly Change[] }> {
  const { changes } = await import('./diff/changes.js')
  const [was, is] = await allOf([readEarlier(before), readModel({ ...after, strict: false })])
  return { before: was.model, after: is.model, changes: changes(was.model, is.model) }
}

export interface History {
  /** The newest first. */
  readonly releases: readonly Release[]
  /** What was said of one of the versions and changes nothing in it, as warnings. */
  readonly problems: readonly Problem[]
  /** All that the versions were read from: by address, the SHA-256 of the bytes. */
  readonly sources: Document['sources']
}

/**
 * What changed from each of the earlier versions to the next, and from the last to `model`.
 *
 * @param earlier from the oldest. What one does not say is as in `input`; its headers are for its own origin alone.
 * @throws InputError with everything that keeps them from being read.
 */
export async function readHistory(
  earlier: readonly (string | EarlierVersion)[],
  model: Model,
  input: Input,
): Promise<History> {
  const { changes } = await import('./diff/changes.js')
  const said = earlier.map((version): EarlierVersion => (typeof version === 'string' ? { spec: version } : version))
  const read = await allOf(
    said.map((said) => {
      const spec = said.spec ?? input.spec
      const own = said.spec === undefined || sameOrigin(said.spec, input.spec ?? '')
      return readEarlier({ ...input, ...said, spec, headers: own ? input.headers : {} })
    }),
  )
  const releases = read.map(({ model: before }, index): Release => {
    const after = read[index + 1]?.model ?? model
    return { version: after.api.version, since: before.api.version, changes: changes(before, after) }
  })
  const problems = read.flatMap(({ problems }, index) => problems.filter(({ code }) => isOf(code, said[index])))
  return { releases: releases.reverse(), problems, sources: new Map(read.flatMap(({ sources }) => [...sources])) }
}

/** Whether a warning is of what was said of this version itself: the rest was said of another. */
const isOf = (code: Problem['code'], { overlays, include, exclude }: EarlierVersion = {}): boolean =>
  (code === 'unmatched-action' && overlays !== undefined) ||
  (code === 'unmatched-selector' && (include ?? exclude) !== undefined)

/**
 * Reads an earlier version of the document. What the configuration says of a place that it does not have is passed over,
 * and so are the warnings of what it holds: there is nothing to be done about them any more.
 *
 * @returns it, what looks wrong in how it was read, and what it was read from.
 */
async function readEarlier(
  input: Input,
): Promise<{ model: Model; problems: readonly Problem[]; sources: Document['sources'] }> {
  const document = await documentOf(input)
  const { placeOf } = await import('./model/extension.js')
  const known = Object.entries(input.facts ?? {}).filter(([pointer]) => placeOf(document, pointer) !== undefined)
  const { model } = await modelOf(document, { ...input, facts: Object.fromEntries(known) })
  return { model, problems: document.problems, sources: document.sources }
}

/** What all of them give. @throws InputError with the problems of every one that cannot be read. */
async function allOf<const M extends readonly Promise<unknown>[]>(
  reading: M,
): Promise<{ -readonly [I in keyof M]: Awaited<M[I]> }> {
  const settled = await Promise.allSettled(reading)
  const failures: unknown[] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const wrong = failures.filter((error) => error instanceof InputError)
  if (failures.length > wrong.length) throw failures.find((error) => !(error instanceof InputError))
  if (wrong.length > 0) throw new InputError(wrong.flatMap(({ problems }) => problems))
  return Promise.all(reading)
}
