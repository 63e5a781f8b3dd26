import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Found } from '../walk.js'
import { guidesOf } from './read.js'
import type { Guides } from './types.js'

const found = (name: string, text: string | Uint8Array): Found => ({
  file: `guides/${name}`,
  name,
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
})

/** The guides of a folder, by name and text. */
const guides = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Guides> =>
  guidesOf(Object.entries(files).map(([name, text]) => found(name, text)))

const front = (lines: string, text = 'Text.\n'): string => `---\n${lines}\n---\n${text}`

/** Each problem as `file:line:column code: message`. */
const told = ({ problems }: Guides): string[] =>
  problems.map(({ code, message, places: [place] }) => {
    return `${place?.file}:${place?.line}:${place?.column} ${code}: ${message}`
  })

/** The line that says which guide it is. */
const ORIGIN = /^<!-- From the guide .* -->\n\n/m

// ── one guide ────────────────────────────────────────────────────────────────────────────────────────────────────────

const PAGES: Readonly<Record<string, readonly [name: string, given: string, want: string]>> = {
  'a text without front matter is titled after its file': ['rate-limits.md', 'Text.\n', '# Rate limits\n\nText.\n'],
  'a heading stays': ['a.md', '# A *b*\n\nText.', '# A *b*\n\nText.\n'],
  'so does one that is underlined': ['a.md', 'A\n===\n\nText.\n', 'A\n===\n\nText.\n'],
  'one of a lower level is none of the page': ['a.md', '## B\n', '# A\n\n## B\n'],
  'a title is a heading, as text': [
    'a.md',
    front('title: "*A* <b> {{c}}"'),
    '---\ntitle: "*A* <b> {{c}}"\n---\n\n# \\*A\\* &lt;b&gt; &#123;&#123;c&#125;&#125;\n\nText.\n',
  ],
  'front matter stays as it is': [
    'a.md',
    front('# why\ntitle:   A\noutline: deep', '\n\n# A\n'),
    '---\n# why\ntitle:   A\noutline: deep\n---\n\n# A\n',
  ],
  'a layout of VitePress has its own heading': ['a.md', front('layout: home', ''), '---\nlayout: home\n---\n\n\n'],
  'empty front matter is none': ['a.md', '---\n---\nText.\n', '# A\n\nText.\n'],
  'CR LF, and a byte order mark': [
    'a.md',
    '\ufeff---\r\ntitle: A\r\n---\r\n\r\nText.\r\n\r\n- b\r\n',
    '---\ntitle: A\n---\n\n# A\n\nText.\n\n- b\n',
  ],
  'what is VitePress’s own stays': [
    'a.md',
    '# A {#top}\n\n::: tip B\nC [[toc]]\n:::\n\n::: code-group\n```ts [d]\ne\n```\n:::\n\n<Badge text="f" />\n',
    '# A {#top}\n\n::: tip B\nC [[toc]]\n:::\n\n::: code-group\n```ts [d]\ne\n```\n:::\n\n<Badge text="f" />\n',
  ],
  'doubled braces stay, for the site shows them as they are': [
    'a.md',
    '# {{a}}\n\n{{b}} `{{c}}`\n',
    '# {{a}}\n\n{{b}} `{{c}}`\n',
  ],
  'replacement patterns are text': ['a.md', "# $& $1 $' $`\n", "# $& $1 $' $`\n"],
}
for (const [name, [file, given, want]] of Object.entries(PAGES)) {
  test(`a page: ${name}`, async () => {
    const { sections, problems } = await guides({ [file]: given })
    assert.equal(problems, [])
    assert.is(sections[0]?.guides[0]?.text.replace(ORIGIN, ''), want)
  })
}

const NAMES: readonly (readonly [name: string, line: string | undefined])[] = [
  ['a.md', '<!-- From the guide a.md: edit that. -->'],
  ['How To/First Steps.md', '<!-- From the guide How To/First Steps.md: edit that. -->'],
  ['a--><script>.md', undefined],
  ['a--b.md', undefined],
  ['a\nb.md', undefined],
]
for (const [name, line] of NAMES) {
  test(`the page says which guide it is: ${JSON.stringify(name)}`, async () => {
    const { sections } = await guides({ [name]: '---\noutline: deep\n---\n# A\n' })
    const text = sections[0]?.guides[0]?.text
    assert.is(text, `---\noutline: deep\n---\n\n${line === undefined ? '' : `${line}\n\n`}# A\n`)
  })
}

test('UTF-16 is read', async () => {
  const { sections } = await guides({ 'a.md': Buffer.from('\ufeff# Zürich\n', 'utf16le') })
  assert.is(sections[0]?.guides[0]?.title, 'Zürich')
})

const FAULTS: Readonly<Record<string, readonly [given: string, ...want: string[]]>> = {
  'a key that nothing reads': [
    front('title: A\nordr: 1'),
    'guides/a.md:3:1 front-matter-unknown-key: The front matter says ordr, which nothing reads.',
  ],
  'a number for a title': [front('title: 2'), 'guides/a.md:2:8 wrong-front-matter: title is wrong: '],
  'an empty section': [front('section: ""'), 'guides/a.md:2:10 wrong-front-matter: section is wrong: it is empty.'],
  'a title that is left empty': [front('title:'), 'guides/a.md:2:1 wrong-front-matter: title is wrong: '],
  'an order in words': [front('order: first'), 'guides/a.md:2:8 wrong-front-matter: order is wrong: '],
  'an unknown place': [front('title: A\nplace: top'), 'guides/a.md:3:8 wrong-front-matter: place is wrong: '],
  'all that is wrong': [
    front('titel: A\norder: x\nplace: y'),
    'guides/a.md:3:8 wrong-front-matter: order',
    'guides/a.md:4:8 wrong-front-matter: place',
    'guides/a.md:2:1 front-matter-unknown-key: The front matter says titel',
  ],
  'a list': [front('- a'), 'guides/a.md:2:1 wrong-front-matter: The front matter of guides/a.md is no mapping.'],
  'a key said twice': [front('title: A\ntitle: B'), 'guides/a.md:3:1 syntax: The front matter of guides/a.md is not'],
  'no YAML': [front('title: "A'), 'guides/a.md:3:1 syntax: The front matter of guides/a.md is not well-formed YAML'],
  'no end': ['---\ntitle: A\n', 'guides/a.md:1:1 syntax: The front matter of guides/a.md does not end.'],
  'no end, with CR LF': ['---\r\ntitle: A\r\n', 'guides/a.md:1:1 syntax: '],
  'the key of a prototype': [front('constructor: A'), 'guides/a.md:2:1 front-matter-unknown-key: '],
  'a first page in a section': [
    front('place: home\nsection: A\norder: 1'),
    'guides/a.md:3:1 wrong-front-matter: The guide of the first page stands in no section, and takes no section.',
    'guides/a.md:4:1 wrong-front-matter: The guide of the first page stands in no section, and takes no order.',
  ],
}
for (const [name, [given, ...want]] of Object.entries(FAULTS)) {
  test(`front matter: ${name}`, async () => {
    const problems = told(await guides({ 'a.md': given }))
    assert.is(problems.length, want.length, problems.join('\n'))
    for (const [index, text] of want.entries()) assert.ok(problems[index]?.startsWith(text), problems.join('\n'))
  })
}

// ── where they stand ─────────────────────────────────────────────────────────────────────────────────────────────────

const PLACES: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, want: readonly string[]]>> = {
  'sections in the order of their first guides, the others last, by name': [
    {
      'd.md': front('section: Two\norder: 2'),
      'a.md': front('section: Two\norder: 3'),
      'c.md': front('section: One\norder: 1'),
      'b.md': front('section: Zero'),
      'e.md': 'Text.',
    },
    [
      'One, before-client: c.md',
      'Two, before-client: d.md a.md',
      'Guides, before-client: e.md',
      'Zero, before-client: b.md',
    ],
  ],
  'one guide says the place of its section': [
    {
      'a.md': front('section: S'),
      'b.md': front('section: S\nplace: after-reference'),
      'c.md': front('place: before-reference'),
    },
    ['Guides, before-reference: c.md', 'S, after-reference: a.md b.md'],
  ],
  'an order below zero, or with a fraction': [
    { 'a.md': front('order: 0.5'), 'b.md': front('order: -1'), 'c.md': front('order: 0') },
    ['Guides, before-client: b.md c.md a.md'],
  ],
  'paths are slugs, folders among them': [
    { 'Rate Limits.md': '', 'é/ß.MD': '', 'a/b/c.md': '', 'CON.md': '', '..md': '', 'a/index.md': '', '$(x)`.md': '' },
    ['Guides, before-client: a/b/c.md a/index.md con-page.md page.md rate-limits.md ue9/udf.md x.md'],
  ],
  'the first page is in no section': [{ 'a.md': front('place: home'), 'b.md': '' }, ['Guides, before-client: b.md']],
  'a guide of that name is the first page': [{ 'index.md': '# A', 'b.md': '' }, ['Guides, before-client: b.md']],
}
for (const [name, [files, want]] of Object.entries(PLACES)) {
  test(`places: ${name}`, async () => {
    const { sections, problems } = await guides(files)
    assert.equal(problems, [])
    assert.equal(
      sections.map(({ title, place, guides }) => `${title}, ${place}: ${guides.map(({ path }) => path).join(' ')}`),
      want,
    )
  })
}

const CLASHES: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, want: string]>> = {
  'two guides of one path': [
    { 'Rate Limits.md': '', 'rate-limits.md': '' },
    'guides/Rate Limits.md:1:1 guide-clash: guides/Rate Limits.md and guides/rate-limits.md would both be the page rate-limits.md.',
  ],
  'two first pages': [
    { 'a.md': front('place: home'), 'index.md': '' },
    'guides/a.md:1:1 guide-clash: guides/a.md and guides/index.md would both be the page index.md.',
  ],
  'two places of one section': [
    { 'a.md': front('section: S\nplace: before-client'), 'b.md': front('section: S\nplace: after-reference') },
    'guides/a.md:3:1 wrong-front-matter: The section S cannot stand in two places: before-client and after-reference.',
  ],
}
for (const [name, [files, want]] of Object.entries(CLASHES)) {
  test(`a clash: ${name}`, async () => assert.equal(told(await guides(files)), [want]))
}

// ── links ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const LINKS: Readonly<Record<string, readonly [given: string, want: string]>> = {
  'a guide of a path of its own': ['[a](one.md) [b](./one.md#x)', '[a](one.md) [b](./one.md#x)'],
  'a guide whose path is another': [
    '[a](Two%20Words.md#b) [c](<Two Words.md> "d") ![e](./Two%20Words.md?f)',
    '[a](./two-words.md#b) [c](<./two-words.md> "d") ![e](./two-words.md?f)',
  ],
  'a guide without its extension': ['[a](Two%20Words)', '[a](./two-words.md)'],
  'the first page, by its name': ['[a](home.md) [b](index.md)', '[a](./index.md) [b](index.md)'],
  'by a definition': ['[a][b] [b]\n\n[b]: Two%20Words.md', '[a][b] [b]\n\n[b]: ./two-words.md'],
  'from the site’s root': ['[a](/Two%20Words.md)', '[a](/two-words.md)'],
  'a page of the reference': [
    '[a](roles/create.md) [b](./roles/) [c](/roles/create)',
    '[a](roles/create.md) [b](./roles/) [c](/roles/create)',
  ],
  'in HTML': [
    '<a href="Two%20Words.md">b</a>\n\n<img alt="c" src=\'home.md\'>',
    '<a href="./two-words.md">b</a>\n\n<img alt="c" src=\'./index.md\'>',
  ],
  'in a table, a list, a quote and a container': [
    '| [a](home.md) |\n| --- |\n\n- b\n\n  > [c](home.md)\n\n::: tip\n[d](home.md)\n:::',
    '| [a](./index.md) |\n| --- |\n\n- b\n\n  > [c](./index.md)\n\n::: tip\n[d](./index.md)\n:::',
  ],
  'not in code, comments or footnotes': [
    '`[a](home.md)`\n\n```\n[a](home.md)\n```\n\n<!-- [a](home.md) <a href="home.md"> -->\n\n[^1]: home.md',
    '`[a](home.md)`\n\n```\n[a](home.md)\n```\n\n<!-- [a](home.md) <a href="home.md"> -->\n\n[^1]: home.md',
  ],
  'nothing else': [
    '[a](https://b.c) <mailto:a@b.c> [d](//e.f) [g](tel:1) [h](#i)',
    '[a](https://b.c) <mailto:a@b.c> [d](//e.f) [g](tel:1) [h](#i)',
  ],
}
for (const [name, [given, want]] of Object.entries(LINKS)) {
  test(`a link: ${name}`, async () => {
    const { sections } = await guides({
      'a.md': `# A\n\n${given}\n`,
      'one.md': front('section: S'),
      'Two Words.md': front('section: S'),
      'home.md': front('place: home'),
    })
    assert.is(sections.find(({ title }) => title === 'Guides')?.guides[0]?.text.replace(ORIGIN, ''), `# A\n\n${want}\n`)
  })
}

test('a link between folders of other names, to a picture that stays where it is', async () => {
  const { sections, home } = await guides({
    'My Guides/First One.md': '# A\n\n![b](img/c%20(d).png) [e](../x.md) [f](../roles/create.md) [g](Second.md)\n',
    'My Guides/Second.md': front(
      'place: home',
      '# S\n\n![b](./img/c%20(d).png) [e](../x.md) [f](../roles/create.md)\n',
    ),
    'My Guides/img/c (d).png': new Uint8Array([0, 1]),
    'x.md': '',
  })
  const [guide] = sections[0]?.guides ?? []
  assert.is(guide?.path, 'my-guides/first-one.md')
  assert.match(
    guide?.text ?? '',
    '![b](../My%20Guides/img/c%20%28d%29.png) [e](../x.md) [f](../roles/create.md) [g](../index.md)',
  )
  assert.match(home?.text ?? '', '![b](./My%20Guides/img/c%20%28d%29.png) [e](./x.md) [f](./roles/create.md)')
})

test('what is no guide is taken as it is', async () => {
  const bytes = new Uint8Array([0, 255, 13, 10])
  const { assets, sections } = await guides({ 'img/A b.png': bytes, 'c.yaml': 'a: {{b}}\r\n' })
  assert.equal(sections, [])
  assert.equal(
    assets.map(({ path, bytes }) => [path, [...bytes]]),
    [
      ['img/A b.png', [...bytes]],
      ['c.yaml', [...Buffer.from('a: {{b}}\r\n')]],
    ],
  )
})

test('long runs of what opens something come to an end', async () => {
  for (const run of ['[', '[a](', '{{', '<a href="', '`', '> ', '- ', '![', '*', '# ']) {
    const { sections } = await guides({ 'a.md': `# A\n\n${run.repeat(5_000)}\n` })
    assert.is(sections.length, 1)
  }
})

test.run()
