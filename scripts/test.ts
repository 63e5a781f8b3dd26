/** `npm test`: lint, types, sizes, tests and the golden tree. All are run; the last line tells what came of them. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Totals, totalsOf } from './totals.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (module: string): string => path.join('node_modules', module)

/** The folders with tests. */
const ROOMS = ['generator', 'templates', 'spec', 'scripts']
const tests = ROOMS.flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(room, file)),
)

interface Run {
  readonly output: string
  readonly code: number | null
}

/** Runs Node with these arguments; gives what it printed, on both streams. Half an hour is too long, on any machine. */
function node(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 1_800_000,
    })
    let output = ''
    const collect = (chunk: string): void => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.on('error', (error) => resolve({ output: `${output}${error.message}\n`, code: 1 }))
    child.on('close', (code) => resolve({ output, code }))
  })
}

interface Step {
  readonly name: string
  readonly output: string
  readonly totals: Totals
}

/** A check that passes or fails as a whole counts as one test. */
async function check(name: string, ...args: string[]): Promise<Step> {
  const { output, code } = await node(...args)
  const failed = code === 0 ? 0 : 1
  const verdict = failed ? `failed (${code === null ? 'ended by a signal' : `exit code ${code}`})` : 'passed'
  return {
    name,
    output: [output.trimEnd(), verdict].filter(Boolean).join('\n'),
    totals: { passed: 1 - failed, failed, skipped: 0 },
  }
}

/** What opens the built site in a browser takes as long as all others together. */
const IN_BROWSER = 'spec[\\\\/]site-'

/** @param pattern where the paths of the test files begin. */
async function suites(name: string, pattern: string): Promise<Step> {
  const regex = `^${pattern}.*\\.test\\.ts$`
  const color = process.stdout.isTTY ? [] : ['--no-color']
  const { output, code } = await node('--import', 'tsx', bin('uvu/bin.js'), '.', regex, ...color)
  const files = tests.filter((file) => new RegExp(regex).test(file))
  const { idle, ...totals } = totalsOf(output, files, code)
  const silent = idle.map((file) => `\nfailed: no test ran in ${file}; does it call test.run()?`)
  return { name, output: output.trimEnd() + silent.join(''), totals }
}

// Side by side, which takes half the time; shown in order.
const steps = [
  check('lint', bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'),
  // By its path: node_modules/.bin/tsc may be that of another TypeScript.
  check('types, TypeScript 5.9', bin('typescript/bin/tsc'), '-p', '.'),
  check('types, TypeScript 7.0', bin('typescript7/bin/tsc'), '-p', '.'),
  check('the cost of the types', '--import', 'tsx', 'scripts/type-cost.ts'),
  check('the size of bundles', '--import', 'tsx', 'scripts/size.ts', '--growth'),
  check('generated/ is up to date', '--import', 'tsx', 'generator/cli.ts', 'generate', '--check'),
  suites('the site in a browser', IN_BROWSER),
  suites('tests', `(?!${IN_BROWSER})(${ROOMS.join('|')})[\\\\/]`),
]
const sums = { passed: 0, failed: 0, skipped: 0 }
for (const step of steps) {
  const { name, output, totals } = await step
  console.log(`── ${name} ──\n${output}\n`)
  sums.passed += totals.passed
  sums.failed += totals.failed
  sums.skipped += totals.skipped
}
console.log(`${sums.passed} passed, ${sums.failed} failed${sums.skipped > 0 ? `, ${sums.skipped} skipped` : ''}`)
process.exitCode = sums.failed > 0 ? 1 : 0
