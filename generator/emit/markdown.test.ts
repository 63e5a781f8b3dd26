import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { code, fence, plain, slug, summarized, table } from './markdown.js'
import { description } from './markdown-block.js'
import { cell } from './markdown-inline.js'

const DESCRIPTIONS: Readonly<Record<string, readonly [given: string, want: string]>> = {
  'what CommonMark marks up stays': [
    'A *role*, **bold**, `code`, ~~gone~~.\n\n- one\n- two\n\n1. first\n\n> quoted',
    'A *role*, **bold**, `code`, ~~gone~~.\n\n- one\n- two\n\n1. first\n\n> quoted',
  ],
  'links to the web stay': [
    '[a](https://b.c/d_e) <https://f.g> [h](mailto:i@j.k "title") https://l.m',
    '[a](https://b.c/d_e) <https://f.g> [h](mailto:i@j.k) https://l.m',
  ],
  'reference links are resolved': [
    'See [the docs][d] or [D].\n\n[d]: https://a.b',
    'See [the docs](https://a.b) or [D](https://a.b).',
  ],
  'a fenced block stays': [
    'a\n```json\n{"b": "<c>"}\n\n\n{{d}}\n```\ne',
    'a\n\n```json\n{"b": "<c>"}\n\n\n{{d}}\n```\n\ne',
  ],
  'a table stays': ['| a | b |\n|---|---|\n| 1 | `2` |', '| a | b |\n|---|---|\n| 1 | `2` |'],
  'indented code becomes a fence': ['a\n\n    <b>\n    c\n\nd', 'a\n\n```\n<b>\nc\n```\n\nd'],
  'a list item keeps its code': ['- a\n\n  ```\n  <b>\n  ```', '- a\n\n  ```\n  <b>\n  ```'],
  'HTML is text': [
    '<script>alert(1)</script> <!-- c --> <img src=x onerror=alert(1)>',
    '&lt;script>alert(1)&lt;/script> &lt;!-- c --> &lt;img src=x onerror=alert(1)>',
  ],
  'a line break in HTML stays': ['a<br>b<br />c', 'a<br>b<br>c'],
  'interpolation is text': ['{{ a }} \\{{ b }}', '&#123;&#123; a &#125;&#125; &#123;&#123; b &#125;&#125;'],
  'interpolation in code is text': ['`{{ a }}` `{b}`', '<code>&#123;&#123; a &#125;&#125;</code> `{b}`'],
  'attributes are text': ['*a*{onclick=alert(1)}', '*a*&#123;onclick=alert(1)&#125;'],
  'links to scripts are text': [
    '[a](javascript:alert(1)) [b](JaVa&#115;cript:c) ![d](data:text/html,e) [f](vbscript:g)',
    '\\[a\\](javascript:alert(1)) \\[b\\](JaVa&#115;cript:c) !\\[d\\](data:text/html,e) \\[f\\](vbscript:g)',
  ],
  'a reference to a script is text': ['[a][b]\n\n[b]: javascript:alert(1)', '\\[a\\]\\[b\\]'],
  'links to other pages lose their link': ['[a](../b.md) ![c](./d.png) [e](#f)', 'a c e'],
  'an image of the web in a link': ['[![a](https://b.c/d.svg)](https://e.f)', '[![a](https://b.c/d.svg)](https://e.f)'],
  'a link hides no code': ['[`a](javascript:b)`](https://c.d)', '[`a](javascript:b)`](https://c.d)'],
  'headings become bold': ['# a\nb\n- ## c\n\nd\n---\ne', '**a**\n\nb\n\n- **c**\n\nd\n\ne'],
  'front matter is a rule': ['---\ntitle: a\n---\nb', '***\ntitle: a\n\nb'],
  'an open fence is closed': ['a\n```\nb', 'a\n\n```\nb\n```'],
  'a fence holds its longest run': ['~~~\n```\n````\n~~~', '`````\n```\n````\n`````'],
  'the language of a fence is a word': [
    '```js {onclick=a}\nb\n```\n```"><script>\nc\n```',
    '```js\nb\n```\n\n```\nc\n```',
  ],
  'what stands in a block is neither run nor drawn': [
    '```js-vue\na\n```\n```mermaid\nb\n```\n```-vue\nc\n```',
    '```js\na\n```\n\n```\nb\n```\n\n```\nc\n```',
  ],
  'an empty item underlines nothing': ['a\n- ', 'a'],
  'containers and inclusions of VitePress are text': [
    '::: danger\n[[toc]]\n<<< @/a\n<!--@include: b-->',
    '\\::: danger\n\\[\\[toc\\]\\]\n&lt;&lt;&lt; @/a\n&lt;!--@include: b-->',
  ],
  'a lone backtick marks nothing': ['a ` b `` c\n`', 'a \\` b \\`\\` c\n\\`'],
  'a pipe ends no code': ['| `a|<img>` |', '| <code>a&#124;&lt;img&gt;</code> |'],
  'our own marks cannot be forged': ['a\ue0000\ue001 `b`', 'a0 `b`'],
  'replacement patterns are text': ["$& $1 $' `$&`", "$& $1 $' `$&`"],
}

for (const [name, [given, want]] of Object.entries(DESCRIPTIONS)) {
  test(`description: ${name}`, () => assert.is(description(given), want))
}

const SUMMARIES: readonly (readonly [given: string, want: string])[] = [
  ['Books, *all* of [them](https://a.b).', 'Books, all of them.'],
  ['One.\n\n```sh\nls\n```\n\nTwo.', 'One. Two.'],
  ['One.\n\n~~~~\n~~~\n~~~~', 'One.'],
  ['One.\n```js\nnever closed', 'One.'],
  [`${'word '.repeat(50)}`, `${'word '.repeat(40)}…`],
]

for (const [given, want] of SUMMARIES) {
  test(`summary: ${JSON.stringify(given)}`, () => assert.is(summarized(given), want))
}

const CELLS: readonly (readonly [given: string, want: string])[] = [
  ['a | b\n\nc', 'a &#124; b c'],
  ['a \\| `b|c`', 'a &#124; <code>b&#124;c</code>'],
  ['```json\n{"a": 1}\n```', '`json {"a": 1}`'],
  ['*a* [b](https://c.d) <e>', '*a* [b](https://c.d) &lt;e>'],
  ['one of: \n* `a` - A\n  - `b` - B', 'one of:<br>• `a` - A<br>• `b` - B'],
  ['- a\n- b - c', '• a<br>• b - c'],
  ['', ''],
]

for (const [given, want] of CELLS) {
  test(`cell: ${JSON.stringify(given)}`, () => assert.is(cell(given), want))
}

const CODES: readonly (readonly [given: string, want: string])[] = [
  ['filter[q][{a}]', '`filter[q][{a}]`'],
  ['', '<code>&#32;</code>'],
  [' a', '<code>&#32;a</code>'],
  ['a`b``', '<code>a&#96;b&#96;&#96;</code>'],
  ['a|b', '<code>a&#124;b</code>'],
  ['{{a}}', '<code>&#123;&#123;a&#125;&#125;</code>'],
  ['a\nb', '`a\\u000ab`'],
  ['`<b>', '<code>&#96;&lt;b&gt;</code>'],
]

for (const [given, want] of CODES) {
  test(`code: ${JSON.stringify(given)}`, () => assert.is(code(given), want))
}

const PLAIN: readonly (readonly [given: string, want: string])[] = [
  ['Create an API credential', 'Create an API credential'],
  ['snake_case _a_ *b* `c` [d](e)', 'snake_case \\_a\\_ \\*b\\* \\`c\\` \\[d\\](e)'],
  ['<b> {{c}} & |', '&lt;b&gt; &#123;&#123;c&#125;&#125; &amp; &#124;'],
  ['a\n# b', 'a # b'],
  ['# a', '&#35; a'],
  ['1. a', '1\\. a'],
  ['--- a', '&#45;-- a'],
]

for (const [given, want] of PLAIN) {
  test(`plain: ${JSON.stringify(given)}`, () => assert.is(plain(given), want))
}

const SLUGS: readonly (readonly [given: string, want: string])[] = [
  ['api-credentials', 'api-credentials'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\a', 'c-a'],
  ['é', 'ue9'],
  ['..', 'page'],
  ['con', 'con-page'],
]

for (const [given, want] of SLUGS) {
  test(`slug: ${given}`, () => assert.is(slug(given), want))
}

test('fence: VitePress includes nothing, and marks nothing', () => {
  assert.is(fence('js', 'a // [!code --]'), '```js\na // [!\u200bcode --]\n```')
  assert.is(fence('json', '"<!--@include: a-->"'), '```json\n"<!--@\u200binclude: a-->"\n```')
})

// Quadratic patterns would make this test take minutes.
test('long runs of what opens something come to an end', () => {
  for (const run of [' ', '[', '# ', '[a](', '`', '<', '*', '![[', '- ', '[a](b "', '|', '\\']) {
    for (const text of [run.repeat(50_000), `# a${run.repeat(50_000)}b`, `[a](${run.repeat(50_000)}`]) {
      assert.type(description(text), 'string')
      assert.type(cell(text), 'string')
    }
  }
})

test('table: empty columns are left out', () => {
  const rows = [
    ['1', '', '3'],
    ['4', '', ''],
  ]
  assert.is(table(['a', 'b', 'c'], rows), '| a | c |\n| --- | --- |\n| 1 | 3 |\n| 4 |  |')
  assert.is(table(['a'], []), '')
})

test.run()
