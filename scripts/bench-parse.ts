/**
 * How long it takes to parse and link a compound document, as a ratio to `JSON.parse` alone on the same text:
 * `npm run bench:parse`, with `--check` to fail beyond the limits, which are for our runtime alone.
 *
 * Samples of the one and of the other come in pairs, and take turns in being the first; the ratio is that of the medians,
 * after a warm-up. A sample of a page is many runs, so the collections of its garbage count. Where Node was started with
 * `--expose-gc`, all garbage is collected before each sample. Then everything is slower, linking most of all: V8 forgets
 * the shapes of objects of which none is left, and what it compiled for them.
 */
import { compound } from './compound.js'
import { type Contestant, others, ours } from './contestants.js'
import { count, table } from './table.js'

const LIMITS = { large: 1.5, page: 1.25, growth: 2 }
/** The numbers of primary resources whose times per resource are compared. */
const GROWTH = [1000, 2000, 5000, 10_000]
/** Milliseconds for the pairs of one contestant on one document, and how many pairs there are at least. */
const BUDGET = { large: 2000, page: 1000, growth: 500 }
const LEAST = 7

const contestants: readonly (readonly [name: string, contestant: Contestant])[] = [
  ['openapi-resources', ours],
  ...Object.entries(others),
]

interface Measured {
  /** Of the medians. */
  readonly ratio: number
  /** The median milliseconds of parsing alone, and of parsing and linking. */
  readonly parsed: number
  readonly linked: number
  readonly pairs: number
}

/**
 * Measures pairs for `budget` milliseconds, the first quarter of them to warm up.
 *
 * @param runs in one sample.
 */
function measure(contestant: Contestant, text: string, budget: number, runs = 1): Measured {
  const parsed: number[] = []
  const linked: number[] = []
  const parse = (): number => parsed.push(time(JSON.parse, text, runs))
  const link = (): number => linked.push(time(contestant, text, runs))
  const pair = (turn: number): void => {
    for (const sample of turn % 2 === 0 ? [parse, link] : [link, parse]) sample()
  }
  const start = performance.now()
  for (let turn = 0; turn < 2 || performance.now() - start < budget / 4; turn++) pair(turn)
  parsed.length = 0
  linked.length = 0
  for (let turn = 0; turn < LEAST || performance.now() - start < budget; turn++) pair(turn)
  const [alone, both] = [median(parsed), median(linked)]
  return { ratio: both / alone, parsed: alone, linked: both, pairs: linked.length }
}

/** Milliseconds that a run takes. What it gives is looked at, so that none is optimized away. */
function time(run: Contestant, text: string, runs: number): number {
  globalThis.gc?.()
  let made = 0
  const start = performance.now()
  for (let left = runs; left > 0; left--) if (run(text)) made++
  const end = performance.now()
  if (made !== runs) throw new Error('a contestant made nothing of the document')
  return (end - start) / runs
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Measures all on one document, prints it, and gives our ratio. */
function compare(title: string, orders: number, included: number, budget: number, runs?: number): number {
  const text = JSON.stringify(compound(orders, included))
  const measured = contestants.map(([name, contestant]) => ({ name, ...measure(contestant, text, budget, runs) }))
  const rows = measured.map(({ name, ratio, parsed, linked, pairs }) => [
    ...[name, `${ratio.toFixed(2)} ×`],
    ...[`${parsed.toFixed(2)} ms`, `${linked.toFixed(2)} ms`, count(pairs)],
  ])
  console.log(`${title}, ${count(text.length / 1000)} kB`)
  console.log(`${table([['', 'ratio', 'JSON.parse', 'and link', 'pairs'], ...rows])}\n`)
  return measured[0]?.ratio ?? Number.NaN
}

/**
 * Measures all on documents of growing size, prints it, and gives how our ratio grows from the first to the last. The
 * ratio, because the time of `JSON.parse` grows by itself: the more there is, the more often the collector copies it.
 */
function growth(): number {
  const texts = GROWTH.map((orders) => JSON.stringify(compound(orders, orders / 2)))
  const measured = contestants.map(([name, contestant]) => ({
    name,
    each: texts.map((text) => measure(contestant, text, BUDGET.growth)),
  }))
  const row = (name: string, times: readonly number[], ratios: readonly number[] = []): string[] => [
    name,
    ...times.map((time, at) => `${((time * 1000) / (GROWTH[at] ?? 1)).toFixed(1)} µs`),
    ...(ratios.length > 0 ? [`${grown(ratios).toFixed(2)} ×`] : []),
  ]
  const alone = texts.map((_, at) => median(measured.map(({ each }) => each[at]?.parsed ?? Number.NaN)))
  const rows = measured.map(({ name, each }) =>
    row(
      name,
      each.map(({ linked }) => linked),
      each.map(ratioOf),
    ),
  )
  console.log('(c) parse and link, for each of so many primary resources, half as many included')
  console.log(`${table([['', ...GROWTH.map(count), 'growth of ratio'], row('JSON.parse', alone), ...rows])}\n`)
  return grown(measured[0]?.each.map(ratioOf) ?? [])
}

const ratioOf = ({ ratio }: Measured): number => ratio
const grown = (values: readonly number[]): number => (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)

const found = {
  large: compare('(a) 1,000 primary resources with 5 relationships each, 500 included', 1000, 500, BUDGET.large),
  page: compare('(b) 25 primary resources with 5 relationships each, 31 included', 25, 30, BUDGET.page, 20),
  growth: growth(),
}
const checked = [
  { name: '(a) ratio', is: found.large, limit: LIMITS.large },
  { name: '(b) ratio', is: found.page, limit: LIMITS.page },
  { name: '(c) growth of ratio', is: found.growth, limit: LIMITS.growth },
].map((one) => ({ ...one, good: one.is <= one.limit })) // not a number is not good
console.log(
  table([
    ['openapi-resources', '', 'at most', ''],
    ...checked.map(({ name, is, limit, good }) => [name, `${is.toFixed(2)} ×`, `${limit} ×`, good ? 'good' : 'beyond']),
  ]),
)
if (process.argv.includes('--check') && checked.some(({ good }) => !good)) process.exitCode = 1
