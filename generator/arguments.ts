/** The command line: what may be said, and what was said. */
import { readFileSync } from 'node:fs'
import type { Argv } from 'yargs'
import { DATES, ENUMS, type SdkOptions } from './model/types.js'

export interface InputArguments {
  readonly spec?: string | undefined
  readonly config?: string | undefined
}

/** What the SDK is to be, where it is said. */
export type SdkArguments = { readonly [Name in keyof SdkOptions]?: SdkOptions[Name] | undefined }

interface GenerateArguments extends SdkArguments {
  readonly command: 'generate'
  readonly out?: string | undefined
  readonly check: boolean
}

export type Arguments =
  | (GenerateArguments & InputArguments)
  | ({ readonly command: 'inspect'; readonly json: boolean } & InputArguments)
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
  const said: Arguments[] = []
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
      ({ spec, config, out, dates, enums, check = false }) => {
        said.push({ command: 'generate', spec, config, out, dates, enums, check })
      },
    )
    .command(
      'inspect [spec]',
      'Print what the generator knows of the API, and from where',
      (args) =>
        withInput(args)
          .option('json', { type: 'boolean', describe: 'Print JSON, for a program' })
          .example('$0 inspect openapi.yaml', 'Print resources, operations and warnings'),
      ({ spec, config, json = false }) => {
        said.push({ command: 'inspect', spec, config, json })
      },
    )
    .strict()
    .demandCommand(1, 'Which command?')
    .recommendCommands()
    .check(({ _: words, ...options }) => {
      const doubtful = argv.find((word) => /^--(check|json)=(?!(true|false)$)/.test(word))
      if (doubtful) throw new Error(`${doubtful} is neither true nor false`)
      const empty = ['out', 'config'].find((name) => options[name] === '')
      if (empty) throw new Error(`--${empty} has no value`)
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
  return said[0] ?? { command: 'show', text }
}

/** The version of this package. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version }: { version: string } = JSON.parse(text)
  return version
}

const withInput = (args: Argv) =>
  args
    .positional('spec', { type: 'string', describe: 'OpenAPI document, JSON or YAML: a path or a URL' })
    .option('config', { type: 'string', describe: 'Configuration file' })
