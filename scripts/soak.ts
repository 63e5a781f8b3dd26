/**
 * A soak of the SDK in `generated/` against a service on loopback that fails in every way: `npm run soak`, with
 * `--requests 2000` for a shorter one, `--concurrency 10`, and `--seed 2` for another course of things. Each call must
 * end as what the service did with it says, and the memory must stay flat. Fails where anything is not so.
 */
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { collector } from './gc.js'
import { random } from './random.js'
import { caller } from './soak-calls.js'
import { behaviourAt, startServer } from './soak-server.js'
import { ATTEMPTS, type Ended, verdict } from './soak-verdict.js'
import { count, table } from './table.js'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    concurrency: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
})
const requests = Number(values.requests)
const concurrency = Number(values.concurrency)
const seed = Number(values.seed) * 1_000_003

/** The calls from one sample of the heap to the next, and those before the first that counts. */
const SAMPLE = 2000
const WARM_UP = 4000
/** How far the heap may be above that first sample, in bytes: 5 MB and a tenth of it. */
const allowed = (first: number): number => first * 1.1 + 5 * 2 ** 20
/** The milliseconds after which the soak is given up. */
const ENDS = 300_000

const violations: string[] = []
const outcomes = new Map<string, number>()
const attempts = new Map<string, number>()
const behaviours = new Map<string, number>()

process.on('unhandledRejection', (reason) => violations.push(`unhandled rejection: ${reason}`))
setTimeout(() => {
  console.error(`not done in ${ENDS / 1000} s`)
  process.exit(1)
}, ENDS).unref()

// By call and attempt alone, so that it does not depend on the order in which they arrive.
const server = await startServer((call, attempt) => behaviourAt(random(seed + call * ATTEMPTS + attempt)()))
const make = caller(server.url, seed)
const collect = collector()

/** Makes the calls from `first` up to `end`, some at a time, and judges them when all is quiet. */
async function round(first: number, end: number): Promise<number> {
  const all: Ended[] = []
  let call = first
  const worker = async (): Promise<void> => {
    while (call < end) all.push(await make(call++))
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const open = await quiet()
  for (const ended of all) judge(ended)
  server.log.clear()
  return open
}

/** Waits until the service has noticed what was dropped; gives how many requests are open nevertheless. */
async function quiet(): Promise<number> {
  for (let left = 50; left > 0 && server.open() > 0; left--) await after(20)
  return server.open()
}

/** Bytes; of several collections, since some garbage is only let go of in the turn after the one before. */
async function heapInUse(): Promise<number> {
  const heaps: number[] = []
  for (let times = 4; times > 0; times--) {
    collect()
    heaps.push(process.memoryUsage().heapUsed)
    await after(10)
  }
  return Math.min(...heaps)
}

function judge(ended: Ended): void {
  const { call, method, error, sent } = ended
  const received = server.log.get(call) ?? []
  tally(outcomes, error === undefined ? 'an answer' : error instanceof Error ? error.name : `${error}`)
  tally(attempts, `${sent.length}`)
  for (const { behaviour } of received) tally(behaviours, behaviour)
  violations.push(...verdict(ended, received).map((wrong) => `call ${call}, ${method}: ${wrong}`))
}

function tally(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const samples: { calls: number; heap: number; open: number }[] = []
let seconds = 0
for (let done = 0; done < requests; done = Math.min(done + SAMPLE, requests)) {
  const start = performance.now()
  const end = Math.min(done + SAMPLE, requests)
  const open = await round(done, end)
  seconds += (performance.now() - start) / 1000
  samples.push({ calls: end, heap: await heapInUse(), open })
}
await server.close()

const [first, ...later] = samples.filter(({ calls }) => calls >= WARM_UP)
for (const { calls, heap } of later) {
  if (first && heap > allowed(first.heap)) violations.push(`the heap has grown too much after ${count(calls)} calls`)
}
for (const { calls, open } of samples) {
  if (open > 0) violations.push(`${open} requests are open though the first ${count(calls)} calls have ended`)
}
if (requests >= SAMPLE && !outcomes.has('AbortError')) violations.push('no call was aborted')

const shown = (title: string, counts: Map<string, number>): string =>
  table([
    [title, 'times'],
    ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => [name, count(times)]),
  ])
console.log(`${count(requests)} calls, ${concurrency} at a time, ${count(requests / seconds)} per second\n`)
console.log(`${shown('a call ended by', outcomes)}\n`)
console.log(`${shown('attempts of a call', attempts)}\n`)
console.log(`${shown('the service was', behaviours)}\n`)
const rows = samples.map(({ calls, heap, open }) => [
  ...[count(calls), `${(heap / 2 ** 20).toFixed(1)} MB`, count(open)],
])
console.log(`${table([['after calls', 'heap', 'open requests'], ...rows])}\n`)
if (later.length === 0) console.log(`too few calls to judge the heap by: the first ${count(WARM_UP)} do not count\n`)
console.log(violations.length === 0 ? 'all as it must be' : `${count(violations.length)} violations:`)
for (const violation of violations.slice(0, 20)) console.log(`  ${violation}`)
if (violations.length > 0) process.exitCode = 1
