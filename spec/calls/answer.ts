/** What the loopback answers with, and what must be read of it. */
import { sampleAt, valuesOf } from './body-argument.js'
import type { Inspected, InspectedOperation } from './inspected.js'
import type { Sampling } from './sample.js'

const ID = '1'

export interface Answered {
  readonly status: number
  readonly mediaType: string
  readonly body: string | null
  /** What the awaited value must hold, as JSON; undefined where nothing is promised. */
  readonly read: unknown
}

/** A small answer of the kind that `inspect --json` tells. */
export function answer(sampling: Sampling, api: Inspected, { method, answer, query }: InspectedOperation): Answered {
  const { kind, types: [type = ''] = [], status } = answer
  const jsonApi = (document: unknown, read: unknown): Answered => ({
    status,
    mediaType: 'application/vnd.api+json',
    body: JSON.stringify(document),
    read,
  })
  if (method === 'HEAD' || kind === 'nothing') return { status, mediaType: '', body: null, read: undefined }
  const resource = api.resources.find((one) => one.type === type)
  const attributes = query.fields ? [] : (resource?.attributes ?? []).filter((one) => one.readable)
  const values = valuesOf(sampling, attributes, 'read')
  const row = { type, id: ID, attributes: values }
  const identifier = { type, id: ID }
  switch (kind) {
    case 'one':
      return jsonApi({ data: row }, { ...values, ...identifier })
    case 'many':
      return jsonApi({ data: [row] }, [{ ...values, ...identifier }])
    case 'linkage': {
      const data = answer.cardinality === 'many' ? [identifier] : identifier
      return jsonApi({ data }, data)
    }
  }
  const [content] = answer.contents ?? []
  const range = content?.mediaType ?? ''
  if (content?.format !== 'json') {
    const mediaType = range.replace('*/*', 'text/plain').replace('/*', '/x')
    return { status, mediaType, body: 'text', read: content?.format === 'text' ? 'text' : undefined }
  }
  const data = sampleAt(sampling, content.schema) ?? {}
  const mediaType = range.includes('*') ? 'application/json' : range
  return { status, mediaType, body: JSON.stringify(data), read: data }
}
