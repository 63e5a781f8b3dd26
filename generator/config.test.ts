import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { defineConfig, loadConfig } from './config.js'
import { withLines } from './config-places.js'
import { InputError, type Problem } from './problems.js'

let folder: string
test.before.each(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'openapi-resources-config-'))
})
test.after.each(() => rm(folder, { recursive: true, force: true }))

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await writeFile(path.join(folder, file), text)
}

async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  throw new Error('nothing was thrown')
}

test('defineConfig gives back what it takes', () => {
  const config = { spec: 'openapi.yaml' }
  assert.is(defineConfig(config), config)
})

test('no config file is no error', async () => {
  assert.equal(await loadConfig({ cwd: folder }), { config: {}, file: undefined })
})

const typed =
  'import { defineConfig } from "openapi-resources"\nexport default defineConfig({ spec: "a.yaml" satisfies string })'
const forms: readonly (readonly [file: string, text: string])[] = [
  ['openapi-resources.config.ts', typed],
  ['openapi-resources.config.mts', typed],
  ['openapi-resources.config.js', 'import "openapi-resources"\nexport default { spec: "a.yaml" }'],
  ['openapi-resources.config.js', 'module.exports = { spec: "a.yaml" }'],
  ['openapi-resources.config.mjs', 'export default await Promise.resolve({ spec: "a.yaml" })'],
  ['openapi-resources.config.json', '\uFEFF{ "spec": "a.yaml" }'],
  ['package.json', '{ "name": "x", "openapi-resources": { "spec": "a.yaml" } }'],
]
for (const [file, text] of forms) {
  test(`reads ${file}: ${text.slice(0, 60)}`, async () => {
    await put(file, text)
    assert.equal(await loadConfig({ cwd: folder }), { config: { spec: path.join(folder, 'a.yaml') }, file })
  })
}

test('a .js import in a TypeScript config finds the .ts file', async () => {
  await put('shared/names.ts', 'export const spec: string = "a.yaml"')
  await put('openapi-resources.config.ts', 'import { spec } from "./shared/names.js"\nexport default { spec }')
  const { config } = await loadConfig({ cwd: folder })
  assert.is(config.spec, path.join(folder, 'a.yaml'))
})

test('overlays are relative to the config, and headers as they are', async () => {
  const headers = { Authorization: 'Bearer x' }
  const config = {
    overlays: ['a.yaml', 'https://example.com/b.yaml'],
    headers,
    include: ['tag:a b'],
    exclude: ['deprecated'],
  }
  await put('openapi-resources.config.json', JSON.stringify(config))
  const read = await loadConfig({ cwd: folder })
  assert.equal(read.config, { ...config, overlays: [path.join(folder, 'a.yaml'), 'https://example.com/b.yaml'] })
})

test('earlier versions are relative to the config', async () => {
  const changelog = ['v1.yaml', 'https://example.com/v2.yaml', { overlays: ['o.yaml'], exclude: ['tag:a'] }]
  await put('openapi-resources.config.json', JSON.stringify({ changelog }))
  const { config } = await loadConfig({ cwd: folder })
  assert.equal(config.changelog, [
    path.join(folder, 'v1.yaml'),
    'https://example.com/v2.yaml',
    { overlays: [path.join(folder, 'o.yaml')], exclude: ['tag:a'] },
  ])
  for (const wrong of [{ changelog: ['a', 7] }, { changelog: 'a' }, { changelog: [{ spc: 'a' }] }]) {
    await put('openapi-resources.config.json', JSON.stringify(wrong))
    const problems = await problemsOf(loadConfig({ cwd: folder }))
    assert.equal(
      problems.map(({ code }) => code),
      ['invalid-config'],
      JSON.stringify(wrong),
    )
    assert.match(problems[0]?.message ?? '', 'it names no earlier version: a path, a URL, or an object of')
  }
})

test('a config in a folder above is found, and its paths are relative to itself', async () => {
  await put('openapi-resources.config.json', '{ "spec": "spec/a.yaml", "out": "src/api" }')
  await put('packages/one/package.json', '{ "name": "one" }')
  const { config, file } = await loadConfig({ cwd: path.join(folder, 'packages/one') })
  assert.equal(config, { spec: path.join(folder, 'spec/a.yaml'), out: path.join(folder, 'src/api') })
  assert.is(file, path.join('..', '..', 'openapi-resources.config.json'))
})

test('a named config wins over the one that would be found', async () => {
  await put('openapi-resources.config.json', '{ "spec": "a.yaml" }')
  await put(
    'other/mine.json',
    '{ "spec": "https://example.com/b.yaml", "facts": { "/paths/~1a/get": { "call": "a.b" } } }',
  )
  assert.equal(await loadConfig({ cwd: folder, file: 'other/mine.json' }), {
    config: { spec: 'https://example.com/b.yaml', facts: { '/paths/~1a/get': { call: 'a.b' } } },
    file: path.join('other', 'mine.json'),
  })
})

test('what the SDK is to be', async () => {
  await put('openapi-resources.config.json', '{ "dates": "Date", "enums": "open" }')
  assert.equal((await loadConfig({ cwd: folder })).config, { dates: 'Date', enums: 'open' })
})

test('undefined is as if it was not said', async () => {
  await put('openapi-resources.config.ts', 'export default { spec: process.env["NOT_SET"], out: "x" }')
  const { config } = await loadConfig({ cwd: folder })
  assert.is(config.spec, undefined)
  assert.is(config.out, path.join(folder, 'x'))
})

const ts = 'openapi-resources.config.ts'
const json = 'openapi-resources.config.json'
const wrong: readonly (readonly [
  file: string,
  text: string,
  want: { code: string; pattern: RegExp; place?: object },
])[] = [
  [
    ts,
    'export default { sepc: "a" }',
    {
      code: 'unknown-config-key',
      pattern: /no config key sepc/,
      place: { file: ts, pointer: '/sepc', line: 1, column: 18 },
    },
  ],
  [
    ts,
    'export default { spec: 1 }',
    {
      code: 'invalid-config',
      pattern: /spec is wrong.*string/,
      place: { file: ts, pointer: '/spec', line: 1, column: 18 },
    },
  ],
  [
    ts,
    'export default { out: "" }',
    {
      code: 'invalid-config',
      pattern: /out is wrong.*empty/,
      place: { file: ts, pointer: '/out', line: 1, column: 18 },
    },
  ],
  [
    json,
    '{ "spec": null }',
    { code: 'invalid-config', pattern: /spec/, place: { file: json, pointer: '/spec', line: 1, column: 3 } },
  ],
  [
    json,
    '{ "facts": { "paths": {} } }',
    {
      code: 'invalid-config',
      pattern: /JSON pointer/,
      place: { file: json, pointer: '/facts/paths', line: 1, column: 14 },
    },
  ],
  [
    json,
    '{ "facts": { "/a~1b": 1 } }',
    { code: 'invalid-config', pattern: /facts/, place: { file: json, pointer: '/facts/~1a~01b', line: 1, column: 14 } },
  ],
  [
    json,
    '{ "dates": "date" }',
    {
      code: 'invalid-config',
      pattern: /^dates is wrong: .*"string" \| "Date".*"date"/,
      place: { file: json, pointer: '/dates', line: 1, column: 3 },
    },
  ],
  [
    json,
    '{ "enums": true }',
    {
      code: 'invalid-config',
      pattern: /^enums is wrong: .*"closed" \| "open"/,
      place: { file: json, pointer: '/enums', line: 1, column: 3 },
    },
  ],
  [json, '[]', { code: 'invalid-config', pattern: /The config is wrong/ }],
  [json, '', { code: 'invalid-config', pattern: /The config is wrong/ }],
  [json, '{ "spec": }', { code: 'config-not-loaded', pattern: /The config cannot be loaded/ }],
  [ts, '', { code: 'invalid-config', pattern: /The config is wrong/ }],
  [ts, 'export default () => ({})', { code: 'invalid-config', pattern: /Function/ }],
  [
    ts,
    '\nthrow new Error("no $& here")',
    { code: 'config-not-loaded', pattern: /no \$& here/, place: { file: ts, line: 2, column: 7 } },
  ],
  [
    ts,
    '\nexport default { a:,, }',
    { code: 'config-not-loaded', pattern: /ParseError: Unexpected token$/, place: { file: ts, line: 2, column: 20 } },
  ],
  [
    ts,
    'import x from "not-there"\nexport default x',
    { code: 'config-not-loaded', pattern: /Cannot find module 'not-there'$/, place: { file: ts } },
  ],
  [ts, 'throw "just a string"', { code: 'config-not-loaded', pattern: /just a string/, place: { file: ts } }],
  ['package.json', '{ "openapi-resources": ', { code: 'config-not-loaded', pattern: /The config cannot be loaded/ }],
]
for (const [file, text, want] of wrong) {
  test(`refuses ${file}: ${JSON.stringify(text)}`, async () => {
    await put(file, text)
    const [problem, ...others] = await problemsOf(loadConfig({ cwd: folder }))
    assert.equal(others, [])
    assert.is(problem?.code, want.code)
    assert.match(problem?.message ?? '', want.pattern)
    assert.ok(problem?.advice)
    const [{ excerpt, ...place } = { file: '' }] = problem?.places ?? []
    if (want.place) assert.equal(place, want.place)
    if (want.place && 'pointer' in want.place) assert.ok(excerpt)
    assert.is(problem?.places[0]?.file, file)
    assert.not.match(problem?.message ?? '', folder)
  })
}

const said: readonly (readonly [file: string, text: string, pointer: string, want: string])[] = [
  [json, '{\n  "facts": {\n    "/a~1b": { "call": "x" } } }', '/facts/~1a~01b/call', '3:16'],
  ['package.json', '{ "openapi-resources": {\n "ignore": [{}, {}] } }', '/ignore/1', '2:17'],
  [
    ts,
    "import x from 'y'\nexport default defineConfig({\n  facts: { '/a': { call: 'x' } },\n})",
    '/facts/~1a/call',
    '3:20',
  ],
  [ts, 'const facts = {\n  "/a": {} }\nexport default { facts: { ...facts } } as const', '/facts/~1a', '3:18'],
  [ts, 'export default {\n  ignore: [\n    { code: 1 }, { code: 2 },\n  ],\n}', '/ignore/1/code', '3:20'],
  [ts, 'export default make()', '/facts/~1a', ':'],
]
for (const [file, text, pointer, want] of said) {
  test(`${pointer} is at ${want} of ${JSON.stringify(text)}`, async () => {
    await put(file, text)
    const problem: Problem = { severity: 'error', code: 'unknown-field', message: '', places: [{ file, pointer }] }
    const [placed] = await withLines([problem], file, folder)
    const [{ line = '', column = '' } = { line: '', column: '' }] = placed?.places ?? []
    assert.is(`${line}:${column}`, want)
  })
}

const unknownKeys: readonly (readonly [config: string, advice: string])[] = [
  ["{ sepc: 'a.yaml' }", 'Did you mean spec?'],
  ["{ ignore: [{ code: 'response-unknown', raeson: 'x', reason: 'x' }] }", 'Did you mean reason?'],
  ["{ ignore: [{ code: 'response-unknown', why: 'x', reason: 'x' }] }", 'The keys are code, at, reason.'],
]
for (const [config, want] of unknownKeys) {
  test(`${want} of ${config}`, async () => {
    await put(ts, `export default ${config}`)
    const problems = await problemsOf(loadConfig({ cwd: folder }))
    assert.equal(
      problems.map(({ code, advice }) => [code, advice]),
      [['unknown-config-key', want]],
    )
  })
}

test('all that is wrong is told at once', async () => {
  await put(ts, 'export default { spec: 1, out: 2, constructor: 3 }')
  const problems = await problemsOf(loadConfig({ cwd: folder }))
  assert.equal(problems.map((problem) => problem.code).sort(), [
    'invalid-config',
    'invalid-config',
    'unknown-config-key',
  ])
})

const unnamed: readonly (readonly [file: string, pattern: RegExp])[] = [
  ['.', /There is no file \./],
  ['absent.ts', /There is no file absent\.ts/],
  ['config.yaml', /like config\.yaml/],
]
for (const [file, pattern] of unnamed) {
  test(`--config ${file}`, async () => {
    await put('config.yaml', 'spec: a')
    const [problem] = await problemsOf(loadConfig({ cwd: folder, file }))
    assert.is(problem?.code, 'config-not-found')
    assert.match(problem?.message ?? '', pattern)
  })
}

test('nothing is written beside a config that has no node_modules', async () => {
  await put(ts, typed)
  await loadConfig({ cwd: folder })
  assert.equal(await readdir(folder), [ts])
})

test.run()
