import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Document, ResourceObject } from '../templates/runtime/document.js'
import { compound, TO_MANY, TO_ONE } from './compound.js'
import { others, ours } from './contestants.js'

const key = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`
const primary = ({ data }: Document): readonly ResourceObject[] => [data ?? []].flat()

test('a compound document is the same in every run, and has full linkage', () => {
  const document = compound(25, 30)
  assert.equal(compound(25, 30), document)
  const related = primary(document).flatMap(({ relationships }) =>
    Object.values(relationships ?? {}).flatMap(({ data }) => [data ?? []].flat().map(key)),
  )
  const included = (document.included ?? []).map(key)
  assert.is(related.length, 25 * 8)
  assert.is(new Set(included).size, included.length)
  assert.equal([...new Set(related)].sort(), included.sort())
})

test('every contestant links every relationship', () => {
  const document = compound(3, 10)
  const text = JSON.stringify(document)
  const [order] = primary(document)
  for (const [name, contestant] of Object.entries({ ours, ...others })) {
    const result: unknown = JSON.parse(JSON.stringify(contestant(text)))
    const [row] = rows(result)
    assert.is(row?.number, order?.attributes?.number, name)
    for (const relationship of [...TO_ONE, ...TO_MANY]) {
      const linked = rows(row?.[relationship])
      assert.is(linked.length, { line_items: 3, tags: 2 }[relationship] ?? 1, `${name} ${relationship}`)
      for (const one of linked) assert.type(one.amount_cents, 'number', `${name} ${relationship}`)
    }
  }
})

/** What a contestant made, some of which leave it under `data`. */
function rows(value: unknown): Partial<Record<string, unknown>>[] {
  if (typeof value === 'object' && value !== null && 'data' in value) return rows(value.data)
  return [value].flat().flatMap((one) => (typeof one === 'object' && one !== null ? [{ ...one }] : []))
}

test.run()
