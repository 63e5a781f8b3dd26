/** Links from elsewhere: what two versions of a document have in common is at the same place in the reference of both. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { load as yaml } from 'js-yaml'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Json, object } from '../../spec/calls/raw.js'
import { library, operation, resource } from '../../spec/fixtures/docs/library.js'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import type { Model } from '../model/types.js'
import { emitDocs } from './docs.js'
import { readTemplates } from './templates.js'

const { render } = await readTemplates()
const spec = fileURLToPath(new URL('../../spec/provisioning.yaml', import.meta.url))

/** Each page with its anchors, as VitePress and code hosts make them: of a heading's text, the second of a kind with `-1`. */
function anchors(model: Model): string[] {
  return [...emitDocs(model, render)].flatMap(([page, text]) => {
    const seen = new Map<string, number>()
    const headings = [...text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').matchAll(/^##+ (.*)$/gm)].map(
      ([, heading = '']) => {
        const slug = heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
        const count = seen.get(slug) ?? 0
        seen.set(slug, count + 1)
        return `${page}#${slug}${count > 0 ? `-${count}` : ''}`
      },
    )
    return [page, ...headings]
  })
}

async function modelOf(document: unknown): Promise<Model> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stable-'))
  try {
    await writeFile(path.join(folder, 'api.json'), JSON.stringify(document))
    return build(await load('api.json', { cwd: folder })).model
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** All the members of all objects the other way round, but where the order means something. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    key === 'parameters' && Array.isArray(inner) ? inner.map(reversed).reverse() : reversed(inner),
  ])
  return Object.fromEntries(entries.reverse())
}

/** With an attribute more in each resource, first of all, and other words in all descriptions. */
function grown(value: unknown, key = ''): unknown {
  if (key === 'description') return `Other words: ${value}`
  if (Array.isArray(value)) return value.map((one) => grown(one))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, inner]): [string, unknown] => [name, grown(inner, name)])
  const { attributes } = object(value)
  const more = key === 'properties' && Object.hasOwn(object(attributes), 'properties')
  return Object.fromEntries(
    members.map(([name, inner]) => [name, more && name === 'attributes' ? withOne(inner) : inner]),
  )
}

function withOne(attributes: unknown): Json {
  const { properties, ...rest } = object(attributes)
  return { ...rest, properties: { aaa_added: { type: 'string' }, ...object(properties) } }
}

const document: unknown = yaml(await readFile(spec, 'utf8'))
const before = anchors(await modelOf(document))

for (const [what, other] of Object.entries({
  'the order of everything': reversed(document),
  'an attribute more': grown(document),
})) {
  test(`${what} moves no page and no anchor`, async () => {
    const model = await modelOf(other)
    assert.not.equal(model, await modelOf(document))
    const after = new Set(anchors(model))
    assert.ok(before.length > 300, String(before.length))
    assert.equal(
      before.filter((anchor) => !after.has(anchor)),
      [],
    )
  })
}

test('names that are alike have the same pages in whatever order they come', () => {
  const calls = ['fooBar', 'foo_bar', 'index', 'foo']
  const of = (names: readonly string[]): Model => {
    const operations = names.map((name) => operation(`things.${name}`, `/${name}`, { summary: name }))
    return { ...library, resources: [resource('things', 'Thing', { operations })], operations: [] }
  }
  const pages = (model: Model): string[][] =>
    [...emitDocs(model, render)].map(([page, text]) => [page, /^# (.*)$/m.exec(text)?.[1] ?? '']).sort()
  assert.equal(pages(of(calls)), pages(of(calls.toReversed())))
})

test.run()
