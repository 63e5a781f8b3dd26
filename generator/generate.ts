import path from 'node:path'
import type { Facts, Ignore } from './config.js'
import type { Document } from './document/types.js'
import type { Model, SdkOptions } from './model/types.js'
import { InputError, type Problem } from './problems.js'
import type { Changes } from './write/write.js'

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

export interface GenerateOptions extends Input {
  /** The folder for the output, relative to `cwd`. */
  readonly out: string
  /** Whether the reference is written beside the SDK; it is, where not said. */
  readonly docs?: boolean | undefined
  /** Compares and writes nothing. */
  readonly check?: boolean | undefined
}

/**
 * The whole way from the document to the files of the SDK and its reference.
 *
 * @returns what was written (or, with `check`, what would be), and the warnings.
 * @throws InputError with every problem of the input; then nothing has been written.
 */
export async function generate(options: GenerateOptions): Promise<{ changes: Changes; problems: readonly Problem[] }> {
  const { document, model, problems } = await readModel(options)

  const { emit } = await import('./emit/emit.js')
  const files = await emit(model, document, { docs: options.docs })

  const [{ mark }, { write }] = await Promise.all([import('./write/header.js'), import('./write/write.js')])
  const marked = new Map([...files].map(([file, text]) => [file, mark(file, text)]))
  const changes = await write(marked, { out: path.resolve(options.cwd, options.out), check: options.check ?? false })

  return { changes, problems }
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
  const {
    spec,
    facts = {},
    dates,
    enums,
    ignore = [],
    strict = false,
    configFile = 'the configuration',
    ...reading
  } = input
  const { load } = await import('./document/load.js')
  const document = await load(spec, reading)

  const { build } = await import('./model/build.js')
  const { parted, refuse } = await import('./ignore.js')
  const { inConfiguration, withLines } = await import('./config-places.js')
  const lined = async (problems: readonly Problem[]) =>
    input.configFile === undefined ? problems : withLines(problems, input.configFile, input.cwd)
  try {
    const built = build(document, { facts, factsFile: configFile, dates, enums })
    const { problems, ignored } = parted([...document.problems, ...built.problems], ignore, (index) =>
      inConfiguration(configFile, 'ignore', index),
    )
    if (strict) refuse(problems)
    return { document, model: built.model, problems: await lined(problems), ignored }
  } catch (error) {
    throw error instanceof InputError ? new InputError([...(await lined(error.problems)), ...document.problems]) : error
  }
}
