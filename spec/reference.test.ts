/** The reference has all that the publisher's own shows in its navigation, and in its order. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { site } from '../generated/docs/.vitepress/site.js'

const file = fileURLToPath(new URL('../../shared/reference/reference-page.txt', import.meta.url))

interface Entry {
  readonly text: string
  readonly items?: readonly Entry[] | undefined
}

/** The entries of a navigation whose lines are indented by their level. */
function entriesOf(lines: readonly string[], level = 0): Entry[] {
  const starts = lines.flatMap((line, index) => (indent(line) === level ? [index] : []))
  return starts.map((start, index) => {
    const inner = lines.slice(start + 1, starts[index + 1])
    const text = (lines[start] ?? '').replace(/^ *• /, '').trim()
    return { text, items: inner[0] === undefined ? [] : entriesOf(inner, indent(inner[0])) }
  })
}

const indent = (line: string): number => line.length - line.trimStart().length

/** What of `wanted` is not among `has`, or not in this order, beneath the entries of `above`. */
function missing(wanted: readonly Entry[], has: readonly Entry[], above: string): string[] {
  let from = 0
  return wanted.flatMap(({ text, items = [] }) => {
    const at = has.findIndex((entry, index) => index >= from && entry.text === text)
    if (at < 0) return [`${above}${text}`]
    from = at + 1
    return missing(items, has[at]?.items ?? [], `${above}${text} → `)
  })
}

if (existsSync(file)) {
  test('every page of the publisher’s navigation has its counterpart, in the same order', () => {
    const [navigation = ''] = readFileSync(file, 'utf8').split('On this page')
    const [welcome, ...rest] = entriesOf(
      navigation.split('\n').filter((line) => /^ *• /.test(line)),
      2,
    )
    assert.match(welcome?.text ?? '', /^Welcome to /)
    assert.match(site.sidebar[0]?.text ?? '', /^Welcome to /)
    assert.equal(
      rest.map(({ text }) => text),
      ['Getting started', 'API reference'],
    )
    assert.equal(missing(rest, site.sidebar, ''), [])
  })
} else {
  console.log('reference.test.ts: skipped, as ../shared/reference is not there')
}

test.run()
