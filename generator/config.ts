/** The configuration file: what it may hold, how it is found, read and checked. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from './cache.js'
import type { SdkOptions } from './model/types.js'
import { InputError, type WarningCode } from './problems.js'

export interface Config {
  /** The OpenAPI document: a path relative to the config file's folder, or a URL. */
  readonly spec?: string | undefined
  /** OpenAPI Overlays, applied to the document in this order: paths relative to the config file's folder, or URLs. */
  readonly overlays?: readonly string[] | undefined
  /** Headers for a document behind authorization. They are sent to its own origin alone, and shown nowhere. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * The operations to take, where not all: those that one of the selectors matches. `path:/roles/**`, `tag:roles`,
   * `operationId:list*`, `method:GET`, `deprecated`; `*` stands for anything but a slash, `**` for anything.
   */
  readonly include?: readonly string[] | undefined
  /** The operations to leave out: those that one of the selectors matches. */
  readonly exclude?: readonly string[] | undefined
  /** The folder for what is generated, relative to the config file's folder. */
  readonly out?: string | undefined
  /**
   * What the document does not say, or says wrongly: from a JSON pointer into the document to what an `x-jsonapi`
   * extension at that place would say. It wins over the document.
   */
  readonly facts?: Facts | undefined
  /** Whether the reference is written beside the SDK; it is, where not said. */
  readonly docs?: boolean | undefined
  /**
   * The folder of the guides that the reference takes in, relative to the config file's folder, or false for none;
   * `guides` beside the document, where not said and there is one.
   */
  readonly guides?: string | false | undefined
  /** A folder with templates of your own for the reference, relative to the config file's folder. */
  readonly templates?: string | undefined
  /**
   * Earlier versions of the document, from the oldest: the reference has a page of what changed from each to the next,
   * and from the last of them to the document. Paths relative to the config file's folder, or URLs.
   */
  readonly changelog?: readonly (string | EarlierVersion)[] | undefined
  /** What an attribute of the format `date-time` is in the SDK: a string, where not said, or a `Date`. */
  readonly dates?: SdkOptions['dates'] | undefined
  /** Whether an attribute with an enum takes and gives its values alone, where not said, or others as well. */
  readonly enums?: SdkOptions['enums'] | undefined
  /** Whether warnings are errors: then nothing is written where there is any. */
  readonly strict?: boolean | undefined
  /** Warnings that are known, and why they may be passed over. */
  readonly ignore?: readonly Ignore[] | undefined
}

/** What the configuration is called where it is no file. */
export const CONFIGURATION = 'the configuration'

/** What is not said is as for the document itself. */
export interface EarlierVersion {
  readonly spec?: string | undefined
  readonly overlays?: readonly string[] | undefined
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
}

export interface Ignore {
  readonly code: WarningCode
  /** The JSON pointer of the place in the document, or of one that it is within; anywhere where not said. */
  readonly at?: string | undefined
  /** For those who read the configuration. */
  readonly reason: string
}

export type Facts = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Where a config is looked for, in this order, in a folder and then in those above it. */
const KINDS = ['.ts', '.mts', '.js', '.mjs', '.json']
const PLACES = [...KINDS.map((kind) => `openapi-resources.config${kind}`), 'package.json']

/** Types the config for editor and compiler; gives it back as it is. */
export const defineConfig = (config: Config): Config => config

/**
 * Finds and reads the configuration.
 *
 * @param options.file the config to read, relative to `cwd`; without it, it is looked for from `cwd` upwards.
 * @returns the config with absolute paths (a URL stays as it is), and its file; an empty config where there is none.
 * @throws InputError `config-not-found`, `config-not-loaded`, `invalid-config` or `unknown-config-key`.
 */
export async function loadConfig(options: {
  cwd: string
  file?: string
}): Promise<{ config: Config; file: string | undefined }> {
  const { lilconfig } = await import('lilconfig')
  const shown = (file: string): string => path.relative(options.cwd, file) || file
  const load = async (file: string, content: string): Promise<unknown> => {
    try {
      return file.endsWith('.json') ? JSON.parse(content.replace(/^\uFEFF/, '')) : await evaluate(file)
    } catch (error) {
      throw notLoaded(error, file, shown(file))
    }
  }
  const searcher = lilconfig('openapi-resources', {
    cache: false,
    searchPlaces: PLACES,
    ignoreEmptySearchPlaces: false,
    loaders: Object.fromEntries(KINDS.map((kind) => [kind, load])),
  })
  const found =
    options.file === undefined
      ? await searcher.search(options.cwd)
      : await searcher.load(existing(path.resolve(options.cwd, options.file), options.file))
  if (!found) return { config: {}, file: undefined }
  const file = shown(found.filepath)
  const { checkConfig } = await import('./check-config.js')
  try {
    return { config: withAbsolutePaths(checkConfig(found.config ?? undefined, file), found.filepath), file }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { withLines } = await import('./config-places.js')
    throw new InputError(await withLines(error.problems, file, options.cwd))
  }
}

/** Evaluates a TypeScript or JavaScript file and gives its default export. */
async function evaluate(file: string): Promise<unknown> {
  const [{ createJiti }, api] = await Promise.all([import('jiti'), import('./index.js')])
  const jiti = createJiti(file, {
    fsCache: cacheFolder(path.dirname(file)) ?? false,
    moduleCache: false,
    // Found even where the package is not installed beside the config, as with npx.
    virtualModules: { 'openapi-resources': api },
  })
  const module = await jiti.import<{ default?: unknown }>(file)
  return module.default
}

function withAbsolutePaths<C extends Config>(config: C, file: string): C {
  const absolute = (value: string): string =>
    /^(https?|file):\/\//i.test(value) ? value : path.resolve(path.dirname(file), value)
  return {
    ...config,
    ...(config.spec !== undefined && { spec: absolute(config.spec) }),
    ...(config.overlays !== undefined && { overlays: config.overlays.map(absolute) }),
    ...(config.out !== undefined && { out: absolute(config.out) }),
    ...(config.guides && { guides: absolute(config.guides) }),
    ...(config.templates !== undefined && { templates: absolute(config.templates) }),
    ...(config.changelog && {
      changelog: config.changelog.map((version) =>
        typeof version === 'string' ? absolute(version) : withAbsolutePaths(version, file),
      ),
    }),
  }
}

/** @throws InputError where `file` is no file of a kind that can hold a config. */
function existing(file: string, named: string): string {
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
  if (isFile && KINDS.includes(path.extname(file))) return file
  throw new InputError([
    {
      severity: 'error',
      code: 'config-not-found',
      message: isFile ? `A config cannot be a file like ${named}.` : `There is no file ${named}.`,
      advice: `Name a file that ends in ${KINDS.join(', ')}, or leave --config out: ${PLACES[0]} is found by itself.`,
      places: [{ file: named }],
    },
  ])
}

function notLoaded(error: unknown, file: string, shown: string): InputError {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  // Without the position that Babel puts at the end, and the modules that Node lists.
  const [reason = ''] = message.split(/\nRequire stack:|\n .*:\d+:\d+$/)
  const said = reason.split(file).join(shown).replace(/\s+/g, ' ').trim()
  const [, line, column] = stack.slice(Math.max(0, stack.indexOf(file))).match(/^[^\n]*?:(\d+):(\d+)/) ?? []
  // Babel counts columns from 0.
  const first = message.includes(`${file}:`) ? 1 : 0
  return new InputError([
    {
      severity: 'error',
      code: 'config-not-loaded',
      message: `The config cannot be loaded: ${said}`,
      advice: 'Mend the config file, or name another one with --config.',
      places: [{ file: shown, ...(line && column && { line: Number(line), column: Number(column) + first }) }],
    },
  ])
}
