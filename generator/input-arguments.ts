/** The options of the commands that read a document. */
import type { Argv } from 'yargs'
import { HEADER_NAME, isHeaderValue } from './document/headers.js'
import { isSelector } from './document/selector.js'
import { DATES, ENUMS, type SdkOptions } from './model/types.js'

/** What the SDK is to be, where it is said. */
export type SdkArguments = { readonly [Name in keyof SdkOptions]?: SdkOptions[Name] | undefined }

/** What is said of the document, and of how it is read. */
export interface InputArguments extends SdkArguments {
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

/** The options that may be repeated. */
export const LISTS = ['overlay', 'header', 'include', 'exclude']

/** Of one document that is read. */
export const withInput = (args: Argv) =>
  withReading(args)
    .positional('spec', { type: 'string', describe: 'OpenAPI or Swagger document, JSON or YAML: a path or a URL' })
    .option('strict', { type: 'boolean', describe: 'Take warnings as errors: write nothing, and exit with 2' })
    .option('dates', { type: 'string', choices: DATES, describe: 'What a date-time is in the SDK [default: string]' })
    .option('enums', {
      type: 'string',
      choices: ENUMS,
      describe: 'Whether values beyond an enum are let through [default: closed]',
    })

/** How documents are read. */
export const withReading = (args: Argv) =>
  args
    .option('config', { type: 'string', describe: 'Configuration file' })
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

/** @throws Error for what yargs lets pass, and is wrong all the same. */
export function checkInput(options: Readonly<Record<string, unknown>>): void {
  for (const name of ['include', 'exclude']) {
    const wrong = listed(options[name]).find((selector) => !isSelector(selector))
    if (wrong !== undefined) throw new Error(`--${name} ${wrong} is no selector, such as tag:roles or path:/roles/**`)
  }
  headersOf(listed(options.header))
}

/** One value each time that the option stands there: what follows it may be the document. */
const LIST = { type: 'string', array: true, nargs: 1 } as const

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

interface Said extends SdkArguments {
  readonly spec?: string | undefined
  readonly config?: string | undefined
  readonly overlay?: string[] | undefined
  readonly header?: string[] | undefined
  readonly include?: string[] | undefined
  readonly exclude?: string[] | undefined
  readonly strict?: boolean | undefined
  readonly verbose?: boolean | undefined
}

/** What was said, by the names that the generator has for it. */
export function inputOf(said: Said): InputArguments {
  const { spec, config, overlay, header, include, exclude, dates, enums, strict, verbose } = said
  return {
    spec,
    config,
    ...(overlay && { overlays: overlay }),
    ...(header && { headers: headersOf(header) }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    dates,
    enums,
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
