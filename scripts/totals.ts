/** What came of the tests. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * Reads what uvu printed.
 *
 * @param files the test files of the run, as uvu names them.
 * @param code the exit code of its process; null where a signal ended it.
 * @returns its totals. A run without totals, or one that failed without a failed test, counts as a failure, and so does
 * each file in which no test ran: uvu says nothing of a file that lacks `test.run()`.
 */
export function totalsOf(output: string, files: readonly string[], code: number | null): Totals & { idle: string[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with ESC.
  const text = output.replace(/\x1b\[[\d;]*m/g, '')
  const [total, passed, skipped] = ['Total', 'Passed', 'Skipped'].map((name) => {
    const found = text.match(new RegExp(`^ {2}${name}: +(\\d+)$`, 'gm'))?.at(-1)
    return found === undefined ? undefined : Number(found.replace(/\D/g, ''))
  })
  if (total === undefined || passed === undefined || skipped === undefined) {
    return { passed: 0, failed: 1, skipped: 0, idle: [] }
  }
  const idle = files.filter((file) => !ran(text, file, files, skipped > 0))
  const failed = total - passed + idle.length
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, idle }
}

/**
 * Whether a suite's line follows the file's name: `• • •   (3 / 3)`. Where tests are skipped, `(0 / 0)` may be a suite
 * of such ones: uvu does not tell.
 */
function ran(text: string, file: string, files: readonly string[], skips: boolean): boolean {
  const lines = text.split('\n')
  const start = lines.indexOf(file)
  if (start < 0) return false
  const next = lines.findIndex((line, index) => index > start && files.includes(line))
  const suite = skips ? /\(\d+ \/ \d+\)$/ : /\(\d+ \/ [1-9]\d*\)$/
  return lines.slice(start, next < 0 ? undefined : next).some((line) => suite.test(line))
}
