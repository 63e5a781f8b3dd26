#!/usr/bin/env node
/** The commands. The only file that prints or sets the exit code. What a command needs is imported when it runs. */
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Arguments,
  type InputArguments,
  readArguments,
  type SdkArguments,
  UsageError,
  version,
} from './arguments.js'
import type { Config } from './config.js'
import { InputError, showProblem, showWarnings } from './problems.js'

/** 0 done, 1 `--check` found a difference, 2 the input or the configuration is wrong, 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a command may touch of the process. */
export interface Io {
  readonly cwd: string
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

/**
 * Runs the command that `argv` (without Node and the script) asks for.
 *
 * @returns the exit code. Throws nothing: whatever goes wrong is shown on `io.stderr`.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(await readArguments(argv), io)
  } catch (error) {
    return report(error, io)
  }
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  switch (args.command) {
    case 'generate':
      return generateCommand(args, io)
    case 'inspect':
      return inspectCommand(args, io)
    case 'show':
      io.stdout(`${args.text}\n`)
      return 0
  }
}

async function generateCommand(args: Arguments & { command: 'generate' }, io: Io): Promise<ExitCode> {
  const start = performance.now()
  const { out = 'generated', ...config } = await settings(args, io)
  const { generate } = await import('./generate.js')
  const { changes, problems } = await generate({ ...config, out, cwd: io.cwd, check: args.check })
  io.stderr(showWarnings(problems))

  const { differs, showChanges, showDifferences } = await import('./changes.js')
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`
  io.stdout((args.check ? showDifferences : showChanges)(changes, out, time))
  return args.check && differs(changes) ? 1 : 0
}

async function inspectCommand(args: Arguments & { command: 'inspect' }, io: Io): Promise<ExitCode> {
  const config = await settings(args, io)
  const { readModel } = await import('./generate.js')
  const { model, problems } = await readModel({ ...config, cwd: io.cwd })

  const { inspect, inspectJson } = await import('./inspect.js')
  const text = (args.json ? inspectJson : inspect)(model, problems)
  io.stdout(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

/** What the arguments say, else the config. Its paths are made relative to the working directory, as a person names them. */
async function settings(
  args: InputArguments & SdkArguments & { readonly out?: string | undefined },
  io: Io,
): Promise<Config> {
  const { loadConfig } = await import('./config.js')
  const { config, file } = await loadConfig({ cwd: io.cwd, ...(args.config !== undefined && { file: args.config }) })
  const fromCwd = (value: string): string => (path.isAbsolute(value) ? path.relative(io.cwd, value) || '.' : value)
  const spec = args.spec ?? (config.spec && fromCwd(config.spec))
  const out = args.out ?? (config.out && fromCwd(config.out))
  const overlays = args.overlays ?? config.overlays?.map(fromCwd)
  const { dates = config.dates, enums = config.enums, include = config.include, exclude = config.exclude } = args
  // What the config says to one service is not for another.
  const headers = { ...(args.spec === undefined && config.headers), ...args.headers }
  if (spec || overlays?.length) return { ...config, spec, overlays, headers, include, exclude, out, dates, enums }
  throw new InputError([
    {
      severity: 'error',
      code: 'no-spec',
      message: 'No OpenAPI document is named.',
      advice: `Name one: openapi-resources generate openapi.yaml; or as spec in ${file ?? 'openapi-resources.config.ts'}.`,
      places: file === undefined ? [] : [{ file }],
    },
  ])
}

function report(error: unknown, io: Io): ExitCode {
  if (error instanceof UsageError) {
    io.stderr(
      `${error.message}\n  → openapi-resources --help lists the commands, openapi-resources generate --help the options.\n`,
    )
    return 2
  }
  if (error instanceof InputError) {
    io.stderr(`${error.problems.map(showProblem).join('\n\n')}\n`)
    return 2
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.stderr(`${stack}\n\n→ This is a fault of openapi-resources ${version()}. Please report it with the lines above.\n`)
  return 3
}

/** Whether Node was started with this file, by its own path or through a link in node_modules/.bin. */
function isStarted(): boolean {
  const script = process.argv[1]
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(import.meta.url)
}

if (isStarted()) {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader has gone, as `head` does: no one is left to be told.
      if (error.code !== 'EPIPE') throw error
    })
  }
  // Not process.exit(), which would cut off what a pipe has not taken yet.
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  })
}
