import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library, relationship } from '../../spec/fixtures/docs/library.js'
import type { Model, Resource } from '../model/types.js'
import { mapView, neighboursOf } from './docs-map.js'
import { sectionView } from './docs-resource.js'
import { MAP, site } from './docs-site.js'

const [book] = library.resources

/** Resources of which each is related to all before it. */
function related(count: number): Model {
  const types = Array.from({ length: count }, (_, index) => `type${String.fromCharCode(97 + index)}s`)
  const resources = types.map((type, index): Resource => {
    assert.ok(book)
    const relationships = types.slice(0, index).map((other) => relationship(other, [other]))
    return { ...book, type, accessor: type, label: { one: type, many: type }, relationships, operations: [] }
  })
  return { ...library, resources }
}

function shown(model: Model): { intro: string; arrows: number; rows: string[] } {
  const view = mapView({ model, site: site(model), path: MAP })
  const { intro, map, resources } = { intro: '', map: '', resources: '', ...view }
  return { intro, arrows: map.split(' --> ').length - 1, rows: resources.split('\n').slice(2) }
}

test('all resources are drawn where there are few', () => {
  const { intro, arrows, rows } = shown(related(4))
  assert.is(intro, 'Which resources are related. Each is a link to its page.')
  assert.is(arrows, 6)
  assert.equal(
    rows,
    ['| typebs | typeas |', '| typecs | typeas, typebs |', '| typeds | typeas, typebs, typecs |'].map((row) =>
      row.replace(/type\ws/g, (type) => `[${type}](${type}/object.md)`),
    ),
  )
})

test('where there are many, those with the most relatives are drawn, and all are in the table', () => {
  const { intro, arrows, rows } = shown(related(12))
  assert.match(intro, 'The picture has the 9 that are related to the most others, the table has all.')
  assert.is(arrows, 36)
  assert.is(rows.length, 11)
})

test('an arrow bears the names that its end does not tell, and is thick where it leads to many', () => {
  assert.ok(book)
  const given: readonly (readonly [names: readonly string[], cardinality: 'one' | 'many', want: string])[] = [
    [['author'], 'one', 'n0 --> n1'],
    [['authors'], 'many', 'n0 ==> n1'],
    [['written_by'], 'one', 'n0 -->|"written_by"| n1'],
    [['author', 'editor'], 'one', 'n0 -->|"author, editor"| n1'],
    [['a"]', 'b', 'c', 'd'], 'many', 'n0 ==>|"a#34;#93;, b, c, …"| n1'],
  ]
  for (const [names, cardinality, want] of given) {
    const relationships = names.map((name) => relationship(name, ['authors'], { cardinality }))
    const one: Resource = { ...book, relationships }
    const model: Model = { ...library, resources: [one, ...library.resources.filter(({ type }) => type === 'authors')] }
    const page = { model, site: site(model), path: 'books/index.md' }
    assert.match(neighboursOf(page, one)?.picture ?? '', `  ${want}\n`)
  }
})

const LEGENDS: readonly (readonly [name: string, cardinality: 'one' | 'many', want: string[]])[] = [
  ['writer', 'one', []],
  ['typea', 'one', ['An arrow without a name bears the name of what it leads to.']],
  ['writers', 'many', ['A thick arrow leads to many.']],
  ['typea', 'many', ['A thick arrow leads to many. An arrow without a name bears the name of what it leads to.']],
]
for (const [name, cardinality, want] of LEGENDS) {
  test(`what is said of a picture where ${name} leads to ${cardinality}`, () => {
    assert.ok(book)
    const resources = ['typea', 'typeb'].map(
      (type): Resource => ({
        ...{ ...book, type, accessor: type, label: { one: type, many: type }, operations: [] },
        relationships: type === 'typeb' ? [relationship(name, ['typea'], { cardinality })] : [],
      }),
    )
    const model = { ...library, resources }
    const pages = site(model)
    const [section] = pages.sections
    assert.ok(section)
    const view = { neighbours: { legend: [] }, ...sectionView({ model, site: pages, path: section.index }, section) }
    assert.equal(view.neighbours.legend, want)
  })
}

test('the links of a picture are as those of its page, and stand beneath it as well', () => {
  const resources = library.resources.map((one) => (one.type === 'authors' ? { ...one, relationships: [] } : one))
  const model = { ...library, resources }
  for (const [type, links, words] of [
    ['books', ['../authors/object.md'], ['It leads to [authors](../authors/object.md) and [books](object.md).']],
    ['authors', ['../books/object.md'], ['What leads to it: [books](../books/object.md).']],
  ] as const) {
    const one = resources.find((resource) => resource.type === type)
    assert.ok(one)
    const found = neighboursOf({ model, site: site(model), path: `${type}/index.md` }, one)
    assert.equal(
      [...(found?.picture.matchAll(/^ {2}click n\d href "(.*)"$/gm) ?? [])].map(([, link]) => link),
      links,
    )
    assert.equal(found?.words, words)
  }
})

test.run()
