import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsOf } from '../../spec/fixtures/emit/compiled.js'
import { load } from '../document/load.js'
import { type BuildConfig, build } from '../model/build.js'
import { emit } from './emit.js'
import { sdkExample } from './examples.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/emit/', import.meta.url))
const document = await load('options.yaml', { cwd })

async function emitted(config: BuildConfig) {
  const { model } = build(document, config)
  return { model, files: await emit(model, document) }
}
const plain = await emitted({})
const chosen = await emitted({ dates: 'Date', enums: 'open' })

/** The members of an interface in the resource's file, by their names, without their comments. */
function membersOf({ files }: typeof plain, name: string): Map<string, string> {
  const text = files.get('resources/events.ts') ?? ''
  const [, body = ''] = text.match(new RegExp(`\\nexport interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`)) ?? []
  const bare = body.replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '')
  const declarations = bare.split(/\n {2}(?=\w)/).map((one) => one.trim().replace(/\s*\n\s*/g, ' '))
  return new Map(declarations.map((one) => [one.replace(/\??:.*/, ''), one]))
}

const MEMBERS: Readonly<Record<string, readonly [interfaceName: string, usual: string, chosen: string]>> = {
  starts_at: ['Event', 'starts_at: string', 'starts_at: Date'],
  ended_at: ['Event', 'ended_at: string | null', 'ended_at: Date | null'],
  days: ['EventCreate', 'days?: string[]', 'days?: Date[]'],
  gaps: ['Event', 'gaps: (string | null)[]', 'gaps: (Date | null)[]'],
  secret_at: ['EventCreate', 'secret_at?: string', 'secret_at?: Date'],
  to: ['EventMove', 'to: string', 'to: Date'],
  day: ['Event', 'day: string', 'day: string'],
  either: ['Event', 'either: string | number', 'either: string | number'],
  details: ['Event', 'details: { at?: string }', 'details: { at?: string }'],
  named: ['Event', "named: '2024-01-01T00:00:00Z'", "named: '2024-01-01T00:00:00Z' | (string & {})"],
  mood: ['EventCreate', "mood?: 'dry' | 'warm' | null", "mood?: 'dry' | 'warm' | (string & {}) | null"],
  only: ['Event', "only: 'one'", "only: 'one' | (string & {})"],
  level: ['Event', 'level: -1 | 2', 'level: -1 | 2 | (number & {})'],
  mixed: ['Event', "mixed: 'a' | 1", "mixed: 'a' | 1 | (string & {}) | (number & {})"],
  moods: ['Event', 'moods: Mood[]', 'moods: Mood[]'],
  inner: [
    'Event',
    "inner: { kind: 'fixed' mood?: 'dry' | 'warm' | null one?: 'dry' | null levels?: (1 | 2)[] }",
    "inner: { kind: 'fixed' mood?: 'dry' | 'warm' | (string & {}) | null one?: 'dry' | null levels?: (1 | 2 | (number & {}))[] }",
  ],
  rest: [
    'Event',
    "rest: Place & Required<Pick<Place, 'mood' | 'at'>>",
    "rest: Place & Required<Pick<Place, 'mood' | 'at'>>",
  ],
}

for (const [name, [interfaceName, usual, other]] of Object.entries(MEMBERS)) {
  test(`${name} of ${interfaceName}: ${usual} or ${other}`, () => {
    assert.is(membersOf(plain, interfaceName).get(name), usual)
    assert.is(membersOf(chosen, interfaceName).get(name), other)
  })
}

test('an action takes open enums, and so does a filter', () => {
  assert.is(membersOf(chosen, 'EventMove').get('mood'), "mood?: 'dry' | 'warm' | (string & {})")
  assert.match(
    membersOf(chosen, 'EventShape').get('filterable') ?? '',
    "starts_at: Date mood: 'dry' | 'warm' | (string & {}) level: -1 | 2 | (number & {})",
  )
})

test('a component that holds an enum is declared anew, any other as the wire types have it', () => {
  assert.equal(
    (chosen.files.get('schemas.ts') ?? '')
      .split(/\n(?=export)/)
      .slice(1)
      .map((one) => one.trim()),
    [
      "export type Mood = 'dry' | 'warm' | (string & {})",
      'export type Around = {\n  places?: Place[]\n  corner?: Corner\n  plain?: Plain\n}',
      "export type Plain = components['schemas']['Plain']",
      'export type Place = {\n  mood?: Mood\n  /** Format: date-time */\n  at?: string\n  near?: Place\n}',
      "export type Corner = {\n  /** @enum {unknown} */\n  side?: 'left' | 'right' | (string & {})\n}",
    ],
  )
  assert.match(plain.files.get('schemas.ts') ?? '', "export type Mood = components['schemas']['Mood']\n")
})

test('the wire types stay as the document says', () => {
  assert.is(chosen.files.get('schema.ts'), plain.files.get('schema.ts'))
})

test('the runtime is told which attributes that are read are dates', () => {
  const told = ({ files }: typeof plain) => files.get('api.ts')?.match(/^ {6}dates: .*$/m)?.[0]
  assert.is(told(plain), undefined)
  assert.is(told(chosen), "      dates: datesIn(['starts_at', 'ended_at', 'days', 'gaps']),")
})

test('defaults and examples are of the type, and left out where they cannot be', () => {
  const tags = ({ files }: typeof plain) => {
    const [, text = ''] = (files.get('resources/events.ts') ?? '').match(/interface Event extends([\s\S]*?)\n\}/) ?? []
    return [...text.matchAll(/@(?:default|example) .*(?= \*\/)|@(?:default|example) .*/g)].map(([tag]) => tag)
  }
  assert.equal(tags(plain), [
    "@default '2024-01-01T00:00:00Z'",
    "@example '2024-05-01T10:00:00+02:00'",
    "@example 'soon'",
    "@example ['2024-05-01']",
  ])
  assert.equal(tags(chosen), [
    "@default new Date('2024-01-01T00:00:00.000Z')",
    "@example new Date('2024-05-01T08:00:00.000Z')",
    "@example [new Date('2024-05-01T00:00:00.000Z')]",
  ])
})

test('the SDK’s examples send dates, the documents of the reference their text', () => {
  const page = chosen.files.get('docs/events/create.md') ?? ''
  assert.match(
    page,
    "const event = await api.events.create({\n  starts_at: new Date('2024-05-01T08:00:00.000Z'),\n})\n",
  )
  assert.match(page, '"starts_at": "2024-05-01T10:00:00+02:00"\n')
  assert.match(
    chosen.files.get('resources/events.ts') ?? '',
    '@example\n   * const event = await api.events.create({\n   *   starts_at: new Date(',
  )
})

test('an SDK with both options compiles, and its types are what they say', async () => {
  const { model, files } = chosen
  const usage = [
    ...model.resources.flatMap(({ operations }) => operations.map((one) => sdkExample(model, one))),
    `const event = await api.events.retrieve('1')
     const [day, gap] = [event.days[0]?.getTime(), event.gaps[0]?.getTime()]
     if (event.mood === 'dry' || event.mood === 'new' || event.inner.levels?.includes(3)) return event.ended_at?.getTime()
     const place = event.around.places?.[0]?.near?.mood
     return [day, gap, place === 'new', event.only === 'two', event.level === 7, event.moods.includes('new')]`,
    `await api.events.create({ starts_at: new Date(), mood: 'new', moods: ['new'], inner: { kind: 'fixed', mood: 'new' } })
     await api.events.move('1', { to: new Date(), mood: 'new' })
     await api.events.list({ filter: { mood_eq: 'new', level_eq: 7, starts_at_eq: new Date() } })`,
    `const { details } = await api.events.retrieve('1')
     return details.at?.toUpperCase()`,
    `// @ts-expect-error: a date is no text
     await api.events.create({ starts_at: '2024-01-01T00:00:00Z' })`,
    `// @ts-expect-error: nor is it one where it is read
     return (await api.events.retrieve('1')).starts_at.toUpperCase()`,
    `// @ts-expect-error: an open enum of strings takes no number
     await api.events.create({ starts_at: new Date(), mood: 1 })`,
    `// @ts-expect-error: what tells objects apart stays
     await api.events.create({ starts_at: new Date(), inner: { kind: 'other' } })`,
  ]
  assert.equal(await faultsOf(files, usage), [])
})

test('without the options, an enum has its values alone, and a date is a text', async () => {
  const usage = [
    `await api.events.create({ starts_at: '2024-01-01T00:00:00Z', mood: 'dry' })`,
    `// @ts-expect-error: no value of the enum
     await api.events.create({ starts_at: '2024-01-01T00:00:00Z', mood: 'new' })`,
  ]
  assert.equal(await faultsOf(plain.files, usage), [])
})

test.run()
