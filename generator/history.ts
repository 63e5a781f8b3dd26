/** Earlier versions of the document, and what changed since. */
import type { EarlierVersion } from './config.js'
import type { Change, Release } from './diff/types.js'
import { sameOrigin } from './document/address.js'
import type { Input } from './generate.js'
import type { Model } from './model/types.js'
import { InputError } from './problems.js'

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
  const [{ readModel }, { changes }] = await Promise.all([import('./generate.js'), import('./diff/changes.js')])
  const later = readModel({ ...after, strict: false })
  const [was, is] = await allOf([readEarlier(before), later.then(({ model }) => model)])
  return { before: was, after: is, changes: changes(was, is) }
}

/**
 * What changed from each of the earlier versions to the next, and from the last to `model`; the newest first.
 *
 * @param earlier from the oldest. What one does not say is as in `input`; its headers are for its own origin alone.
 * @throws InputError with everything that keeps them from being read.
 */
export async function readHistory(
  earlier: readonly (string | EarlierVersion)[],
  model: Model,
  input: Input,
): Promise<Release[]> {
  const { changes } = await import('./diff/changes.js')
  const models = await allOf(
    earlier.map((version) => {
      const said = typeof version === 'string' ? { spec: version } : version
      const spec = said.spec ?? input.spec
      const own = said.spec === undefined || sameOrigin(said.spec, input.spec ?? '')
      return readEarlier({ ...input, ...said, spec, headers: own ? input.headers : {} })
    }),
  )
  return [...models.slice(1), model]
    .map((after, index) => [models[index] ?? after, after] as const)
    .map(([before, after]) => ({
      version: after.api.version,
      since: before.api.version,
      changes: changes(before, after),
    }))
    .reverse()
}

/**
 * Reads an earlier version of the document. What the configuration says of a place that it does not have is passed over,
 * and so are its warnings: there is nothing to be done about them any more.
 */
async function readEarlier(input: Input): Promise<Model> {
  const { spec, facts = {}, dates, enums, configFile = 'the configuration', ...reading } = input
  const [{ load }, { build }, { placeOf }] = await Promise.all([
    import('./document/load.js'),
    import('./model/build.js'),
    import('./model/extension.js'),
  ])
  const document = await load(spec, reading)
  const known = Object.entries(facts).filter(([pointer]) => placeOf(document, pointer) !== undefined)
  return build(document, { facts: Object.fromEntries(known), factsFile: configFile, dates, enums }).model
}

/** What all of them give. @throws InputError with the problems of every one that cannot be read. */
async function allOf<const M extends readonly Promise<Model>[]>(reading: M): Promise<{ [I in keyof M]: Model }> {
  const settled = await Promise.allSettled(reading)
  const failures: unknown[] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const wrong = failures.filter((error) => error instanceof InputError)
  if (failures.length > wrong.length) throw failures.find((error) => !(error instanceof InputError))
  if (wrong.length > 0) throw new InputError(wrong.flatMap(({ problems }) => problems))
  return Promise.all(reading)
}
