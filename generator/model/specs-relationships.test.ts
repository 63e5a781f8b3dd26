/** Every relationship of a document whose schemas declare all linkage wrongly, compared with what its paths say. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { get } from '../document/pointer.js'
import type { Document, Json } from '../document/types.js'
import { build } from './build.js'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const file = 'specs/commercelayer-core-2023.json'

/** The strings at this place of the document. */
function strings({ root }: Document, pointer: string): string[] {
  const value: Json | undefined = get(root, pointer)
  return Array.isArray(value) ? value.map(String) : []
}

/**
 * What the document says of a relationship in the places that are independent of its response's linkage: the tags of the
 * related path, which its last segment's number must agree with, or else the schema of the resource itself.
 *
 * All 1286 schemas of relationships declare linkage as one object, so that says nothing: 169 of 324 related paths are
 * tagged `has_many`, and the number of the name agrees with each tag. In responses the linkage's type repeats the
 * relationship's name. The resources' own schemas agree with each tag, and so are believed for the 20 relationships
 * without a related path: the `transactions` of an order are of four types, though its response says `transactions`,
 * which is a type as well; and three lead to `shipment_line_items`, of which there is no resource object.
 */
function oracle(document: Document, type: string, name: string): string {
  const paths = Object.keys(Object(get(document.root, '/paths')))
  const path = paths.find((one) => one.replace(/\{\w+\}/, '{}') === `/${type}/{}/${name}` || one === `/${type}/${name}`)
  const number = name.endsWith('s') && !name.endsWith('address') ? 'many' : 'one'
  if (path !== undefined) {
    const tags = strings(document, `/paths/${path.replaceAll('/', '~1')}/get/tags`)
    assert.ok(tags.includes(`has_${number}`), `${path}: ${tags} and the number of its name disagree`)
    return `${number} ${tags.filter((tag) => !tag.startsWith('has_')).sort()}`
  }
  const schemas = Object.keys(Object(get(document.root, '/components/schemas')))
  const own = schemas.filter((schema) => !/(Response|ResponseList|Create|Update)$/.test(schema))
  const data = own
    .map((schema) => `/components/schemas/${schema}/properties/data/properties`)
    .find((pointer) => strings(document, `${pointer}/type/enum`).includes(type))
  return `${number} ${strings(document, `${data}/relationships/properties/${name}/properties/data/properties/type/enum`).sort()}`
}

if (existsSync(shared)) {
  test(`${file}: every relationship leads where the document says outside its responses`, async () => {
    const document = await load(file, { cwd: shared })
    const got = new Map<string, string>()
    const want = new Map<string, string>()
    for (const { type, relationships } of build(document).model.resources) {
      for (const { name, cardinality, types } of relationships) {
        const key = `${type}.${name}`
        got.set(key, `${cardinality} ${types.toSorted()}`)
        want.set(key, oracle(document, type, name))
      }
    }
    assert.is(got.size, 344)
    assert.equal(Object.fromEntries(got), Object.fromEntries(want))
  })
} else {
  console.log('skipped: the documents to compare with are not beside this checkout')
}

test.run()
