import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createMarkdownRenderer } from 'vitepress'
import { changeMarkdown } from './markdown.js'

const markdown = await createMarkdownRenderer('.')
changeMarkdown(markdown)

/** The titles of a text's tabs, group by group. */
function groupsOf(text: string): string[] {
  const html = markdown.render(text)
  return html
    .split('<div class="vp-code-group')
    .slice(1)
    .map((group) => [...group.matchAll(/<label data-title="([^"]*)"/g)].map(([, title]) => title).join(' '))
}

const block = (language: string): string => `\n\n\`\`\`${language}\nx\n\`\`\`\n\n`

test('blocks of code under bold titles are tabs', () => {
  const given: [text: string, want: string[]][] = [
    [`**SDK**${block('ts')}**curl**${block('sh')}`, ['SDK curl']],
    [`**SDK**${block('ts')}text\n\n**curl**${block('sh')}`, ['SDK', 'curl']],
    [`**SDK** is this:${block('ts')}`, []],
    [`text${block('ts')}`, []],
    ['**Deprecated.**\n\ntext', []],
    [`> **SDK**\n>\n> \`\`\`ts\n> x\n> \`\`\`\n`, []],
  ]
  for (const [text, want] of given) assert.equal(groupsOf(text), want, text)
})

test('what is written in Mermaid is drawn, whatever is in it', () => {
  const source = 'flowchart LR\n  a["</script>{{ x }}"]\n'
  const html = markdown.render(`\`\`\`mermaid\n${source}\`\`\`\n`)
  const [, code = ''] = /^<Diagram code="([^"<>{}]*)" \/>\n$/.exec(html) ?? []
  assert.is(decodeURIComponent(code), source)
})

test('tables that describe something are told from tables of figures', () => {
  const described = markdown.render('| Name | Type | Use | Description |\n|---|---|---|---|\n| `a` | x | read | b |\n')
  assert.match(described, '<table class="entries" role="table">')
  assert.match(described, '<td role="cell" class="use" data-label="Use">read</td>')
  assert.match(described, '<td role="cell" class="type">x</td>')
  const figures = markdown.render('| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n')
  assert.match(figures, '<table tabindex="0">')
})

test('a row knows how deep it is in those above it', () => {
  const given: [names: string[], want: (string | null)[]][] = [
    [
      ['`a`', '`a.b`', '`ab`', '`b`'],
      [null, '--depth: 1', null, null],
    ],
    [
      ['`a`', '`a` as X', '`a.b`', '`a.b.c`', '`a` as Y', '`a.d`', '`e`'],
      [null, '--depth: 1', '--depth: 2', '--depth: 3', '--depth: 1', '--depth: 2', null],
    ],
    [
      ['`a`', '`a[].b`', '`a[]` as X', '`a[].c`'],
      [null, '--depth: 1', '--depth: 1', '--depth: 2'],
    ],
    [
      ['`a`', '`a[b]`', '`a[b][c]`'],
      [null, '--depth: 1', '--depth: 2'],
    ],
    [
      ['a', '`a.b`', ''],
      [null, null, null],
    ],
  ]
  for (const [names, want] of given) {
    const rows = names.map((name) => `| ${name} | x | y |\n`).join('')
    const html = markdown.render(`| Name | Type | Description |\n|---|---|---|\n${rows}`)
    const depths = [...html.matchAll(/<tr(?: style="(.*?)")? role="row">\n<td/g)].map(([, style]) => style ?? null)
    assert.equal(depths, want, names.join())
  }
})

test('a page has the title of its heading, the description of its first paragraph, and room where there is no outline', () => {
  const given: [text: string, want: object][] = [
    [
      '# a &lt;b&gt; \\[c\\](d)\n\ne `f` *g*\n[h](i.md) &lt;j&gt;\n\nk',
      { title: 'a <b> [c](d)', description: 'e f g h <j>', aside: false },
    ],
    ['# &lt;/script>\n', { title: '<\u200b/script>', description: undefined, aside: false }],
    ['# a\n\n- b\n\n## c\n', { title: 'a', description: undefined }],
    ['b\n', { title: undefined, description: 'b', aside: false }],
  ]
  for (const [text, want] of given) {
    const env = { frontmatter: {} }
    markdown.render(text, env)
    assert.equal(env.frontmatter, want, text)
  }
})

test('the first heading is the top of the page, and is found by its words as well', () => {
  const given: [text: string, want: [ids: string, links: string]][] = [
    ['# A b\n\n## C\n', ['top a-b c', '#top #c']],
    ['# A b {#d}\n', ['top d', '#top']],
    ['# "É" <\n', ['top e', '#top']],
    ['# [a](#b) {#b}\n', ['top b', '#top #top']],
    ['# A\n\n## Top\n', ['a top', '#a #top']],
    ['## A\n\n# B\n', ['a b', '#a #b']],
    ['- # A\n\n# B\n', ['a b', '#a #b']],
    ['a\n', ['', '']],
  ]
  for (const [text, want] of given) {
    const html = markdown.render(text)
    const all = (pattern: RegExp): string => [...html.matchAll(pattern)].map(([, found]) => found).join(' ')
    assert.equal([all(/ id="([^"]*)"/g), all(/ href="([^"]*)"/g)], want, text)
  }
})

test('signs are no pictures', () => assert.is(markdown.render('a :) :tada: b').trim(), '<p>a :) :tada: b</p>'))

const BRACES: readonly (readonly [text: string, want: string])[] = [
  ['{{ a }} *{{ b }}* {{{c}}} \\{{ d }}', '<p>§ a }} <em>§ b }}</em> §{c}}} § d }}</p>'],
  ['`{{ a }}`', '<p><code>§ a }}</code></p>'],
  ['    {{ a }}', '<pre><code>§ a }}\n</code></pre>'],
  ['| `{{ b }}` |\n| --- |\n| {{ c }} |', '<td>§ c }}</td>'],
  ['::: tip {{ a }}\n:::', '<p class="custom-block-title">§ a }}</p>'],
  ['<p>\n{{ a }}\n</p>', '<p>\n{{ a }}\n</p>'],
]
for (const [text, want] of BRACES) {
  test(`doubled braces: ${JSON.stringify(text)}`, () => {
    assert.match(markdown.render(text), want.replaceAll('§', '&#123;&#123;'))
  })
}

test('doubled braces in a block of code are not compiled', () => {
  assert.match(markdown.render('```ts\n{{ a }}\n```'), /<pre[^>]* v-pre/)
})

test.run()
