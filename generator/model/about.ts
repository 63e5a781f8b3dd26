/** Whom and what the document refers its readers to. */
import { child, root } from '../document/resolve.js'
import type { Document } from '../document/types.js'
import { isObject, text } from './schema.js'
import type { About } from './types.js'

/** The documentation elsewhere, the contact, the license and the terms, as far as the document names them. */
export function about(document: Document): About[] {
  const whole = root(document)
  const info = child(document, whole, 'info')
  const factsOf = (node: typeof info, name: string): Readonly<Record<string, string | undefined>> => {
    const { value } = child(document, node, name)
    const told = isObject(value) ? value : {}
    return Object.fromEntries(Object.entries(told).map(([key, one]) => [key, text(one)]))
  }
  const docs = factsOf(whole, 'externalDocs')
  const contact = factsOf(info, 'contact')
  const license = factsOf(info, 'license')
  const terms = isObject(info.value) ? text(info.value.termsOfService) : undefined
  return [
    ...named('externalDocs', docs.description, docs.url),
    ...(contact.url || !contact.email ? named('contact', contact.name, contact.url) : []),
    ...(contact.email ? named('contact', contact.url ? undefined : contact.name, `mailto:${contact.email}`) : []),
    ...named('license', license.name, license.url),
    ...named('termsOfService', undefined, terms),
  ]
}

/** Under its address, where it has no name. */
function named(of: About['of'], name: string | undefined, url: string | undefined): About[] {
  if (!name && !url) return []
  return [{ of, name: name || (url ?? '').replace(/^mailto:/, ''), ...(url ? { url } : {}) }]
}
