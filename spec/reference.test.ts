/** The reference of the Provisioning API beside the one that its publisher has: at least the same pages, with at least what is on them. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { site } from '../generated/docs/.vitepress/site.js'
import { curlRequest } from './pages/curl.js'
import { operationPage } from './pages/page.js'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const published = here('../../shared/reference/reference-page.txt')

/** An entry of a navigation, with those beneath it. */
interface Entry {
  readonly text: string
  readonly link?: string
  readonly items?: readonly Entry[]
}

/** The navigation of the published page: each entry with the way to it, in its order. */
function navigation(text: string): string[][] {
  const way: string[] = []
  return text.split('\n').flatMap((line) => {
    const [, indent = '', entry = ''] = /^( *)• (.*)$/.exec(line) ?? []
    if (entry === '') return []
    way.length = (indent.length - 2) / 2
    way.push(entry)
    return [[...way]]
  })
}

/** Ours: each entry by the way to it. */
const ours = (entries: readonly Entry[], before: readonly string[] = []): [way: string[], Entry][] =>
  entries.flatMap((entry): [string[], Entry][] => {
    const way = [...before, entry.text]
    return [[way, entry], ...ours(entry.items ?? [], way)]
  })

/** An article more or less makes no other page. */
const key = (way: readonly string[]): string => JSON.stringify(way).replaceAll(' the ', ' ')

function page(link: string): string {
  return readFileSync(here(`../generated/docs${link.replace(/\/$/, '/index')}.md`), 'utf8')
}

if (existsSync(published)) {
  const text = readFileSync(published, 'utf8')
  const [menu = '', shown = ''] = text.split(/^On this page$/m)
  const entries = ours(site.sidebar)
  const ways = new Map(entries.map(([way, entry]) => [key(way), entry]))
  const wanted = navigation(menu)

  test('each page of the published navigation has its counterpart, in the same place and order', () => {
    assert.ok(wanted.length > 50, String(wanted.length))
    const missing = wanted.filter((way) => !ways.has(key(way)))
    assert.equal(missing, [])
    const order = wanted.map((way) => [...ways.keys()].indexOf(key(way)))
    assert.equal(
      order,
      [...order].sort((one, other) => one - other),
    )
  })

  for (const way of wanted) {
    const entry = ways.get(key(way))
    if (entry?.link === undefined) continue
    const { link } = entry
    test(`${way.join(' > ')} leads to the page of that title`, () => {
      assert.is(/^# (.*)$/m.exec(page(link))?.[1], entry.text)
    })
  }

  test('the page that is shown has all its parts in its counterpart', () => {
    const [, title = '', , , summary = ''] = /API credentials\n\n(.*)\n\n(.*)\n\n((.*)\n\n)?/.exec(shown) ?? []
    const entry = ways.get(key(['API reference', 'API credentials', title]))
    assert.ok(entry?.link, title)
    const content = page(entry.link)
    const got = operationPage(title, content)
    for (const [, heading] of shown.matchAll(/^ {2}• (.*)$/gm)) assert.match(content, `\n## ${heading}\n`)
    assert.ok(summary.includes('send a POST request to the /api/api_credentials endpoint'), summary)
    assert.match(content, 'Send a `POST` request to `/api_credentials`')
    assert.is(got.request, /^POST https:.*$/m.exec(shown)?.[0])

    const rows = [...shown.matchAll(/^([\w.]+)\n\n(string|integer|boolean|object)\n\n(Required|Optional)$/gm)]
    assert.is(rows.length, 12)
    for (const [, name = '', type = '', required = ''] of rows) {
      const found = got.arguments.find((one) => one.name === name)
      // Ours tells as well what may be null.
      assert.equal([found?.type.replace(/ or null$/, ''), found?.required], [type, required], name)
    }

    const [example] = got.examples
    const curl = curlRequest(/^curl[\s\S]*?^\}'$/m.exec(shown)?.[0] ?? '')
    const own = curlRequest(example?.curl ?? '')
    assert.equal({ ...own, body: JSON.parse(own.body ?? '') }, { ...curl, body: JSON.parse(curl.body ?? '') })
    const [, status = '', answer = ''] = /responds with a (\d+)[\s\S]*?\n(\{[\s\S]*?\n\})/.exec(shown) ?? []
    assert.is(String(got.status), status)
    assert.equal(JSON.parse(example?.answer ?? ''), JSON.parse(answer))
  })
} else {
  console.log('skipped: the published reference is not beside this checkout')
}

test.run()
