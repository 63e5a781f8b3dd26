import path from 'node:path'
import { CONFIGURATION, type EarlierVersion, type Facts, type Ignore } from './config.js'
import type { Document } from './document/types.js'
import { TemplateError } from './emit/template-error.js'
import { type Guides, NO_GUIDES } from './guides/types.js'
import type { History } from './history.js'
import type { Model, SdkOptions } from './model/types.js'
import { InputError, type Place, type Problem, throwErrors } from './problems.js'
import { NO_OWN, type Own } from './templates/types.js'
import type { Content } from './write/ledger.js'
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
  /**
   * The folder of the guides that the reference takes in, relative to `cwd`, or false for none; `guides` beside the
   * document, where not said and there is one.
   */
  readonly guides?: string | false | undefined
  /** A folder with templates for the reference that replace ours of the same name, relative to `cwd`. */
  readonly templates?: string | undefined
  /** Earlier versions of the document, from the oldest, of which the reference tells what changed. */
  readonly changelog?: readonly (string | EarlierVersion)[] | undefined
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
  const { out, cwd, docs = true, check = false } = options
  const guides = await guidesOf(options)
  const own = await ownOf(options)
  const ofFolders = [...guides.problems, ...own.problems]
  const { document, model, found } = await read(options).catch((error) => {
    throw error instanceof InputError ? new InputError([...error.problems, ...ofFolders]) : error
  })
  throwErrors([...ofFolders, ...found])

  // All that the output is made of, besides the document: what is added here tells one run from another.
  const { templates, copied } = own
  const { releases: history, problems: ofHistory } = await historyOf(model, options)
  const beside = { docs, guides, templates, copied, history }
  const warned = [...found, ...guides.problems, ...ofHistory]
  const folder = path.resolve(cwd, out)
  const { memoryOf } = await import('./write/memory.js')
  const memory = memoryOf(folder, cwd, [model, document.root, beside])
  const known = memory.recall()
  if (known) {
    const { problems } = await sifted([...warned, ...known.problems], options, docs)
    return { changes: known.changes, problems }
  }

  const { emit } = await import('./emit/emit.js')
  const emitted = await emit(model, document, beside).catch((error) => {
    throw error instanceof TemplateError ? new InputError(error.faults.map(own.problemOf)) : error
  })
  const { addGuides } = await import('./guides/add.js')
  const { files, problems: between } = await addGuides(new Map<string, Content>([...emitted, ...copied]), guides)
  throwErrors([...between, ...warned])
  const { problems } = await sifted([...warned, ...between], options, docs)

  const [{ markAll }, { write }] = await Promise.all([import('./write/ledger.js'), import('./write/write.js')])
  const marked = markAll(files)
  const changes = await write(marked, { out: folder, check })
  memory.remember(marked, between)

  return { changes, problems }
}

/** The guides that the reference takes in, with what is wrong with them. */
async function guidesOf({ docs = true, ...options }: GenerateOptions): Promise<Guides> {
  if (!docs) return NO_GUIDES
  const { readGuides } = await import('./guides/read.js')
  return readGuides(options)
}

/** The user's templates of the reference, with what is wrong with them. */
async function ownOf({ docs = true, templates: folder, cwd }: GenerateOptions): Promise<Own> {
  if (!docs || folder === undefined) return NO_OWN
  const { readOwn } = await import('./templates/own.js')
  return readOwn({ folder, cwd })
}

/** What changed from version to version, where the reference tells of it. */
async function historyOf(model: Model, options: GenerateOptions): Promise<History> {
  const { docs = true, changelog = [] } = options
  if (!docs || changelog.length === 0) return { releases: [], problems: [] }
  const { readHistory } = await import('./history.js')
  return readHistory(changelog, model, options)
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
async function read(input: Input): Promise<{ document: Document; model: Model; found: readonly Problem[] }> {
  const { spec, facts = {}, dates, enums, configFile = CONFIGURATION, ...reading } = input
  const { load } = await import('./document/load.js')
  const document = await load(spec, reading)
  const { build } = await import('./model/build.js')
  try {
    const { model, problems } = build(document, { facts, factsFile: configFile, dates, enums })
    return { document, model, found: [...document.problems, ...problems] }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError([...(await lined(error.problems, input)), ...document.problems])
  }
}

/**
 * Parts the warnings that the configuration knows from the others.
 *
 * @param withGuides whether guides were read: else what is known of them is left alone.
 * @throws InputError where warnings are errors, and there are any.
 */
async function sifted(
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
