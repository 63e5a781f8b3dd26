import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Outcome, runIn } from './cli.fixture.js'

/** A JSON:API service of one resource. */
const THINGS = `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get:
      responses:
        '200':
          description: The things.
          content:
            application/vnd.api+json:
              schema:
                type: object
                properties: { data: { type: array, items: { $ref: '#/components/schemas/Thing' } } }
components:
  schemas:
    Thing:
      type: object
      required: [type, id, attributes]
      properties:
        type: { const: things }
        id: { type: string }
        attributes: { type: object, required: [name], properties: { name: { type: string } } }
`

let folder: string
test.before.each(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'openapi-resources-cli-'))
  await writeFile(path.join(folder, 'things.yaml'), THINGS)
})
test.after.each(() => rm(folder, { recursive: true, force: true }))

const run = (...argv: string[]) => runIn(folder, ...argv)
const put = (file: string, text: string): Promise<void> => writeFile(path.join(folder, file), text)
const listed = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).sort()

// ── help and usage ───────────────────────────────────────────────────────────────────────────────────────────────────

const shown: readonly (readonly [argv: string, ...patterns: RegExp[]])[] = [
  ['--help', /^openapi-resources <command>\n/, /generate \[spec\]/, /inspect \[spec\]/],
  ['-h', /generate \[spec\]/],
  [
    'generate --help',
    /--out/,
    /--check/,
    /--config/,
    /--overlay[\s\S]*--header[\s\S]*--include[\s\S]*--exclude/,
    /--dates[\s\S]*"string", "Date"/,
    /--enums[\s\S]*"closed", "open"/,
    /Examples:/,
  ],
  ['diff --help', /--json/, /--breaking/, /<before>|before/, /Examples:/],
  ['inspect --help', /--json/, /Examples:/],
  ['--version', /^\d+\.\d+\.\d+\n$/],
]
for (const [argv, ...patterns] of shown) {
  test(argv, async () => {
    const { code, stdout, stderr } = await run(...argv.split(' '))
    assert.is(code, 0)
    assert.is(stderr, '')
    for (const pattern of patterns) assert.match(stdout, pattern)
  })
}

const misused: readonly (readonly [argv: string, pattern: RegExp])[] = [
  ['', /Which command\?/],
  ['generat', /generat\b.*Did you mean generate\?/],
  ['generate --ouput x', /Unknown argument.*ouput/],
  ['generate things.yaml other.yaml', /Unknown argument: other\.yaml/],
  ['generate -- things.yaml', /Unknown argument: things\.yaml/],
  ['generate things.yaml --out', /--out has no value/],
  ['generate --config --check', /--config has no value/],
  ['generate things.yaml --out=', /--out has no value/],
  ['generate things.yaml --check=yes', /--check=yes is neither true nor false/],
  ['generate things.yaml --no-check', /Unknown argument: no-check/],
  ['generate things.yaml --json', /Unknown argument: json/],
  ['generate things.yaml --dates date', /dates.*"date".*"string", "Date"/],
  ['generate things.yaml --dates --check', /dates.*"string", "Date"/],
  ['generate things.yaml --enums=half', /enums.*"half".*"closed", "open"/],
  ['generate things.yaml --overlay', /--overlay has no value/],
  ['generate things.yaml --overlay=', /--overlay has no value/],
  ['generate things.yaml --header Authorization', /--header takes a name, a colon and a value/],
  ['generate things.yaml --header Authorizati\u00f6n:x', /--header takes a name, a colon and a value/],
  [
    'generate things.yaml --header Authorization:b\u0000',
    /^--header Authorization has a value that no header can have\n/,
  ],
  ['generate things.yaml --include roles', /--include roles is no selector, such as tag:roles/],
  ['inspect things.yaml --exclude tag:', /--exclude tag: is no selector/],
  ['inspect things.yaml --dates date', /dates.*"date".*"string", "Date"/],
  ['inspect things.yaml --no-docs', /Unknown argument: no-docs/],
  ['generate things.yaml --no-docs=maybe', /--no-docs=maybe is neither true nor false/],
  ['diff', /^Which document is the earlier one\?\n/],
  ['diff a.yaml b.yaml c.yaml', /Unknown argument: c\.yaml/],
  ['diff a.yaml b.yaml --breaking=some', /--breaking=some is neither true nor false/],
  ['diff a.yaml --strict', /Unknown argument: strict/],
  ['inspect things.yaml --strict=no', /--strict=no is neither true nor false/],
  ['inspect things.yaml --overlay-out', /--overlay-out has no value/],
  ['generate things.yaml --overlay-out x.yaml', /Unknown argument: overlay-out/],
]
for (const [argv, pattern] of misused) {
  test(`usage: ${argv || 'no arguments'}`, async () => {
    const { code, stdout, stderr } = await run(...argv.split(' ').filter(Boolean))
    assert.is(code, 2)
    assert.is(stdout, '')
    assert.match(stderr, pattern)
    assert.match(stderr, /→ openapi-resources --help/)
    assert.equal(await listed(), ['things.yaml'])
  })
}

// ── bad input ────────────────────────────────────────────────────────────────────────────────────────────────────────

const bad: readonly (readonly [name: string, file: string, text: string | undefined, ...patterns: RegExp[]])[] = [
  ['a missing file', 'absent.yaml', undefined, /at absent\.yaml\n/],
  ['broken YAML', 'a.yaml', 'openapi: 3.1.0\ninfo: { title: A\npaths: {}\n', /at a\.yaml:[23]:\d+ +#/],
  ['broken JSON', 'a.json', '{ "openapi": "3.1.0",\n  "paths": {,}\n}', /at a\.json:2:13 +#/],
  [
    'a $ref that leads nowhere',
    'a.yaml',
    THINGS.replace('schemas/Thing', 'schemas/Thong'),
    /at a\.yaml:13:\d+ +#\/paths\/~1things\/get\/responses\/200/,
    /Thong/,
  ],
  ['no OpenAPI document', 'a.yaml', 'title: A shopping list\nitems: [milk]\n', /at a\.yaml:1:1 +#/],
  [
    'empty paths',
    'a.yaml',
    "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n",
    /at a\.yaml:3:\d+ +#\/paths/,
  ],
]
for (const command of ['generate', 'inspect', 'inspect --json', 'generate --check']) {
  for (const [name, file, text, ...patterns] of bad) {
    test(`${command}: ${name}`, async () => {
      if (text !== undefined) await put(file, text)
      const before = await listed()
      const { code, stdout, stderr } = await run(...command.split(' '), file)
      assert.is(code, 2)
      assert.is(stdout, '')
      assert.match(stderr, /^error [a-z-]+: ./)
      assert.match(stderr, /^ +→ ./m)
      for (const pattern of patterns) assert.match(stderr, pattern)
      assert.not.match(stderr, folder)
      assert.equal(await listed(), before)
    })
  }
}

test('no document is named', async () => {
  const { code, stderr } = await run('generate')
  assert.is(code, 2)
  assert.match(stderr, /^error no-spec: [\s\S]*→ .*openapi-resources generate openapi\.yaml/)
})

test('the config has no spec', async () => {
  await put('openapi-resources.config.json', '{ "out": "api" }')
  const { code, stderr } = await run('inspect')
  assert.is(code, 2)
  assert.match(stderr, /no-spec[\s\S]*as spec in openapi-resources\.config\.json/)
})

test('the config has an unknown key', async () => {
  await put('openapi-resources.config.json', '{ "spec": "things.yaml", "output": "api" }')
  const { code, stderr } = await run('generate')
  assert.is(code, 2)
  assert.match(stderr, /^error unknown-config-key: [\s\S]*output[\s\S]*spec, out, facts/)
  assert.equal(await listed(), ['openapi-resources.config.json', 'things.yaml'])
})

// ── generate and inspect ─────────────────────────────────────────────────────────────────────────────────────────────

test('generate writes, then finds nothing to do, and --check compares', async () => {
  const first = await run('generate', 'things.yaml', '--out', 'api')
  assert.is(first.code, 0, first.stderr)
  assert.match(first.stdout, /^api\/: \d+ added \(\d+\.\d s\)\n$/)
  assert.match((await run('generate', 'things.yaml', '--out', 'api')).stdout, /^api\/: \d+ unchanged \(/)
  assert.is((await run('generate', 'things.yaml', '--out', 'api', '--check')).code, 0)

  const index = path.join(folder, 'api/index.ts')
  const text = await readFile(index, 'utf8')
  await writeFile(index, `${text}// edited\n`)
  const stale = await run('generate', 'things.yaml', '--out', 'api', '--check')
  assert.is(stale.code, 1)
  assert.match(stale.stdout, /^ {2}to change {2}api\/index\.ts$/m)
  assert.is(await readFile(index, 'utf8'), `${text}// edited\n`)

  assert.match((await run('generate', 'things.yaml', '--out', 'api')).stdout, /^api\/: 1 changed, \d+ unchanged/)
  assert.is(await readFile(index, 'utf8'), text)
})

test('generate without arguments does what the config says', async () => {
  await put('openapi-resources.config.ts', 'export default { spec: "things.yaml", out: "src/api" }')
  const { code, stdout, stderr } = await run('generate')
  assert.is(code, 0, stderr)
  assert.match(stdout, /^src\/api\/: \d+ added/)
  assert.ok((await listed()).includes(path.join('src', 'api', 'index.ts')))
})

test('--out wins over the config', async () => {
  await put('openapi-resources.config.json', '{ "spec": "things.yaml", "out": "api" }')
  assert.match((await run('generate', '--out', './other')).stdout, /other\/: \d+ added/)
  assert.not.ok((await listed()).includes('api'))
})

const chosen: readonly (readonly [config: string, argv: string, want: string])[] = [
  ['', '', "at: string kind: 'a' | 'b'"],
  ['"dates": "Date"', '', "at: Date kind: 'a' | 'b'"],
  ['"enums": "open"', '', "at: string kind: 'a' | 'b' | (string & {})"],
  ['', '--dates Date --enums open', "at: Date kind: 'a' | 'b' | (string & {})"],
  ['"dates": "Date", "enums": "open"', '--dates string --enums=closed', "at: string kind: 'a' | 'b'"],
]
for (const [config, argv, want] of chosen) {
  test(`the SDK of { ${config} } and ${argv || 'no options'}: ${want}`, async () => {
    const attributes = '{ at: { type: string, format: date-time }, kind: { enum: [a, b] } }'
    await put(
      'things.yaml',
      THINGS.replace('{ name: { type: string } }', () => attributes),
    )
    await put('openapi-resources.config.json', `{ ${config} }`)
    const { code, stderr } = await run('generate', 'things.yaml', '--out', 'api', ...argv.split(' ').filter(Boolean))
    assert.is(code, 0, stderr)
    const text = await readFile(path.join(folder, 'api/resources/things.ts'), 'utf8')
    assert.match(text.replace(/\s+/g, ' '), `Identifier<'things'> { ${want} }`)
  })
}

const referenced: readonly (readonly [config: string, argv: string, want: boolean])[] = [
  ['', '', true],
  ['', '--no-docs', false],
  ['"docs": false', '', false],
  ['"docs": true', '--no-docs', false],
  ['"docs": false', '--no-docs=false', true],
]
for (const [config, argv, want] of referenced) {
  test(`{ ${config} } and ${argv || 'no options'}: ${want ? 'a' : 'no'} reference`, async () => {
    await put('openapi-resources.config.json', `{ ${config} }`)
    await run('generate', 'things.yaml', '--out', 'api')
    const { code, stderr } = await run('generate', 'things.yaml', '--out', 'api', ...argv.split(' ').filter(Boolean))
    assert.is(code, 0, stderr)
    const files = await listed()
    assert.ok(files.includes(path.join('api', 'index.ts')))
    assert.is(files.includes(path.join('api', 'docs', 'index.md')), want)
  })
}

test('inspect tells of dates and enums as the options have them', async () => {
  const { stdout } = await run('inspect', 'things.yaml', '--json', '--dates', 'Date', '--enums', 'open')
  assert.equal(JSON.parse(stdout).sdk, { dates: 'Date', enums: 'open' })
})

test('without --out and config the folder is generated', async () => {
  assert.match((await run('generate', 'things.yaml')).stdout, /^generated\/: \d+ added/)
})

test('--check writes nothing where there is no output yet', async () => {
  const { code, stdout } = await run('generate', 'things.yaml', '--check')
  assert.is(code, 1)
  assert.match(stdout, /to add +generated\/index\.ts/)
  assert.equal(await listed(), ['things.yaml'])
})

test('inspect prints for a person, with --json for a program', async () => {
  const person = await run('inspect', 'things.yaml')
  assert.is(person.code, 0, person.stderr)
  assert.match(person.stdout, /things/)
  const program = await run('inspect', 'things.yaml', '--json')
  assert.is(program.code, 0)
  assert.is(program.stderr, '')
  const { resources, operations, warnings } = JSON.parse(program.stdout)
  assert.equal(
    resources.map((resource: { type: string }) => resource.type),
    ['things'],
  )
  assert.is(resources[0].operations[0].call, 'things.list')
  assert.equal(operations, [])
  assert.ok(Array.isArray(warnings))
})

test('overlays and the document that the first extends, from the config and from the command line', async () => {
  const overlay = (title: string) =>
    `overlay: 1.0.0\nextends: ../things.yaml\nactions:\n  - target: $.info\n    update: { title: ${title} }\n`
  await mkdir(path.join(folder, 'o'))
  await put('o/one.yaml', overlay('One'))
  await put('o/two.yaml', `${overlay('Two')}  - target: $.nothing\n    remove: true\n`)
  const titleOf = async (...argv: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run('inspect', '--json', ...argv)
    assert.is(code, 0, stderr)
    return JSON.parse(stdout).api.title
  }
  assert.is(await titleOf('things.yaml'), 'Things')
  assert.is(await titleOf('--overlay', 'o/two.yaml', '--overlay', 'o/one.yaml'), 'One')
  assert.is(await titleOf('--overlay', 'o/one.yaml', '--overlay=o/two.yaml', 'things.yaml'), 'Two')
  await put('openapi-resources.config.json', '{ "overlays": ["o/one.yaml"] }')
  assert.is(await titleOf(), 'One')
  const { stderr } = await run('generate', '--overlay', 'o/two.yaml')
  assert.match(stderr, /warning unmatched-action: .*\n +at o\/two\.yaml:6:13 /)
})

test('facts of the config reach the model', async () => {
  await put(
    'openapi-resources.config.json',
    JSON.stringify({ spec: 'things.yaml', facts: { '/paths/~1things/get': { call: 'things.everything' } } }),
  )
  const { stdout, stderr } = await run('inspect', '--json')
  assert.is(JSON.parse(stdout || '{}').resources?.[0]?.operations[0]?.call, 'things.everything', stderr)
})

// ── warnings ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const UNDECLARED = /no-query-parameters/
const warned: readonly (readonly [argv: string, config: string, code: number, stdout: RegExp, stderr: RegExp])[] = [
  ['generate --out api', '', 0, /added/, /^warning no-query-parameters: /],
  ['generate --out api --strict', '', 2, /^$/, /^error no-query-parameters: /],
  ['generate --out api', '"strict": true', 2, /^$/, /^error no-query-parameters: /],
  ['generate --out api --strict=false', '"strict": true', 0, /added/, /^warning no-query-parameters: /],
  ['generate --check --strict', '', 2, /^$/, /^error no-query-parameters: /],
  ['inspect', '', 0, /\nwarning no-query-parameters: [\s\S]*1 warning\n$/, /^$/],
  ['inspect --strict', '', 2, /^$/, /^error no-query-parameters: /],
  ['inspect --json --strict', '', 2, /^$/, /^error no-query-parameters: /],
  [
    'inspect',
    '"ignore": [{ "code": "no-query-parameters", "reason": "Soon." }]',
    0,
    /0 warnings and 1 ignored\n$/,
    /^$/,
  ],
  ['inspect --strict', '"ignore": [{ "code": "no-query-parameters", "reason": "Soon." }]', 0, /1 ignored/, /^$/],
  [
    'inspect',
    '"ignore": [{ "code": "field-clash", "reason": "None." }]',
    0,
    /warning ignore-not-used: .*\n {2}at openapi-resources\.config\.json:1:37 /,
    /^$/,
  ],
  ['inspect', '"ignore": [{ "code": "name-clash", "reason": "?" }]', 2, /^$/, /^error invalid-config: ignore\.0\.code/],
  ['inspect', '"ignore": [{ "code": "field-clash" }]', 2, /^$/, /^error invalid-config: ignore\.0\.reason/],
]
for (const [argv, config, code, stdout, stderr] of warned) {
  test(`${argv} with { ${config} }`, async () => {
    await put('openapi-resources.config.json', `{ ${['"spec": "things.yaml"', config].filter(Boolean).join(', ')} }`)
    const before = await listed()
    const found = await run(...argv.split(' '))
    assert.is(found.code, code, found.stderr)
    assert.match(found.stdout, stdout)
    assert.match(found.stderr, stderr)
    if (code !== 0) assert.equal(await listed(), before)
  })
}

test('what the facts say wrongly is shown in the configuration', async () => {
  const facts = { '/paths/~1things/get': { cal: 'x' }, '/paths/~1thongs': {}, '/info': {} }
  await put('openapi-resources.config.json', JSON.stringify({ spec: 'things.yaml', facts }, null, 2))
  const { code, stderr } = await run('generate')
  assert.is(code, 2)
  const config = String.raw`openapi-resources\.config\.json`
  assert.match(stderr, new RegExp(String.raw`error extension-unknown-key: x-jsonapi\.cal .*\n +at ${config}:5:7 `))
  assert.match(stderr, new RegExp(String.raw`error fact-without-place: .*\n +at ${config}:7:5 `))
  assert.match(stderr, new RegExp(String.raw`warning extension-not-used: .*\n +at ${config}:8:5 `))
})

test('one resource alone, and one that is not there', async () => {
  for (const name of ['things', 'Thing']) {
    const { code, stdout } = await run('inspect', 'things.yaml', '--resource', name)
    assert.is(code, 0)
    assert.match(stdout, /^things: Thing, api\.things /m)
    assert.not.match(stdout, UNDECLARED)
  }
  const { code, stderr } = await run('inspect', 'things.yaml', '--resource=thinks')
  assert.is(code, 2)
  assert.match(stderr, /There is no resource thinks\. Did you mean things\?/)
})

test('--overlay-out writes an overlay, which mends what it says, and is never replaced', async () => {
  const { code, stderr } = await run('inspect', 'things.yaml', '--overlay-out', 'fixes.yaml', '--strict')
  assert.is(code, 2)
  assert.match(stderr, /^fixes\.yaml: mends 1 of 1 warning\.\n→ .* generate things\.yaml --overlay fixes\.yaml\n/)
  const text = await readFile(path.join(folder, 'fixes.yaml'), 'utf8')
  assert.match(text, /^# .*\noverlay: 1\.0\.0\ninfo:\n/)
  assert.match(
    text,
    /\n {2}# no-query-parameters, things\.yaml:4:3\n {2}# Leave those .*\n {2}- target: \$\.paths\['\/things'\]\.get\n/,
  )
  const mended = await run('inspect', 'things.yaml', '--overlay', 'fixes.yaml', '--strict')
  assert.is(mended.code, 0, mended.stderr)
  const again = await run('inspect', 'things.yaml', '--overlay-out', 'fixes.yaml')
  assert.is(again.code, 2)
  assert.match(again.stderr, /^error overlay-exists: /)
  assert.is(await readFile(path.join(folder, 'fixes.yaml'), 'utf8'), text)
})

test('explain says what a code means', async () => {
  assert.match((await run('explain', 'name-clash')).stdout, /^## name-clash\n\nTwo operations/)
  assert.match((await run('explain')).stdout, /^Warnings\n {2}body-not-sendable +A GET[\s\S]*\nErrors\n/)
  const { code, stderr } = await run('explain', 'name-clsh')
  assert.is(code, 2)
  assert.match(stderr, /There is no code name-clsh\. Did you mean name-clash\?/)
})

// ── as a process ─────────────────────────────────────────────────────────────────────────────────────────────────────

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))

/** Runs the command, and closes its output after the first chunk if `hangUp`. */
function start(argv: readonly string[], { script = cli, hangUp = false } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...argv], { cwd: folder })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    if (hangUp) child.stdout.destroy()
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

test('started through a link, as from node_modules/.bin', async () => {
  const link = path.join(folder, 'openapi-resources')
  await symlink(cli, link)
  const { code, stdout, stderr } = await start(['--version'], { script: link })
  assert.is(code, 0, stderr)
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/)
})

test('the exit code and the streams of a process', async () => {
  const { code, stdout, stderr } = await start(['generate', 'absent.yaml'])
  assert.is(code, 2)
  assert.is(stdout, '')
  assert.match(stderr, /^error /m)
})

test('a reader that hangs up is no fault', async () => {
  const { code, stderr } = await start(['inspect', 'things.yaml'], { hangUp: true })
  assert.is(stderr, '')
  assert.is(code, 0)
})

test('help imports neither compiler nor bundler', async () => {
  const script = path.join(folder, 'loaded.mjs')
  await writeFile(
    script,
    `import { createRequire } from 'node:module'
     const { main } = await import(${JSON.stringify(pathToFileURL(cli).href)})
     await main(['generate', '--help'], { cwd: '.', stdout: () => {}, stderr: () => {} })
     console.log(Object.keys(createRequire(import.meta.url).cache).join(' '))`,
  )
  const { stdout, stderr } = await start([], { script })
  assert.is(stderr, '')
  assert.not.match(stdout, /ts-morph|typescript|redocly|jiti|handlebars|lilconfig/)
})

test.run()
