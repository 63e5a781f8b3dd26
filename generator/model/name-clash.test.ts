/** Names that clash after everything else was tried: both places are named, and the line that is advised resolves it. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOf } from '../../spec/fixtures/model/model-of.js'
import { InputError } from '../problems.js'

type Facts = Record<string, Record<string, unknown>>

interface Want {
  readonly says: string
  readonly places: readonly string[]
  /** What stands in the places of the advice's dots, in order. */
  readonly fill: readonly string[]
  readonly calls: readonly string[]
}

const CLASHES: Readonly<Record<string, Want>> = {
  paths: {
    says: 'GET /foo_bar and GET /foo-bar would both be called getFooBar.',
    places: ['/paths/~1foo_bar/get', '/paths/~1foo-bar/get'],
    fill: ['another'],
    calls: ['another', 'getFooBar'],
  },
  accessor: {
    says: 'GET /foo would be called getFoo, as is the accessor of the tag of GET /parts.',
    places: ['/paths/~1foo/get', '/paths/~1parts/get/tags'],
    fill: ['other'],
    calls: ['getFoo.parts', 'other'],
  },
  types: {
    says: 'The types foo_bars and foo-bars would both be called fooBars.',
    places: [
      '/components/schemas/B/properties/data/items/properties/type',
      '/components/schemas/A/properties/data/items/properties/type',
    ],
    fill: ['Other', 'Others'],
    calls: ['fooBars.list', 'others.list'],
  },
}

for (const [name, { says, places, fill, calls }] of Object.entries(CLASHES)) {
  test(`${name}: an error that names both places, and the line that resolves it`, async () => {
    const error = await modelOf(`../clashes/${name}.yaml`).catch((thrown: unknown) => thrown)
    const clashes = error instanceof InputError ? error.problems.filter(({ code }) => code === 'name-clash') : []
    const [clash] = clashes
    assert.is(clash?.message, says)
    assert.equal(
      clash?.places.map(({ pointer }) => pointer),
      places,
    )
    const { model } = await modelOf(`../clashes/${name}.yaml`, followed(clash?.advice ?? '', fill))
    const all = [...model.resources.flatMap(({ operations }) => operations), ...model.operations]
    assert.equal(all.map(({ call }) => call).sort(), calls)
  })
}

/** The `facts` of an advice, read as the configuration would be, with names in the place of its dots. */
function followed(advice: string, fill: readonly string[]): Facts {
  const rest = [...fill]
  const line = advice.slice(advice.indexOf('facts: ') + 'facts: '.length).replace(/…/g, () => rest.shift() ?? '')
  return JSON.parse(line.replace(/(\w+): /g, '"$1": ').replaceAll("'", '"'))
}

test.run()
