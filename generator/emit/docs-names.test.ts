import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library } from '../../spec/fixtures/docs/library.js'
import { change } from '../diff/change.js'
import { load } from '../document/load.js'
import { guidesOf } from '../guides/read.js'
import { build } from '../model/build.js'
import { emitDocs } from './docs.js'
import { type Render, readTemplates, readTemplateTexts } from './templates.js'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const provisioning = build(await load('spec/provisioning.yaml', { cwd })).model
const { render } = await readTemplates()
const texts = [...(await readTemplateTexts())].filter(([name]) => name.startsWith('docs/'))

/** `title`, `intro[]`, `none?` and `example.sdk`: the names in a view, each with its kind. */
function namesIn(view: object, before = ''): string[] {
  return Object.entries(view).flatMap(([name, value]) => {
    const own = `${before}${name}`
    if (Array.isArray(value)) return [`${own}[]`, ...value.flatMap((item) => inner(item, `${own}[].`))]
    return typeof value === 'boolean' ? [`${own}?`] : inner(value, `${own}.`, own)
  })
}

/** Of an object its names, and its own only where it is not always there. */
const inner = (value: unknown, before: string, own?: string): string[] => {
  if (typeof value === 'object' && value !== null) return namesIn(value, before)
  return own === undefined ? [] : [own]
}

const views = new Map<string, object[]>()
const noting: Render = (name, view) => {
  views.set(name, [...(views.get(name) ?? []), view])
  return render(name, view)
}
const changes = change('field-added', { of: 'field', type: 'books', name: 'title' })
emitDocs(library, noting, {
  guides: await guidesOf([{ file: 'a.md', name: 'a.md', bytes: Buffer.from('# A') }]),
  history: [{ version: '2', since: '1', changes }],
})
emitDocs(provisioning, noting)

for (const [name, text] of texts) {
  const [, comment = ''] = /^\{\{!--\s+(.*?)--\}\}\n/s.exec(text) ?? []
  const told = [...comment.matchAll(/^ *([\w.[\]?]+): \S.*$/gm)].map(([, one = '']) => one)

  test(`the comment at the top of ${name} tells what it is given`, () => {
    assert.ok(comment, 'each template begins with a comment: a line for each name, `intro[]: what it is`')
    const all = views.get(name)
    // Partials are told of in words.
    if (!all) return assert.match(comment, /^A partial that takes /)
    const given = new Set(all.flatMap((view) => namesIn(view)))
    assert.equal([...told].sort(), [...given].sort())
  })

  test(`whatever the API, ${name} is given all names`, () => {
    const top = [...new Set(told.map((one) => one.replace(/[.[?].*$/, '')))].sort()
    for (const view of views.get(name) ?? []) assert.equal(Object.keys(view).sort(), top)
  })
}

test.run()
