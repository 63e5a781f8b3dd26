/** Earlier versions of the document. */
import type { Input } from './generate.js'
import type { Model } from './model/types.js'

/**
 * Reads an earlier version of the document. What the configuration says of a place that it does not have is passed over,
 * and so are its warnings: there is nothing to be done about them any more.
 *
 * @throws InputError with everything that keeps it from being read.
 */
export async function readEarlier(input: Input): Promise<Model> {
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
