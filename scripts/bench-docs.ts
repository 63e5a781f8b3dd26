/**
 * What the reference adds to the time of the SDK alone, as a ratio: `npm run bench:docs [document …]`. The runs take turns,
 * and the best of each counts.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bestTimes, namedSpecs, OURS, ratio, timesOf } from './commands.js'

/** The whole may take as much longer than the SDK alone. */
const LIMIT = 2

/** The largest document there is, where it is there. */
const LARGE = '../shared/specs/commercelayer-core-2023.json'

for (const spec of namedSpecs(existsSync(LARGE) ? LARGE : undefined)) {
  const times = await bestTimes((folder) => {
    const generated = (...options: string[]) => {
      const out = path.join(folder, ['generated', ...options].join(''))
      return { args: [OURS, 'generate', spec, '--out', out, ...options], fresh: out }
    }
    return { 'SDK alone': generated('--no-docs'), 'SDK and reference': generated() }
  })
  console.log(timesOf(spec, times))
  const { 'SDK alone': sdk, 'SDK and reference': whole } = times
  console.log(`  with the reference ${ratio(whole, sdk)} the SDK alone; the limit is ${LIMIT} ×`)
}
