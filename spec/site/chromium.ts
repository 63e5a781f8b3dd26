import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { suite, type Test } from 'uvu'

/** How long anything of a browser may take, in milliseconds, before it is given up: machines are slow, or have much to do. */
export const PATIENCE = 180_000

/** Names that Chromium has on one system or another. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where Chromium is: `CHROMIUM` says, or it is found on the path; undefined where there is none. */
export const executable: string | undefined = [
  process.env.CHROMIUM ?? '',
  ...(process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
].find(isExecutable)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return file !== ''
  } catch {
    return false
  }
}

/** @throws Error where there is no Chromium. */
export async function launch(): Promise<Browser> {
  if (!executable) throw new Error('There is no Chromium.')
  return chromium.launch({ executablePath: executable, timeout: PATIENCE })
}

/** Runs the tests of a suite; where there is no Chromium, says so and skips them. */
export function runInBrowser<T>(tests: Test<T>): void {
  if (!executable) {
    console.log('skipped: there is no Chromium to open the site in; install it, or name it in CHROMIUM')
    const skipped = suite('the site in a browser')
    skipped.skip('there is no Chromium')
    skipped.run()
  } else {
    tests.run()
  }
}
