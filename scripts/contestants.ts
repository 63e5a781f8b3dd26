/** What links compound documents: our runtime, and the libraries that it is compared with, each as its users call it. */
import Jsona from 'jsona'
import { JsonApiDataStore } from 'jsonapi-datastore'
import { deserialise } from 'kitsu-core'
// Not among the package's exports: what its client calls with each parsed answer.
import { denormalize } from '../node_modules/@commercelayer/sdk/lib/jsonapi.js'
import type { Description } from '../templates/runtime/description.js'
import { nestedFilters } from '../templates/runtime/filters.js'
import { link } from '../templates/runtime/link.js'
import { TO_MANY, TO_ONE } from './compound.js'

/** Makes linked resources of the text of a document. */
export type Contestant = (text: string) => unknown

/** Relationships, wherever they lead. */
const towards = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, '']))

/** What the runtime must know of the orders: the one place that depends on how it is told. */
const description: Description = {
  mediaType: 'application/vnd.api+json',
  filters: nestedFilters,
  resources: { orders: { one: towards(TO_ONE), many: towards(TO_MANY) } },
}

const asked = { include: [...TO_ONE, ...TO_MANY] }
const jsona = new Jsona()

export const ours: Contestant = (text) => link(description, JSON.parse(text), asked)

export const others: Readonly<Record<string, Contestant>> = {
  '@commercelayer/sdk': (text) => denormalize(JSON.parse(text)),
  jsona: (text) => jsona.deserialize(JSON.parse(text)),
  'kitsu-core': (text) => deserialise(JSON.parse(text)),
  'jsonapi-datastore': (text) => new JsonApiDataStore().sync(JSON.parse(text)),
}
