/** The command line: what may be said, and what was said. */
import { readFileSync } from 'node:fs'
import { checkInput, type InputArguments, inputOf, LISTS, withInput, withReading } from './input-arguments.js'

interface GenerateArguments {
  readonly command: 'generate'
  readonly out?: string | undefined
  readonly docs?: boolean | undefined
  readonly guides?: string | undefined
  readonly templates?: string | undefined
  readonly check: boolean
}

interface InspectArguments {
  readonly command: 'inspect'
  readonly json: boolean
  /** Those of the resources by name that are shown; all where none is named. */
  readonly resource: readonly string[]
  readonly overlayOut?: string | undefined
}

interface DiffArguments {
  readonly command: 'diff'
  /** The earlier version; the later one is `spec`. */
  readonly before: string
  readonly json: boolean
  /** Whether only what breaks counts as a difference. */
  readonly breaking: boolean
}

export type Arguments =
  | (GenerateArguments & InputArguments)
  | (InspectArguments & InputArguments)
  | (DiffArguments & InputArguments)
  | { readonly command: 'explain'; readonly code?: string | undefined }
  /** Help or version, to be shown. */
  | { readonly command: 'show'; readonly text: string }

/** The command line is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Reads the command line. Prints nothing and ends nothing.
 *
 * @param argv without Node and the script.
 * @throws UsageError for an unknown command or option, a missing value, or a word too many.
 */
export async function readArguments(argv: readonly string[]): Promise<Arguments> {
  const { default: yargs } = await import('yargs')
  // A handler runs even where the check fails: what it makes of the words is made afterwards.
  const said: (() => Arguments)[] = []
  const parser = yargs([])
    .scriptName('openapi-resources')
    .usage('$0 <command>\n\nGenerates a typed JSON:API SDK and its reference from an OpenAPI document.')
    .command(
      'generate [spec]',
      'Write the SDK and its reference',
      (args) =>
        withInput(args)
          .option('out', { type: 'string', describe: 'Folder to write to [default: generated]' })
          .option('guides', {
            type: 'string',
            describe: 'Folder of Markdown for the reference [default: guides beside the document]',
          })
          .option('templates', { type: 'string', describe: 'Folder with templates of your own for the reference' })
          .option('no-docs', { type: 'boolean', describe: 'Write the SDK alone, without its reference' })
          .option('check', { type: 'boolean', describe: 'Write nothing; list what differs and exit with 1' })
          .example('$0 generate openapi.yaml', 'Write the SDK of openapi.yaml to generated/')
          .example('$0 generate', 'Do what openapi-resources.config.ts says')
          .example('$0 generate --check', 'In CI: fail when what is committed is stale'),
      ({ out, guides, templates, check = false, 'no-docs': noDocs, ...input }) => {
        const docs = noDocs === undefined ? undefined : !noDocs
        said.push(() => ({ command: 'generate', ...inputOf(input), out, docs, guides, templates, check }))
      },
    )
    .command(
      'inspect [spec]',
      'Print what the generator knows of the API, and from where',
      (args) =>
        withInput(args)
          .option('json', { type: 'boolean', describe: 'Print JSON, for a program' })
          .option('resource', {
            type: 'string',
            describe: 'Print these resources alone, by type, interface or accessor; several with commas',
          })
          .option('overlay-out', {
            type: 'string',
            describe: 'Write an OpenAPI Overlay that mends what is warned of, to be edited',
          })
          .example('$0 inspect openapi.yaml', 'Print resources, operations and warnings')
          .example('$0 inspect openapi.yaml --resource roles', 'Print what is known of roles')
          .example(
            '$0 inspect openapi.yaml --overlay-out fixes.yaml',
            'Write an overlay, to be applied with --overlay',
          ),
      ({ json = false, resource, 'overlay-out': overlayOut, ...input }) => {
        const named = resource?.split(',').filter(Boolean) ?? []
        said.push(() => ({ command: 'inspect', ...inputOf(input), json, resource: named, overlayOut }))
      },
    )
    .command(
      'diff <before> [after]',
      'Print what differs between two versions, and exit with 1 where anything does',
      (args) =>
        withReading(args)
          .positional('before', {
            type: 'string',
            demandOption: true,
            describe: 'The earlier document: a path or a URL',
          })
          .positional('after', { type: 'string', describe: 'The later one [default: spec of the configuration]' })
          .option('json', { type: 'boolean', describe: 'Print JSON, for a program' })
          .option('breaking', { type: 'boolean', describe: 'Exit with 1 only where something breaks callers' })
          .example('$0 diff v1.yaml v2.yaml', 'Print what differs, what breaks first')
          .example('$0 diff released.yaml --breaking', 'In CI: fail when a change breaks callers'),
      ({ before, after, json = false, breaking = false, ...input }) => {
        said.push(() => ({ command: 'diff', ...inputOf({ ...input, spec: after }), before, json, breaking }))
      },
    )
    .command(
      'explain [code]',
      'Say what an error or a warning means, and what to do',
      (args) =>
        args
          .positional('code', { type: 'string', describe: 'The code of the message; without it, all are listed' })
          .example('$0 explain cardinality-contradiction', 'Say what this warning means'),
      ({ code }) => {
        said.push(() => ({ command: 'explain', code }))
      },
    )
    .strict()
    .demandCommand(1, 'Which command?')
    .recommendCommands()
    .check(({ _: words, ...options }) => {
      const doubtful = argv.find((word) =>
        /^--(check|json|strict|verbose|breaking|no-docs)=(?!(true|false)$)/.test(word),
      )
      if (doubtful) throw new Error(`${doubtful} is neither true nor false`)
      const empty = ['out', 'guides', 'templates', 'config', 'resource', 'overlay-out', ...LISTS].find((name) =>
        [options[name]].flat().includes(''),
      )
      if (empty) throw new Error(`--${empty} has no value`)
      checkInput(options)
      // strict() does not look behind `--`.
      if (words.length > 1) throw new Error(`Unknown argument: ${words[1]}`)
      return true
    })
    .alias('help', 'h')
    .version(version())
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'duplicate-arguments-array': false,
    })

  // yargs would take what stands before for it.
  const bare = argv.find(
    (word, index) => LISTS.some((name) => word === `--${name}`) && /^(--.*)?$/.test(argv[index + 1] ?? ''),
  )
  if (bare !== undefined) throw new UsageError(`${bare} has no value`)

  const failures: string[] = []
  let text = ''
  // With a callback, yargs neither prints nor exits.
  await parser.parseAsync([...argv], {}, (error: Error | null | undefined, _: unknown, output: string) => {
    if (error) failures.push(error.message)
    text = output
  })
  const [failure] = failures
  if (failure?.startsWith('Not enough non-option arguments')) throw new UsageError('Which document is the earlier one?')
  if (failure !== undefined)
    throw new UsageError([failure.replace(/\s*\n\s*/g, ' '), ...(text.match(/^Did you mean .*$/m) ?? [])].join('. '))
  return said[0]?.() ?? { command: 'show', text }
}

/** The version of this package. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version }: { version: string } = JSON.parse(text)
  return version
}
