import { indented, WIDTH } from './layout.js'
import { inBrackets, literal, objectKey } from './literals.js'

/** A value as an expression: on one line where that fits behind `room` columns, otherwise broken as a formatter would. */
export function literalLines(value: unknown, indent = 0, room = 0): string[] {
  return linesOf(pieceOf(value), indent, room)
}

/** A value that is to be written. What stands in it is looked at once, however deep that is. */
interface Piece {
  /** On one line; undefined where it has to have several. */
  readonly line: string | undefined
  /** What it holds, each behind its name in an object. */
  readonly members: readonly { readonly head: string; readonly piece: Piece }[]
  readonly isList: boolean
}

function pieceOf(value: unknown): Piece {
  const isList = Array.isArray(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return { line: literal(value), members: [], isList }
  }
  const members = Object.entries(value).map(([name, inner]) => ({
    head: isList ? '' : `${objectKey(name)}: `,
    piece: pieceOf(inner),
  }))
  return { line: lineOf(members, isList), members, isList }
}

function lineOf(members: Piece['members'], isList: boolean): string | undefined {
  // Several objects of several members stand below one another, however short they are.
  if (isList && members.length > 1 && members.every(({ piece }) => piece.members.length > 1)) return undefined
  const parts: string[] = []
  let length = 0
  for (const { head, piece } of members) {
    length += head.length + (piece.line?.length ?? WIDTH)
    if (piece.line === undefined || length >= WIDTH) return undefined
    parts.push(head + piece.line)
  }
  return inBrackets(parts, isList)
}

function linesOf({ line, members, isList }: Piece, indent: number, room: number): string[] {
  if (line !== undefined && (members.length === 0 || indent + room + line.length < WIDTH)) return [line]
  const inner = members.flatMap(({ head, piece }) => {
    const lines = linesOf(piece, indent + 2, head.length)
    return lines.map((line, index) => `${index === 0 ? head : ''}${line}${index === lines.length - 1 ? ',' : ''}`)
  })
  return [isList ? '[' : '{', ...indented(inner), isList ? ']' : '}']
}
