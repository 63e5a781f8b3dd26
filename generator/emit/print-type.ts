import type ts from 'typescript'
import { stringLiteral } from './literals.js'

/** The printer's four columns as two, without its semicolons. */
export function relaid(text: string): string {
  const lines = text.split('\n').map((line) => {
    const inner = line.trimStart()
    return (
      ' '.repeat(Math.ceil((line.length - inner.length) / 2)) +
      (/^(\*|\/\*\*)/.test(inner) ? inner : inner.replace(/;$/, ''))
    )
  })
  return lines.join('\n')
}

/** Strings in single quotes, `components['schemas']['Address']` by its alias, and nothing that only the wire types declare. */
export function named(
  typescript: typeof ts,
  aliasOf: (component: string) => string,
): ts.TransformerFactory<ts.TypeNode> {
  const { factory, isIndexedAccessTypeNode, isIndexSignatureDeclaration, isLiteralTypeNode } = typescript
  const { isIdentifier, isStringLiteral, isTypeLiteralNode, isTypeNode, isTypeReferenceNode } = typescript
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
        const value = typescript.visitNode(only.type, visit, isTypeNode) ?? only.type
        return factory.createTypeReferenceNode('Record', [stringType, value])
      }
      if (isTypeReferenceNode(node) && isIdentifier(node.typeName) && node.typeName.text === 'WithRequired') {
        const [type, keys] = (node.typeArguments ?? []).map((one) => typescript.visitNode(one, visit, isTypeNode))
        const picked = type && keys && factory.createTypeReferenceNode('Pick', [type, keys])
        if (picked)
          return factory.createIntersectionTypeNode([type, factory.createTypeReferenceNode('Required', [picked])])
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
    return (type) => typescript.visitNode(type, visit, isTypeNode) ?? type
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
