import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library } from '../../spec/fixtures/docs/library.js'
import { emitDocs } from '../emit/docs.js'
import { TemplateError } from '../emit/template-error.js'
import { readTemplates, readTemplateTexts } from '../emit/templates.js'
import { type Problem, showProblem } from '../problems.js'
import { readOwn } from './own.js'

let cwd: string
test.before.each(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'openapi-resources-templates-'))
})
test.after.each(() => rm(cwd, { recursive: true, force: true }))

type Files = Readonly<Record<string, string>>

/** What the templates in a folder `mine` make of the library's reference; or what is wrong with them. */
async function made(
  files: Files,
  model = library,
): Promise<{ files: Map<string, string>; problems: readonly Problem[] }> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(cwd, 'mine', name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const { templates, copied, problems, problemOf } = await readOwn({ folder: 'mine', cwd })
  if (problems.length > 0) return { files: new Map(), problems }
  const { render, site, assertNoFaults } = await readTemplates(templates)
  const docs = emitDocs(model, render, templates)
  try {
    assertNoFaults()
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return { files: new Map(), problems: error.faults.map(problemOf) }
  }
  const all = [...docs, ...[...site].map(([name, text]) => [`docs/.vitepress/${name}`, text] as const)]
  for (const [name, bytes] of copied) all.push([name, Buffer.from(bytes).toString('utf8')])
  return { files: new Map(all), problems: [] }
}

const replaced: readonly (readonly [what: string, given: Files, page: string, want: RegExp])[] = [
  ['a page', { 'docs/map.hbs': '# Mine\n\n{{map}}\n' }, 'docs/map.md', /^# Mine\n\n```mermaid\n/],
  [
    'a partial of ours',
    { 'docs/paragraphs.hbs': '{{#each this}}\n> {{this}}\n\n{{/each}}\n' },
    'docs/books/create.md',
    /> Send a `POST` request/,
  ],
  [
    'a partial of their own, in a folder',
    { 'docs/map.hbs': '{{> docs/parts/note text="so"}}\n', 'docs/parts/note.hbs': 'Note {{text}}: {{map}}\n' },
    'docs/map.md',
    /^Note so: ```mermaid/,
  ],
  [
    'a page with a partial within itself',
    { 'docs/map.hbs': '{{#*inline "it"}}In {{map}}{{/inline}}{{> it}}\n' },
    'docs/map.md',
    /^In ```mermaid/,
  ],
  [
    'a page by blocks of all kinds',
    {
      'docs/index.hbs':
        '{{#each resources as |one at|}}{{at}} {{one}} {{../title}} {{@root.title}}{{#if @last}}!{{/if}}\n{{/each}}{{#with client}}{{this}}{{/with}}{{#resources}}{{.}}{{/resources}}{{resources.length}}',
    },
    'docs/index.md',
    /^0 \[Books\]\(books\/index\.md\): .* Library Library\n[\s\S]*!\n```ts/,
  ],
  ['a page with BOM and CRLF', { 'docs/map.hbs': '\uFEFF# Mine\r\n\r\n{{map}}\r\n' }, 'docs/map.md', /^# Mine\n\n```m/],
  [
    'the style of the site',
    { 'site/theme/custom.css': ':root { --x: 1 }\n' },
    'docs/.vitepress/theme/custom.css',
    /--x: 1/,
  ],
  [
    'the theme, with a file of their own',
    {
      'site/theme/index.ts': "import Banner from './Banner.vue'\n",
      'site/theme/Banner.vue': '<template>Hi</template>\n',
    },
    'docs/.vitepress/theme/Banner.vue',
    /Hi/,
  ],
  [
    'the logo',
    { 'site/public/logo.svg': '<svg/>', 'site/public/favicon.ico': '' },
    'docs/.vitepress/site.ts',
    /icon: '\/favicon\.ico',\n {2}logo: '\/logo\.svg',/,
  ],
  ['a picture', { 'site/public/img/logo.svg': '<svg/>' }, 'docs/public/img/logo.svg', /^<svg\/>$/],
  [
    'the style, with a font',
    { 'site/theme/custom.css': "@font-face { src: url('./sans.woff2') }\n", 'site/theme/sans.woff2': 'f' },
    'docs/.vitepress/theme/sans.woff2',
    /^f$/,
  ],
  [
    'nothing',
    { 'README.md': 'Ours', 'docs/.DS_Store': '' },
    'docs/.vitepress/site.ts',
    /icon: 'data:,',\n {2}logo: '',/,
  ],
]
for (const [what, given, page, want] of replaced) {
  test(`a user replaces ${what}`, async () => {
    const { files, problems } = await made(given)
    assert.equal(
      problems.map((problem) => showProblem(problem)),
      [],
    )
    assert.match(files.get(page) ?? '', want)
  })
}

test('whatever a template does, what it is given stays escaped', async () => {
  const hostile = { ...library, api: { ...library.api, title: '<script>{{ x }}</script>' } }
  const { files } = await made({ 'docs/index.hbs': '{{title}}\n{{{title}}}\n{{&title}}\n' }, hostile)
  const lines = (files.get('docs/index.md') ?? '').trim().split('\n')
  assert.is(new Set(lines).size, 1)
  assert.not.match(lines[0] ?? '', /<script|\{\{/)
})

test('copies of our own templates make the same', async () => {
  const ours = await readTemplateTexts()
  const copies = [...ours].filter(([name]) => name.startsWith('docs/')).map(([name, text]) => [`${name}.hbs`, text])
  const { files, problems } = await made(Object.fromEntries(copies))
  assert.equal(problems, [])
  const { render } = await readTemplates()
  for (const [name, text] of emitDocs(library, render)) assert.is(files.get(name), text)
})

const wrong: readonly (readonly [what: string, given: Files, ...want: string[]])[] = [
  [
    'a misspelt template',
    { 'docs/operaton.hbs': 'x' },
    'unknown-template mine/docs/operaton.hbs → Did you mean docs/operation.hbs?',
  ],
  [
    'a template beside the folders',
    { 'operation.hbs': 'x' },
    'unknown-template mine/operation.hbs → Templates of pages',
  ],
  ['a template of the SDK', { 'sdk/client.hbs': 'x' }, 'unknown-template mine/sdk/client.hbs → Templates of pages'],
  [
    'a partial that is not there',
    { 'docs/map.hbs': '# x\n\n  {{> docs/paragrahps x}}\n' },
    'unknown-template mine/docs/map.hbs:3:3 → Did you mean docs/paragraphs?',
  ],
  [
    'a partial out of the folder',
    { 'docs/map.hbs': '{{> ../../secret}}' },
    'unknown-template mine/docs/map.hbs:1:1 → Write it: ../../secret.hbs, in the folder',
  ],
  [
    'the same in quotes',
    { 'docs/map.hbs': '{{> "../../secret"}}' },
    'unknown-template mine/docs/map.hbs:1:1 → Write it',
  ],
  [
    'a block that ends as another',
    { 'docs/map.hbs': 'a\n{{#if map}}b{{/each}}\n' },
    'template-syntax mine/docs/map.hbs:2:4 →',
  ],
  ['a block without end', { 'docs/map.hbs': 'a\n  {{#if map}}b\n\n' }, 'template-syntax mine/docs/map.hbs:2 →'],
  [
    'an expression without end',
    { 'docs/map.hbs': 'a\nfoo {{ ti tle} x\n' },
    'template-syntax mine/docs/map.hbs:2:14 →',
  ],
  [
    'a misspelt name',
    { 'docs/operation.hbs': '# {{title}}\n\n {{requst}}' },
    'unknown-template-name mine/docs/operation.hbs:3:4 → Did you mean request? There are head, title, ',
  ],
  [
    'misspelt names where strict Handlebars sees none',
    { 'docs/map.hbs': '{{#if mp}}{{/if}}\n{{#each maps}}{{/each}}{{#if map}}{{else}}{{titel}}{{/if}}' },
    'unknown-template-name mine/docs/map.hbs:1:7 → Did you mean map?',
    'unknown-template-name mine/docs/map.hbs:2:9 → Did you mean map?',
    'unknown-template-name mine/docs/map.hbs:2:45 → There are head, intro, map, resources.',
  ],
  [
    'a name of an object that is not there',
    { 'docs/operation.hbs': '{{#with example}}{{crul}}{{/with}}{{example.sdks}}' },
    'unknown-template-name mine/docs/operation.hbs:1:20 → Did you mean curl? There are sdk, curl, fetch.',
    'unknown-template-name mine/docs/operation.hbs:1:37 → Did you mean sdk? There are sdk, curl, fetch.',
  ],
  [
    'a name of a text',
    { 'docs/operation.hbs': '{{#each intro}}{{text}}{{/each}}' },
    'unknown-template-name mine/docs/operation.hbs:1:18 → Here is a text or the like',
  ],
  [
    'a name in a partial',
    { 'docs/map.hbs': '{{> docs/mine}}', 'docs/mine.hbs': '\n{{name}}' },
    'unknown-template-name mine/docs/mine.hbs:2:3 → There are head, intro, map, resources.',
  ],
  [
    'a name of a prototype',
    { 'docs/map.hbs': '{{constructor}}' },
    'unknown-template-name mine/docs/map.hbs:1:3 → There are head, intro, map, resources.',
  ],
  [
    'a name above all',
    { 'docs/map.hbs': '{{../map}}' },
    'unknown-template-name mine/docs/map.hbs:1:3 → There are none.',
  ],
  [
    'a helper that is not there',
    { 'docs/map.hbs': '{{upper map}}{{#upper map}}{{/upper}}{{lookup this (upper map)}}' },
    'unknown-template-name mine/docs/map.hbs:1:3 → There are each, if',
    'unknown-template-name mine/docs/map.hbs:1:17 → There are each, if',
    'unknown-template-name mine/docs/map.hbs:1:53 → There are each, if',
  ],
  ['a template without end', { 'docs/map.hbs': '{{> docs/map}}' }, 'template-failed mine/docs/map.hbs → Mend'],
  [
    'a partial that is only known late',
    { 'docs/map.hbs': '{{> (lookup this "map")}}' },
    'template-failed mine/docs/map.hbs → Mend',
  ],
  [
    'a misspelt style',
    { 'site/theme/styles.css': 'x' },
    'unknown-template mine/site/theme/styles.css → Did you mean site/theme/style.css?',
  ],
  [
    'a font that no style names',
    { 'site/theme/sans.woff2': '' },
    'unknown-template mine/site/theme/sans.woff2 → Those that it could replace: site/config.mts, ',
  ],
  ['what is made', { 'site/site.ts': '' }, 'unknown-template mine/site/site.ts → Replace site/config.mts instead.'],
]
for (const [what, given, ...want] of wrong) {
  test(`a user is told of ${what}`, async () => {
    const { problems } = await made(given)
    const told = problems.map(({ code, places: [place], advice }) => {
      const at = [place?.file, place?.line, place?.column].filter((one) => one !== undefined).join(':')
      return `${code} ${at} → ${advice}`
    })
    assert.is(told.length, want.length, told.join('\n'))
    for (const [index, text] of want.entries()) assert.ok(told[index]?.startsWith(text), `${told[index]}\nwant ${text}`)
  })
}

test('a folder that is not there', async () => {
  const { problems } = await readOwn({ folder: 'mine', cwd })
  assert.equal(
    problems.map(({ code, message }) => [code, message]),
    [['missing-file', 'There is no folder mine.']],
  )
})

test('a link is not followed', async () => {
  await mkdir(path.join(cwd, 'mine/docs'), { recursive: true })
  await writeFile(path.join(cwd, 'secret.hbs'), 'secret')
  await symlink(path.join(cwd, 'secret.hbs'), path.join(cwd, 'mine/docs/map.hbs'))
  const { problems } = await made({})
  assert.equal(
    problems.map(({ message }) => message),
    ['docs/map.hbs is a link, or no file at all.'],
  )
})

test.run()
