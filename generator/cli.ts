#!/usr/bin/env node
/** The commands. The only file that prints or sets the exit code. What a command needs is imported when it runs. */
import { existsSync, realpathSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Arguments, readArguments, UsageError, version } from './arguments.js'
import { cacheFolder } from './cache.js'
import { InputError } from './problems.js'
import { showProblems } from './show-problems.js'
import { NO_TERMINAL, type Terminal, terminalOf } from './terminal.js'

/** 0 done, 1 `--check` or `diff` found a difference, 2 the input or the configuration is wrong, 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a command may touch of the process. */
export interface Io {
  readonly cwd: string
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** What is known of what is written to; nothing where not said, as of a pipe. */
  readonly terminals?: { readonly stdout: Terminal; readonly stderr: Terminal }
}

/**
 * Runs the command that `argv` (without Node and the script) asks for.
 *
 * @returns the exit code. Throws nothing: whatever goes wrong is shown on `io.stderr`.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  // What goes wrong before the arguments are read is not about the document.
  let verbose = false
  try {
    const args = await readArguments(argv)
    verbose = 'verbose' in args && args.verbose === true
    return await run(args, io)
  } catch (error) {
    return report(error, io, verbose)
  }
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  switch (args.command) {
    case 'generate':
      return generateCommand(args, io)
    case 'inspect':
      return inspectCommand(args, io)
    case 'diff':
      return diffCommand(args, io)
    case 'explain':
      return explainCommand(args, io)
    case 'show':
      io.stdout(`${args.text}\n`)
      return 0
  }
}

async function generateCommand(args: Arguments & { command: 'generate' }, io: Io): Promise<ExitCode> {
  const start = performance.now()
  const { settings } = await import('./settings.js')
  const { out = 'generated', ...config } = await settings(args, io.cwd)
  const { generate } = await import('./generate.js')
  const { changes, problems } = await generate({ ...config, out, cwd: io.cwd, check: args.check })
  const { paint } = io.terminals?.stderr ?? NO_TERMINAL
  if (problems.length > 0) io.stderr(`${showProblems(problems, { verbose: args.verbose ?? false, paint })}\n`)

  const { differs, showChanges, showDifferences } = await import('./changes.js')
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`
  io.stdout((args.check ? showDifferences : showChanges)(changes, out, time))
  return args.check && differs(changes) ? 1 : 0
}

async function inspectCommand(args: Arguments & { command: 'inspect' }, io: Io): Promise<ExitCode> {
  const { settings } = await import('./settings.js')
  const config = await settings(args, io.cwd)
  const { readModel } = await import('./read.js')
  const { model, problems, ignored } = await readModel({ ...config, strict: false, cwd: io.cwd })

  // What mends the warnings is written even where they are errors.
  if (args.overlayOut !== undefined) {
    const { writeOverlay } = await import('./overlay-file.js')
    io.stderr(
      writeOverlay(problems, {
        file: args.overlayOut,
        spec: config.spec,
        overlays: config.overlays ?? [],
        cwd: io.cwd,
      }),
    )
  }
  if (config.strict) {
    const { refuse } = await import('./ignore.js')
    refuse(problems)
  }
  const { inspect, inspectJson, only } = await import('./inspect.js')
  const shown = only(model, args.resource)
  if ('unknown' in shown) throw new UsageError(shown.unknown)
  const whole = args.resource.length === 0
  const terminal = io.terminals?.stdout ?? NO_TERMINAL
  const verbose = args.verbose ?? false
  io.stdout(
    args.json
      ? inspectJson(shown.model, { problems, ignored })
      : inspect(shown.model, { problems: whole ? problems : [], ignored: whole ? ignored : [], terminal, verbose }),
  )
  return 0
}

async function diffCommand(args: Arguments & { command: 'diff' }, io: Io): Promise<ExitCode> {
  const { settings } = await import('./settings.js')
  const config = { ...(await settings(args, io.cwd)), cwd: io.cwd }
  const [{ compare }, { sameOrigin }, { isBreaking }, { diffJson, showDiff }] = await Promise.all([
    import('./history.js'),
    import('./document/address.js'),
    import('./diff/group.js'),
    import('./show-diff.js'),
  ])
  // What is sent for the one document is not for another, unless it is said of both.
  const headers = sameOrigin(args.before, config.spec ?? '') ? config.headers : args.headers
  const { before, after, changes } = await compare({ ...config, spec: args.before, headers }, config)
  const versions = { before: before.api, after: after.api }
  io.stdout(args.json ? diffJson(versions, changes) : showDiff(versions, changes, io.terminals?.stdout))
  return (args.breaking ? changes.some(isBreaking) : changes.length > 0) ? 1 : 0
}

async function explainCommand({ code }: Arguments & { command: 'explain' }, io: Io): Promise<ExitCode> {
  const { CODES, explain, isCode, listCodes } = await import('./explain.js')
  if (code === undefined) io.stdout(listCodes())
  else if (isCode(code)) io.stdout(explain(code))
  else {
    const { suggest } = await import('./document/suggest.js')
    const meant = suggest(code, CODES)
    throw new UsageError(`There is no code ${code}.${meant ? ` Did you mean ${meant}?` : ''}`)
  }
  return 0
}

function report(error: unknown, io: Io, verbose: boolean): ExitCode {
  if (error instanceof UsageError) {
    io.stderr(
      `${error.message}\n  → openapi-resources --help lists the commands, openapi-resources <command> --help the options of one.\n`,
    )
    return 2
  }
  if (error instanceof InputError) {
    io.stderr(showProblems(error.problems, { verbose, paint: io.terminals?.stderr.paint ?? NO_TERMINAL.paint }))
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

/** Has Node keep what it compiles, where it can: from 22.1 on, the next run takes a third less. https://nodejs.org/api/module.html#module-compile-cache */
function keepCompiled(cwd: string): void {
  const folder = cacheFolder(cwd)
  if (folder !== undefined && 'enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
    module.enableCompileCache(path.join(folder, 'compiled'))
  }
}

if (isStarted()) {
  keepCompiled(process.cwd())
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
    terminals: { stdout: terminalOf(process.stdout), stderr: terminalOf(process.stderr) },
  })
}
