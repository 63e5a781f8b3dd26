import type { AnswerContent, BodyContent, Operation } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { unionLines } from './layout.js'
import { stringLiteral } from './literals.js'
import { ownQueryType, takesOwn } from './parameters.js'
import { plainName } from './plain-name.js'

type WireType = AttributeTypes['wireType']

/** The types of an operation that its document alone tells, each declared by its name. */
export function plainTypes(operation: Operation, { wireType }: Pick<AttributeTypes, 'wireType'>): string[] {
  const { answer, body } = operation
  const declared = (what: 'Body' | 'Data', members: readonly string[]): string =>
    unionLines(`export type ${plainName(operation, what)} =`, [...new Set(members)], 0).join('\n')
  return [
    ...(takesOwn(operation) ? [ownQueryType(operation, wireType).join('\n')] : []),
    ...(body?.kind === 'plain' ? [declared('Body', bodyMembers(body.contents, wireType))] : []),
    ...(answer.kind === 'plain' && hasData(operation)
      ? [
          declared('Data', [
            ...answer.contents.flatMap((content) => dataOf(content, wireType)),
            ...(answer.empty ? ['undefined'] : []),
          ]),
        ]
      : []),
  ]
}

/** The names of these types. */
export function plainTypeNames(operation: Operation): string[] {
  const { answer, body } = operation
  return [
    ...(takesOwn(operation) ? [plainName(operation, 'Query')] : []),
    ...(body?.kind === 'plain' ? [plainName(operation, 'Body')] : []),
    ...(answer.kind === 'plain' && hasData(operation) ? [plainName(operation, 'Data')] : []),
  ]
}

/** Bytes, and events that the document says nothing of, have types of their own. */
export const hasData = ({ answer }: Operation): boolean =>
  answer.kind === 'plain' &&
  answer.contents[0].format !== 'binary' &&
  (answer.contents[0].format !== 'events' || answer.contents[0].schema !== undefined)

/** What a body may be: of the usual media type as it is, of another with its name. */
function bodyMembers([usual, ...others]: readonly BodyContent[], wireType: WireType): string[] {
  return [
    ...(usual ? sentAs(usual, wireType) : []),
    ...others.map((content) => `Typed<${stringLiteral(content.mediaType)}, ${sentAs(content, wireType).join(' | ')}>`),
  ]
}

function sentAs({ format, schema }: BodyContent, wireType: WireType): readonly string[] {
  switch (format) {
    case 'json':
      return wireType(schema)
    case 'form':
      return [...wireType(schema), 'URLSearchParams']
    case 'multipart':
      return [...wireType(schema), 'FormData']
    case 'text':
      return ['string']
    case 'binary':
      return ['BodyContent']
  }
}

function dataOf({ format, schema }: AnswerContent, wireType: WireType): readonly string[] {
  if (format === 'text') return ['string']
  return schema === undefined ? ['unknown'] : wireType(schema)
}
