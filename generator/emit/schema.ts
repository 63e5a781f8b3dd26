import type { transformSchemaObject } from 'openapi-typescript'
import type ts from 'typescript'
import { get } from '../document/pointer.js'
import { type Node, resolve } from '../document/resolve.js'
import type { Document } from '../document/types.js'
import type { Model } from '../model/types.js'
import { stringLiteral } from './literals.js'
import { wireDocument } from './wire-document.js'

type Schema = Parameters<typeof transformSchemaObject>[0]

/** The type of a schema, given by its JSON pointer, as the members of a union; null is not among them. */
export type TypeOf = (pointer: string) => readonly string[]

export interface SchemaTypes {
  /** The wire types: the whole of `schema.ts`. */
  readonly wire: string
  readonly typeOf: TypeOf
  /** The components that the types so far refer to by a name of their own, each with that name. */
  readonly aliases: ReadonlyMap<string, string>
}

/** What openapi-typescript makes of the document: the one place where JSON Schema becomes TypeScript. */
export async function schemaTypes(document: Document, model: Model): Promise<SchemaTypes> {
  const [openapi, { default: typescript }, { createConfig }] = await Promise.all([
    import('openapi-typescript'),
    import('typescript'),
    import('@redocly/openapi-core'),
  ])
  const root = wireDocument(document.root)
  // It edits what it is given.
  const copy = structuredClone(root) as unknown as Parameters<typeof openapi.transformSchema>[0]
  const context: Parameters<typeof openapi.transformSchema>[1] = {
    ...OPTIONS,
    discriminators: openapi.scanDiscriminators(copy, OPTIONS),
    injectFooter: [],
    postTransform: undefined,
    transform: undefined,
    transformProperty: undefined,
    redoc: await createConfig({}),
    resolve: ($ref) => openapi.resolveRef(copy, $ref, { silent: true }),
  }
  const wire = openapi.astToString(openapi.transformSchema(copy, context))
  const aliases = new Map<string, string>()
  const taken = model.resources.flatMap(({ name }) => [name, `${name}Create`, `${name}Update`])

  function typeOf(pointer: string): readonly string[] {
    const node = resolve(document, { value: get(document.root, pointer), pointer })
    const schema = componentOf(node) ?? structuredClone(get(root, node.pointer))
    const type = openapi.transformSchemaObject(schema as Schema, { path: `#${node.pointer}`, ctx: context })
    const members = typescript.isUnionTypeNode(type) ? [...type.types] : [type]
    return members.filter((member) => !isNull(typescript, member)).map(print)
  }

  function print(type: ts.TypeNode): string {
    const { transformed } = typescript.transform(type, [named(typescript, aliasOf)])
    return relaid(openapi.astToString(transformed).trim())
  }

  function aliasOf(component: string): string {
    const known = aliases.get(component)
    if (known !== undefined) return known
    const used = new Set([...taken, ...aliases.values()])
    let name = component.replace(/[^\p{ID_Continue}$]+(.)?/gu, (_, next = '') => next.toUpperCase())
    name = /^[\p{ID_Start}$_]/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : `_${name}`
    while (used.has(name)) name += 'Schema'
    aliases.set(component, name)
    return name
  }

  return { wire, typeOf, aliases }
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

const isNull = (typescript: typeof ts, type: ts.TypeNode): boolean =>
  typescript.isLiteralTypeNode(type) && type.literal.kind === typescript.SyntaxKind.NullKeyword

/** The printer's four columns as two, without its semicolons. */
function relaid(text: string): string {
  const lines = text.split('\n').map((line) => {
    const inner = line.trimStart()
    return (
      ' '.repeat(Math.ceil((line.length - inner.length) / 2)) +
      (/^(\*|\/\*\*)/.test(inner) ? inner : inner.replace(/;$/, ''))
    )
  })
  return lines.join('\n')
}

/** Strings in single quotes, and `components['schemas']['Address']` by its alias. */
function named(typescript: typeof ts, aliasOf: (component: string) => string): ts.TransformerFactory<ts.TypeNode> {
  const { factory, isIndexedAccessTypeNode, isIndexSignatureDeclaration, isLiteralTypeNode } = typescript
  const { isIdentifier, isStringLiteral, isTypeLiteralNode } = typescript
  const stringType = factory.createKeywordTypeNode(typescript.SyntaxKind.StringKeyword)
  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (isIndexedAccessTypeNode(node)) {
        const path = indexes(typescript, node)
        const [root, component, ...rest] = path
        if (root === 'schemas' && component !== undefined) {
          const alias: ts.TypeNode = factory.createTypeReferenceNode(aliasOf(component))
          return rest.reduce((type, index) => factory.createIndexedAccessTypeNode(type, literalType(index)), alias)
        }
      }
      const [only, ...others] = isTypeLiteralNode(node) ? node.members : []
      if (only && others.length === 0 && isIndexSignatureDeclaration(only)) {
        const value = typescript.visitNode(only.type, visit, typescript.isTypeNode) ?? only.type
        return factory.createTypeReferenceNode('Record', [stringType, value])
      }
      if (isLiteralTypeNode(node) && isStringLiteral(node.literal)) return literalType(node.literal.text)
      // openapi-typescript's own literals: identifiers that spell a string, which the printer leaves in UTF-8.
      if (isIdentifier(node) && node.text.startsWith('"')) {
        return factory.createIdentifier(stringLiteral(JSON.parse(node.text)))
      }
      return typescript.visitEachChild(node, visit, context)
    }
    const literalType = (text: string): ts.TypeNode =>
      factory.createLiteralTypeNode(factory.createStringLiteral(text, true))
    return (type) => typescript.visitNode(type, visit, typescript.isTypeNode) ?? type
  }
}

/** `components['schemas']['A']['b']` as `['schemas', 'A', 'b']`; empty for any other indexed access. */
function indexes(typescript: typeof ts, node: ts.TypeNode): string[] {
  if (typescript.isIndexedAccessTypeNode(node)) {
    const { indexType } = node
    const index = typescript.isLiteralTypeNode(indexType) && typescript.isStringLiteral(indexType.literal)
    return index ? [...indexes(typescript, node.objectType), indexType.literal.text] : []
  }
  return []
}
