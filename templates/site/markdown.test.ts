import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createMarkdownRenderer } from 'vitepress'
import { diagrams, tabs } from './markdown.js'

const markdown = await createMarkdownRenderer('.')
tabs(markdown)
diagrams(markdown)

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

test.run()
