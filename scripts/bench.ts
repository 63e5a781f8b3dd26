/**
 * How long the whole output takes, as a ratio to openapi-typescript's command on the same document, which makes the wire
 * types alone: `npm run bench [document …]`. The runs take turns, and the best of each counts.
 */
import path from 'node:path'
import { bestTimes, namedSpecs, OURS, ratio, THEIRS, timesOf } from './commands.js'

for (const spec of namedSpecs()) {
  const times = await bestTimes((folder) => {
    const out = path.join(folder, 'generated')
    const generate = [OURS, 'generate', spec, '--out', out]
    return {
      cold: { args: generate, fresh: out },
      unchanged: { args: generate },
      'wire types': { args: [THEIRS, spec, '-o', path.join(folder, 'schema.ts')] },
    }
  })
  const { cold, unchanged, 'wire types': wireTypes } = times
  console.log(timesOf(spec, times))
  console.log(`  cold ${ratio(cold, wireTypes)}, unchanged ${ratio(unchanged, wireTypes)} the wire types alone`)
}
