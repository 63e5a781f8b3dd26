/** What an operation sends. */
import type { Attribute, Body, BodyContent, Property, Relationship } from '../model/types.js'
import { change, changeOf, flagChange, fromTo, operationSubject, partSubject } from './change.js'
import { difference } from './pairs.js'
import type { Change, Owned, Part, Subject } from './types.js'
import { SENT, type Ways } from './value-types.js'
import { closedChanges, propertyChanges, wholeChanges } from './values.js'

export function bodyChanges(before: Owned, after: Owned): Change[] {
  const subject = operationSubject(after)
  const [was, is] = [before.body, after.body]
  if (!was && !is) return []
  if (!is) return change('body-removed', subject)
  if (!was) return change(is.required ? 'body-required' : 'body-added', subject)
  return [
    ...flagChange(subject, was.required, is.required, 'body-required', 'body-optional'),
    ...contentChanges(subject, was, is, after),
  ]
}

function contentChanges(subject: Subject, was: Body, is: Body, operation: Owned): Change[] {
  const property = (name: string): Subject => partSubject(operation, 'body', name)
  if (was.kind === 'plain' && is.kind === 'plain') {
    const { came, went } = difference(...mediaTypes(was.contents, is.contents))
    return [
      ...changeOf('accepts-added', subject, came),
      ...changeOf('accepts-removed', subject, went),
      ...wholeChange(operation, 'body', was.contents, is.contents, SENT),
      ...propertyChanges(property, ...sameContent(was.contents, is.contents), SENT),
    ]
  }
  if (was.kind === 'attributes' && is.kind === 'attributes' && was.type === is.type) {
    return [
      ...fromTo('body-renamed', subject, was.name, is.name),
      ...propertyChanges(property, was.attributes.map(argument), is.attributes.map(argument), SENT),
    ]
  }
  if (was.kind === 'linkage' && is.kind === 'linkage' && was.cardinality === is.cardinality) {
    return closedChanges(subject, was.types, is.types, SENT, {
      added: ['targets-added', 'targets-added'],
      removed: ['targets-removed', 'targets-removed-sent'],
    })
  }
  return fromTo('body-changed', subject, textOf(was), textOf(is))
}

type Contents = readonly Pick<BodyContent, 'mediaType' | 'properties' | 'value'>[]

export const mediaTypes = (was: Contents, is: Contents): [string[], string[]] => [
  was.map(({ mediaType }) => mediaType),
  is.map(({ mediaType }) => mediaType),
]

/** The first media type that both have: in the others there is mostly the same. */
function shared(was: Contents, is: Contents): readonly [Contents[number], Contents[number]] | undefined {
  const latter = is.find(({ mediaType }) => was.some((one) => one.mediaType === mediaType))
  const former = was.find(({ mediaType }) => mediaType === latter?.mediaType)
  return former && latter && [former, latter]
}

/** The properties of what is the same content in both. */
export function sameContent(was: Contents, is: Contents): [readonly Property[], readonly Property[]] {
  const [former, latter] = shared(was, is) ?? []
  return [former?.properties ?? [], latter?.properties ?? []]
}

/** How the whole differs. */
export function wholeChange(operation: Owned, place: Part, was: Contents, is: Contents, ways: Ways): Change[] {
  const [former, latter] = shared(was, is) ?? []
  if (!former?.value || !latter?.value) return []
  // A part without a name is the operation itself.
  return wholeChanges(partSubject(operation, place, ''), former.value, latter.value, ways).map((one) =>
    'name' in one.subject && one.subject.name === '' ? { ...one, subject: operationSubject(operation) } : one,
  )
}

const argument = (attribute: Attribute): Property => ({ ...attribute, required: attribute.create === 'required' })

function textOf(body: Body): string {
  switch (body.kind) {
    case 'resource':
      return `${body.type} to ${body.write}`
    case 'attributes':
      return `attributes of ${body.type}`
    case 'linkage':
      return linkageText(body)
    case 'plain':
      return body.contents[0].mediaType
  }
}

export const linkageText = ({ cardinality, types }: Pick<Relationship, 'cardinality' | 'types'>): string =>
  `${cardinality === 'many' ? 'identifiers' : 'identifier'} of ${types.join(' | ')}`
