/** What an operation sends. */
import type { Attribute, Body, Property, Relationship } from '../model/types.js'
import { change, changeOf, deprecation, flagChange, fromTo, operationSubject, partSubject } from './change.js'
import { difference, pairs } from './pairs.js'
import type { Change, Owned, Subject } from './types.js'
import { closedChanges, SENT, type Value, valueChanges } from './values.js'

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
  if (was.kind === 'plain' && is.kind === 'plain') {
    const { came, went } = difference(...mediaTypes(was.contents, is.contents))
    return [
      ...changeOf('accepts-added', subject, came),
      ...changeOf('accepts-removed', subject, went),
      ...argumentChanges(operation, ...sameContent(was.contents, is.contents)),
    ]
  }
  if (was.kind === 'attributes' && is.kind === 'attributes' && was.type === is.type) {
    return [
      ...fromTo('body-renamed', subject, was.name, is.name),
      ...argumentChanges(operation, was.attributes.map(argument), is.attributes.map(argument)),
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

type Contents = readonly { readonly mediaType: string; readonly properties: readonly Property[] }[]

export const mediaTypes = (was: Contents, is: Contents): [string[], string[]] => [
  was.map(({ mediaType }) => mediaType),
  is.map(({ mediaType }) => mediaType),
]

/** The properties in the first media type that both have: in the others they are mostly the same. */
export function sameContent(was: Contents, is: Contents): [readonly Property[], readonly Property[]] {
  const latter = is.find(({ mediaType }) => was.some((one) => one.mediaType === mediaType))
  const former = was.find(({ mediaType }) => mediaType === latter?.mediaType)
  return [former?.properties ?? [], latter?.properties ?? []]
}

/** A property of a body, or an attribute that an action takes. */
interface Argument extends Value {
  readonly name: string
  readonly required: boolean
  readonly deprecated: boolean
}

const argument = (attribute: Attribute): Argument => ({ ...attribute, required: attribute.create === 'required' })

function argumentChanges(operation: Owned, before: readonly Argument[], after: readonly Argument[]): Change[] {
  const { added, removed, both } = pairs(before, after, ({ name }) => name)
  const subject = (name: string): Subject => partSubject(operation, 'body', name)
  return [
    ...added.flatMap((one) => change(one.required ? 'argument-added-required' : 'argument-added', subject(one.name))),
    ...removed.flatMap((one) => change('argument-removed', subject(one.name))),
    ...both.flatMap(([one, other]) => [
      ...flagChange(subject(one.name), one.required, other.required, 'argument-required', 'argument-optional'),
      ...valueChanges(subject(one.name), one, other, SENT),
      ...deprecation(subject(one.name), one, other),
    ]),
  ]
}

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
