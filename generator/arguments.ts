/** The command line: what may be said, and what was said. */
import { readFileSync } from 'node:fs'
import type { Argv } from 'yargs'
import { HEADER_NAME, isHeaderValue } from './document/headers.js'
import { isSelector } from './document/selector.js'
import { DATES, ENUMS, type SdkOptions } from './model/types.js'

export interface InputArguments {
  readonly spec?: string | undefined
  readonly config?: string | undefined
  /** Absent where none is named. */
  readonly overlays?: readonly string[] | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  readonly strict?: boolean | undefined
  readonly verbose?: boolean | undefined
}

/** What the SDK is to be, where it is said. */
export type SdkArguments = { readonly [Name in keyof SdkOptions]?: SdkOptions[Name] | undefined }

interface GenerateArguments extends SdkArguments {
  readonly command: 'generate'
  readonly out?: string | undefined
  readonly check: boolean
}

interface InspectArguments {
  readonly command: 'inspect'
  readonly json: boolean
  /** Those of the resources by name that are shown; all where none is named. */
  readonly resource: readonly string[]
  readonly overlayOut?: string | undefined
}

export type Arguments =
  | (GenerateArguments & InputArguments)
  | (InspectArguments & InputArguments)
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
          .option('dates', {
            type: 'string',
            choices: DATES,
            describe: 'What a date-time is in the SDK [default: string]',
          })
          .option('enums', {
            type: 'string',
            choices: ENUMS,
            describe: 'Whether values beyond an enum are let through [default: closed]',
          })
          .option('check', { type: 'boolean', describe: 'Write nothing; list what differs and exit with 1' })
          .example('$0 generate openapi.yaml', 'Write the SDK of openapi.yaml to generated/')
          .example('$0 generate', 'Do what openapi-resources.config.ts says')
          .example('$0 generate --check', 'In CI: fail when what is committed is stale'),
      ({ out, dates, enums, check = false, ...input }) => {
        said.push(() => ({ command: 'generate', ...inputOf(input), out, dates, enums, check }))
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
      const doubtful = argv.find((word) => /^--(check|json|strict|verbose)=(?!(true|false)$)/.test(word))
      if (doubtful) throw new Error(`${doubtful} is neither true nor false`)
      const empty = ['out', 'config', 'resource', 'overlay-out', ...LISTS].find((name) =>
        [options[name]].flat().includes(''),
      )
      if (empty) throw new Error(`--${empty} has no value`)
      for (const name of ['include', 'exclude']) {
        const wrong = listed(options[name]).find((selector) => !isSelector(selector))
        if (wrong !== undefined)
          throw new Error(`--${name} ${wrong} is no selector, such as tag:roles or path:/roles/**`)
      }
      headersOf(listed(options.header))
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

/** The options that may be repeated. */
const LISTS = ['overlay', 'header', 'include', 'exclude']

const withInput = (args: Argv) =>
  args
    .positional('spec', { type: 'string', describe: 'OpenAPI or Swagger document, JSON or YAML: a path or a URL' })
    .option('config', { type: 'string', describe: 'Configuration file' })
    .option('strict', { type: 'boolean', describe: 'Take warnings as errors: write nothing, and exit with 2' })
    .option('verbose', { type: 'boolean', describe: 'Show every warning, not only the first of each kind' })
    .option('overlay', { ...LIST, describe: 'OpenAPI Overlay to apply first: a path or a URL; may be repeated' })
    .option('header', {
      ...LIST,
      describe: "Header for a document behind authorization, 'Authorization: Bearer …'; may be repeated",
    })
    .option('include', {
      ...LIST,
      describe: 'Take only operations like path:/roles/**, tag:…, operationId:…, method:…, deprecated; may be repeated',
    })
    .option('exclude', { ...LIST, describe: 'Leave such operations out; may be repeated' })

/** One value each time that the option stands there: what follows it may be the document. */
const LIST = { type: 'string', array: true, nargs: 1 } as const

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

interface Said {
  readonly spec?: string | undefined
  readonly config?: string | undefined
  readonly overlay?: string[] | undefined
  readonly header?: string[] | undefined
  readonly include?: string[] | undefined
  readonly exclude?: string[] | undefined
  readonly strict?: boolean | undefined
  readonly verbose?: boolean | undefined
}

function inputOf({ spec, config, overlay, header, include, exclude, strict, verbose }: Said): InputArguments {
  return {
    spec,
    config,
    ...(overlay && { overlays: overlay }),
    ...(header && { headers: headersOf(header) }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    strict,
    verbose,
  }
}

/** @throws Error for what is no header; it shows no value, which may be a secret. */
function headersOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
      if (colon < 0 || !HEADER_NAME.test(name))
        throw new Error("--header takes a name, a colon and a value: 'Name: value'")
      if (!isHeaderValue(value)) throw new Error(`--header ${name} has a value that no header can have`)
      return [name, value]
    }),
  )
}
