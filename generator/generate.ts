import path from 'node:path'
import type { EarlierVersion } from './config.js'
import { TemplateError } from './emit/template-error.js'
import { type Guides, NO_GUIDES } from './guides/types.js'
import type { History } from './history.js'
import type { Model } from './model/types.js'
import { InputError, type Problem, throwErrors } from './problems.js'
import { type Input, read, sifted } from './read.js'
import { NO_OWN, type Own } from './templates/types.js'
import type { Content } from './write/ledger.js'
import type { Changes } from './write/write.js'

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
  const beside = { docs, guides, templates, copied }
  const folder = path.resolve(cwd, out)
  const { memoryOf } = await import('./write/memory.js')
  const memory = memoryOf(folder, cwd, [model, document.root, beside, docs && earlierIn(options)])
  // Earlier versions whose files are what they were are not read again where nothing else has changed.
  const earlier = memory.hasSources() ? undefined : await historyOf(model, options)
  const known = memory.recall(earlier)
  if (known) {
    const { problems } = await sifted([...found, ...guides.problems, ...known.problems], options, docs)
    return { changes: known.changes, problems }
  }

  const history = earlier ?? (await historyOf(model, options))
  const warned = [...found, ...guides.problems, ...history.problems]
  const { emit } = await import('./emit/emit.js')
  const emitted = await emit(model, document, { ...beside, history: history.releases }).catch((error) => {
    throw error instanceof TemplateError ? new InputError(error.faults.map(own.problemOf)) : error
  })
  const { addGuides } = await import('./guides/add.js')
  const { files, problems: between } = await addGuides(new Map<string, Content>([...emitted, ...copied]), guides)
  throwErrors([...between, ...warned])
  const { problems } = await sifted([...warned, ...between], options, docs)

  const [{ markAll }, { write }] = await Promise.all([import('./write/ledger.js'), import('./write/write.js')])
  const marked = markAll(files)
  const changes = await write(marked, { out: folder, check })
  memory.remember(marked, [...history.problems, ...between], history)

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

/** What of the options decides how earlier versions are read, besides where the model tells of it. */
const earlierIn = ({ changelog, spec, overlays, include, exclude, facts }: GenerateOptions): unknown =>
  changelog && { changelog, spec, overlays, include, exclude, facts }

/** What changed from version to version, where the reference tells of it. */
async function historyOf(model: Model, options: GenerateOptions): Promise<History> {
  const { docs = true, changelog = [] } = options
  if (!docs || changelog.length === 0) return { releases: [], problems: [], sources: new Map() }
  const { readHistory } = await import('./history.js')
  return readHistory(changelog, model, options)
}
