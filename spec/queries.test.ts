/** The dialects of queries: how each is understood, typed and written. */
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../generator/document/load.js'
import { filterExample } from '../generator/emit/docs-filtering.js'
import { emit } from '../generator/emit/emit.js'
import { sdkExample } from '../generator/emit/examples.js'
import { build } from '../generator/model/build.js'
import type { FilterParameter, Model, NamesQuery, Operation } from '../generator/model/types.js'
import type { Problem } from '../generator/problems.js'
import { faultsIn, inFolder } from './fixtures/emit/compiled.js'
import { cases, type QueryCase } from './queries.cases.js'

/** A fixture as the generator sees it. */
interface Read extends QueryCase {
  readonly understood: Model
  readonly problems: readonly Problem[]
  readonly files: ReadonlyMap<string, string>
}

const cwd = fileURLToPath(new URL('fixtures/queries/', import.meta.url))

async function read(one: QueryCase): Promise<Read> {
  const document = await load(`${one.fixture}.yaml`, { cwd })
  const { model, problems } = build(document)
  return { ...one, understood: model, problems, files: await emit(model, document) }
}

const listText = ({ values = [], list }: NamesQuery): string =>
  [values.join(' '), ...(list === 'comma' ? [] : [list])].join(', ')

function filterText({ parameter, field, operator, ...rest }: FilterParameter): string {
  const { type, format, enum: values, list, single, required } = rest
  const many = list === null ? '' : single ? 'one or a list of ' : 'list of '
  const words = [type, format, values?.join('|')].filter(Boolean).join(' ')
  const end = [list && `, ${list}`, required && ' required'].filter(Boolean).join('')
  return `${parameter} ${[field, operator].filter(Boolean).join(' ')}: ${many}${words}${end}`
}

/** What the query of an operation takes, a line for each parameter. */
function linesOf({ call, query: { include, fields, sort, filter, page } }: Operation): string[] {
  const expression = filter?.text?.expression
  const made = expression?.fields.map(({ name, operators }) => [name, ...operators.map((one) => one.name)].join(' '))
  const lines = [
    ...(include ? [`include ${listText(include)}`] : []),
    ...(fields?.types.length === 0 ? ['fields any'] : []),
    ...(fields?.types ?? []).map((one) => `fields[${one.type}] ${listText(one)}`),
    ...(sort ? [`sort ${listText(sort)}`] : []),
    ...(filter?.parameters ?? []).map(filterText),
    ...(filter?.open ? ['filter any'] : []),
    ...(filter?.text
      ? [
          `filter text${made ? ` of ${made.join(', ')}, quoted by ${expression?.quote}` : ''}${filter.text.required ? ' required' : ''}`,
        ]
      : []),
    ...(page?.parameters.length === 0 ? ['page any'] : []),
    ...(page?.parameters ?? []).map(
      ({ parameter, key, type, maximum }) =>
        `${parameter} ${key}: ${type}${maximum === undefined ? '' : ` at most ${maximum}`}`,
    ),
  ]
  return lines.map((line) => `${call} ${line}`.trim())
}

const all = await Promise.all(cases.map(read))

for (const { fixture, model, understood, problems, warnings = [] } of all) {
  test(`${fixture}: what is declared`, () => {
    assert.equal(
      understood.resources.flatMap(({ operations }) => operations.flatMap(linesOf)),
      model,
    )
    assert.equal(
      problems
        .filter(({ code }) => code.startsWith('query'))
        .map(({ code, places }) => `${code} ${places[0]?.pointer}`),
      warnings,
    )
  })
}

for (const { fixture, docs, files } of all) {
  test(`${fixture}: what the reference says`, () => {
    const text = files.get('docs/notes/list.md')?.split('\n') ?? []
    for (const line of docs) assert.ok(text.includes(line), `${line}\n${text.join('\n')}`)
  })
}

/** A program that makes all the calls, one of the examples of the reference, and one that the compiler must refuse line by line. */
function programs({ fixture, calls, refused, understood }: Read): [file: string, text: string][] {
  const examples = understood.resources.flatMap(({ operations }) =>
    operations.map((one) => sdkExample(understood, one)),
  )
  const shown = [...examples, filterExample(understood) ?? ''].map((one) => `  {\n${one}\n  }\n`).join('')
  const head = "import type { Client } from './index.js'\n"
  const made = calls.map(([call]) => `  () => ${call},\n`).join('')
  const wrong = refused.map((call) => `  // @ts-expect-error\n  ${call}\n`).join('')
  return [
    [
      `${fixture}/calls.ts`,
      `${head}export const calls = (api: Client): (() => PromiseLike<unknown>)[] => [\n${made}]\n`,
    ],
    [`${fixture}/examples.ts`, `${head}export async function examples(api: Client) {\n${shown}}\n`],
    [`${fixture}/refused.ts`, `${head}export function refused(api: Client) {\n${wrong}}\n`],
  ]
}

test('each is typed and written as declared', async () => {
  const files = new Map(
    all.flatMap((one) => [
      ...[...one.files].map(([file, text]) => [`${one.fixture}/${file}`, text] as const),
      ...programs(one),
    ]),
  )
  await inFolder(files, async (folder) => {
    assert.equal(
      faultsIn(
        folder,
        cases.flatMap(({ fixture }) => ['calls', 'refused', 'examples'].map((file) => `${fixture}/${file}.ts`)),
      ),
      [],
    )
    for (const { fixture, calls } of cases) {
      const from = (file: string) => import(pathToFileURL(path.join(folder, fixture, file)).href)
      const [{ createClient }, program] = await Promise.all([from('index.ts'), from('calls.ts')])
      const received: string[] = []
      const api = createClient({
        baseUrl: 'https://notes.example',
        fetch: async ({ url }: Request) => {
          received.push(decodeURIComponent(new URL(url).search.slice(1)))
          return Response.json({ data: [] })
        },
      })
      for (const call of program.calls(api)) await call()
      assert.equal(
        received,
        calls.map(([, query]) => query),
        fixture,
      )
    }
  })
})

test.run()
