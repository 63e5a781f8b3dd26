import type ts from 'typescript'

/** Opens enums: `'a' | 'b'` becomes `'a' | 'b' | (string & {})`, which takes any string, while editors offer the known ones. */
export interface OpenEnums {
  /** The members of the type of an attribute, without null, where one known value is an enum as well. */
  members(members: readonly ts.TypeNode[]): readonly ts.TypeNode[]
  /** Every union of strings or of numbers within a type. One value alone stays: it may tell objects apart. */
  within(type: ts.TypeNode): ts.TypeNode
}

/** @param onOpened is called for every enum that is opened. */
export function openEnums(typescript: typeof ts, onOpened: () => void = () => undefined): OpenEnums {
  const { factory, SyntaxKind } = typescript

  /** What a literal is one of; undefined for what is no string and no number. */
  function kindOf(type: ts.TypeNode): ts.KeywordTypeSyntaxKind | undefined {
    // openapi-typescript's own strings: identifiers that spell one.
    if (typescript.isIdentifier(type)) return type.text.startsWith('"') ? SyntaxKind.StringKeyword : undefined
    if (!typescript.isLiteralTypeNode(type)) return undefined
    if (typescript.isStringLiteral(type.literal)) return SyntaxKind.StringKeyword
    const isNumber = typescript.isNumericLiteral(type.literal) || typescript.isPrefixUnaryExpression(type.literal)
    return isNumber ? SyntaxKind.NumberKeyword : undefined
  }

  function opened(values: readonly ts.TypeNode[], least: number): ts.TypeNode[] | undefined {
    const kinds = new Set<ts.KeywordTypeSyntaxKind>()
    for (const value of values) {
      const kind = kindOf(value)
      if (kind === undefined) return undefined
      kinds.add(kind)
    }
    if (values.length < least) return undefined
    onOpened()
    return [...values, ...[...kinds].map(any)]
  }

  /** `(string & {})`, which does not take up the literals of a union, as `string` does. */
  const any = (kind: ts.KeywordTypeSyntaxKind): ts.TypeNode => {
    const parts = [factory.createKeywordTypeNode(kind), factory.createTypeLiteralNode([])]
    return factory.createParenthesizedType(factory.createIntersectionTypeNode(parts))
  }

  const flat = (type: ts.TypeNode): readonly ts.TypeNode[] =>
    typescript.isUnionTypeNode(type) ? type.types.flatMap(flat) : [type]

  const isNull = (type: ts.TypeNode): boolean =>
    typescript.isLiteralTypeNode(type) && type.literal.kind === SyntaxKind.NullKeyword

  function within(type: ts.TypeNode): ts.TypeNode {
    const { transformed } = typescript.transform(type, [
      (context) => {
        const visit = (node: ts.Node): ts.Node => {
          if (typescript.isUnionTypeNode(node)) {
            const members = flat(node)
            const nulls = members.filter(isNull)
            const values = opened(
              members.filter((member) => !isNull(member)),
              2,
            )
            if (values) return factory.createUnionTypeNode([...values, ...nulls])
          }
          // `Omit<Cat, 'name' | 'age'>` names properties.
          if (typescript.isTypeReferenceNode(node) && (node.typeArguments?.length ?? 0) > 1) {
            const [first, ...rest] = node.typeArguments ?? []
            const visited = first && typescript.visitNode(first, visit, typescript.isTypeNode)
            return factory.createTypeReferenceNode(node.typeName, visited ? [visited, ...rest] : rest)
          }
          return typescript.visitEachChild(node, visit, context)
        }
        return (root) => typescript.visitNode(root, visit, typescript.isTypeNode) ?? root
      },
    ])
    return transformed[0] ?? type
  }

  return {
    within,
    members: (members) =>
      opened(
        members.flatMap(flat).filter((member) => !isNull(member)),
        1,
      ) ?? members.map(within),
  }
}
