import type { transformSchemaObject } from 'openapi-typescript'
import type ts from 'typescript'
import { get, join } from '../document/pointer.js'
import { type Node, resolve } from '../document/resolve.js'
import type { Document } from '../document/types.js'
import type { Model } from '../model/types.js'
import { bytesOf } from './bytes.js'
import { componentNames } from './component-names.js'
import { stringLiteral } from './literals.js'
import { type OpenComponent, openTypes } from './open-components.js'
import { openEnums } from './open-enums.js'
import { named, relaid } from './print-type.js'
import { wireDocument } from './wire-document.js'

type Schema = Parameters<typeof transformSchemaObject>[0]

/** The type of a schema, given by its JSON pointer, as the members of a union; null is not among them. */
export type TypeOf = (pointer: string) => readonly string[]

export interface SchemaTypes {
  /** The wire types: the whole of `schema.ts`. */
  readonly wire: string
  readonly typeOf: TypeOf
  /** The same with null, and with blobs for bytes where they are not JSON: what is no attribute. */
  readonly wireType: TypeOf
  /** Declares the names by which the types so far refer to components. */
  readonly aliases: () => readonly Alias[]
}

export interface Alias {
  readonly name: string
  readonly type: string
}

/**
 * What openapi-typescript makes of the document: the one place where JSON Schema becomes TypeScript.
 * @param taken the names of the types that the emitted files have anyway.
 */
export async function schemaTypes(document: Document, { sdk }: Model, taken: readonly string[]): Promise<SchemaTypes> {
  const [openapi, { default: typescript }, { createConfig }] = await Promise.all([
    import('openapi-typescript'),
    import('typescript'),
    import('@redocly/openapi-core'),
  ])
  const root = wireDocument(document.root)
  const bytes = bytesOf(root)
  // It edits what it is given.
  const copy = structuredClone(root) as unknown as Parameters<typeof openapi.transformSchema>[0]
  const context: Parameters<typeof openapi.transformSchema>[1] = {
    ...OPTIONS,
    discriminators: openapi.scanDiscriminators(copy, OPTIONS),
    injectFooter: [],
    postTransform: undefined,
    transform: (schema, { path }) => {
      const types = isBytes(schema) ? bytes(path?.replace(/^#/, '') ?? '') : []
      const blob = typescript.factory.createTypeReferenceNode('Blob')
      if (!types.includes('Blob')) return undefined
      const text = typescript.factory.createKeywordTypeNode(typescript.SyntaxKind.StringKeyword)
      return types.includes('string') ? typescript.factory.createUnionTypeNode([text, blob]) : blob
    },
    transformProperty: undefined,
    redoc: await createConfig({}),
    resolve: ($ref) => openapi.resolveRef(copy, $ref, { silent: true }),
  }
  const wire = openapi.astToString(openapi.transformSchema(copy, context))
  const names = componentNames(taken)
  const open = sdk.enums === 'open'

  const typeAt = (pointer: string, schema: unknown, ctx = context): ts.TypeNode =>
    openapi.transformSchemaObject(schema as Schema, { path: `#${pointer}`, ctx })

  function print(type: ts.TypeNode, nameOf: (component: string) => string): string {
    const { transformed } = typescript.transform(type, [named(typescript, nameOf)])
    return relaid(openapi.astToString(transformed).trim())
  }

  /** The members of a type; none where there is no schema. */
  function membersAt(pointer: string, ctx = context): ts.TypeNode[] {
    const node = resolve(document, { value: get(document.root, pointer), pointer })
    const type = typeAt(node.pointer, componentOf(node) ?? structuredClone(get(root, node.pointer) ?? {}), ctx)
    return typescript.isUnionTypeNode(type) ? [...type.types] : [type]
  }

  const printed = (members: readonly ts.TypeNode[]): readonly string[] =>
    (open ? openEnums(typescript).members(members) : members).map((member) => print(member, names.of))

  // An attribute is JSON, whatever its format.
  const ofJson = { ...context, transform: undefined }
  const typeOf: TypeOf = (pointer) =>
    printed(membersAt(pointer, ofJson).filter((member) => !isNull(typescript, member)))
  const wireType: TypeOf = (pointer) => printed(membersAt(pointer))

  /** A component with its enums open. */
  function opened(component: string): OpenComponent {
    const pointer = join('/components/schemas', component)
    const refersTo = new Set<string>()
    let holdsEnum = false
    const { within } = openEnums(typescript, () => {
      holdsEnum = true
    })
    const type = print(within(typeAt(pointer, structuredClone(get(root, pointer)))), (other) => {
      refersTo.add(other)
      return names.of(other)
    })
    return { type, holdsEnum, refersTo: [...refersTo] }
  }

  function aliases(): Alias[] {
    const types = open
      ? openTypes(names.all(), opened)
      : new Map(names.all().map((component) => [component, undefined]))
    return [...types].map(([component, type]) => ({
      name: names.of(component),
      type: type ?? `components['schemas'][${stringLiteral(component)}]`,
    }))
  }

  return { wire, typeOf, wireType, aliases }
}

/** A reference to the component that a schema is, where it is an object: it has a name, which reads better than its members. */
function componentOf({ value, pointer }: Node): object | undefined {
  const isObject = typeof value === 'object' && value !== null && 'properties' in value
  return isObject && /^\/components\/schemas\/[^/]+$/.test(pointer) ? { $ref: `#${pointer}` } : undefined
}

const OPTIONS = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  conditionalEnums: false,
  dedupeEnums: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
} as const

/** Whether a text is bytes, as it is in a part or as a whole. https://spec.openapis.org/oas/v3.0.4#considerations-for-file-uploads */
function isBytes(schema: object): boolean {
  if ('format' in schema && schema.format === 'binary') return true
  if (!('contentMediaType' in schema) || 'contentEncoding' in schema) return false
  return !/^text\/|json|xml/.test(String(schema.contentMediaType))
}

const isNull = (typescript: typeof ts, type: ts.TypeNode): boolean =>
  typescript.isLiteralTypeNode(type) && type.literal.kind === typescript.SyntaxKind.NullKeyword
