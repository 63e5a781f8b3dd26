/** From the document to the Model, with what is wrong with either. */
import { CONFIGURATION, type Facts, type Ignore } from './config.js'
import type { Document } from './document/types.js'
import type { Model, SdkOptions } from './model/types.js'
import { InputError, type Place, type Problem } from './problems.js'

export interface Input {
  /** The OpenAPI document: a path relative to `cwd`, or a URL; where it is not given, what the first overlay extends. */
  readonly spec?: string | undefined
  readonly cwd: string
  /** OpenAPI Overlays, applied in this order before the document is read: paths relative to `cwd`, or URLs. */
  readonly overlays?: readonly string[] | undefined
  /** Headers for a document behind authorization. They are sent to its own origin alone. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The operations to take, as selectors such as `tag:roles`; all of them where not said. */
  readonly include?: readonly string[] | undefined
  /** The operations to leave out, as selectors. */
  readonly exclude?: readonly string[] | undefined
  /** From a JSON pointer into the document to what an `x-jsonapi` there would say. */
  readonly facts?: Facts | undefined
  /** What an attribute of the format `date-time` is in the SDK; strings where not said. */
  readonly dates?: SdkOptions['dates'] | undefined
  /** Whether an attribute with an enum has values that are not in it; closed where not said. */
  readonly enums?: SdkOptions['enums'] | undefined
  /** Warnings that are known and passed over. */
  readonly ignore?: readonly Ignore[] | undefined
  /** Whether warnings are errors. */
  readonly strict?: boolean | undefined
  /** The file, relative to `cwd`, that `facts` and `ignore` were read from: problems of theirs are shown there. */
  readonly configFile?: string | undefined
}

/**
 * Reads the document and what the generator knows of it.
 *
 * @throws InputError with every problem of the input.
 */
export async function readModel(input: Input): Promise<{
  document: Document
  model: Model
  problems: readonly Problem[]
  /** The warnings that `ignore` passes over. */
  ignored: readonly Problem[]
}> {
  const { document, model, found } = await read(input)
  return { document, model, ...(await sifted(found, input, false)) }
}

/** @throws InputError with every problem of the document, and of what the configuration says of it. */
export async function read(input: Input): Promise<{ document: Document; model: Model; found: readonly Problem[] }> {
  const document = await documentOf(input)
  const { model, problems } = await modelOf(document, input).catch((error) => {
    throw error instanceof InputError ? new InputError([...error.problems, ...document.problems]) : error
  })
  return { document, model, found: [...document.problems, ...problems] }
}

/** @throws InputError with every problem of the document. */
export async function documentOf({ spec, ...reading }: Input): Promise<Document> {
  const { load } = await import('./document/load.js')
  return load(spec, reading)
}

/** @throws InputError with every problem of what the document, or the configuration, says of the API. */
export async function modelOf(
  document: Document,
  input: Input,
): Promise<{ model: Model; problems: readonly Problem[] }> {
  const { facts = {}, dates, enums, configFile = CONFIGURATION } = input
  const { build } = await import('./model/build.js')
  try {
    return build(document, { facts, factsFile: configFile, dates, enums })
  } catch (error) {
    throw error instanceof InputError ? new InputError(await lined(error.problems, input)) : error
  }
}

/**
 * Parts the warnings that the configuration knows from the others.
 *
 * @param withGuides whether guides were read: else what is known of them is left alone.
 * @throws InputError where warnings are errors, and there are any.
 */
export async function sifted(
  found: readonly Problem[],
  input: Input,
  withGuides: boolean,
): Promise<{ problems: readonly Problem[]; ignored: readonly Problem[] }> {
  const { ignore = [], strict = false, configFile = CONFIGURATION } = input
  const [{ parted, refuse }, { inConfiguration }] = await Promise.all([
    import('./ignore.js'),
    import('./config-places.js'),
  ])
  const placeOf = (index: number): Place => inConfiguration(configFile, 'ignore', index)
  const { problems, ignored } = parted(found, ignore, placeOf, withGuides)
  const shown = await lined(problems, input)
  if (strict) refuse(shown)
  return { problems: shown, ignored }
}

/** Gives lines to the places in the configuration. */
async function lined(problems: readonly Problem[], { configFile, cwd }: Input): Promise<readonly Problem[]> {
  if (configFile === undefined) return problems
  const { withLines } = await import('./config-places.js')
  return withLines(problems, configFile, cwd)
}
