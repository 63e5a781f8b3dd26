/** Where lines break: as a formatter would break them, so that emitted code reads as if it had been through one. */

/** The columns of a line. */
export const WIDTH = 120

/** `head` and a union: on one line where that fits, otherwise one member a line. */
export function unionLines(head: string, members: readonly string[], indent: number): string[] {
  const line = `${head} ${members.join(' | ')}`
  if (members.length < 2 || indent + line.length <= WIDTH) return [line]
  return [head, ...members.map((member) => `  | ${member}`)]
}

/** `head {`, the members, `}`; an object without members is what `empty` says. */
export function blockLines(head: string, members: readonly string[], empty: string): string[] {
  return members.length === 0 ? [`${head} ${empty}`] : [`${head} {`, ...indented(members), '}']
}

/**
 * An object between `head` and `tail`, `resources: { a: 1 },`: on one line where that fits, otherwise one member a line.
 * A member may have several lines itself.
 */
export function objectLines(head: string, members: readonly string[], tail: string, indent: number): string[] {
  if (members.length === 0) return [`${head}{}${tail}`]
  return listLines(`${head}{`, members, `}${tail}`, ' ', indent)
}

/** An array between `head` and `tail`, likewise. */
export function arrayLines(head: string, items: readonly string[], tail: string, indent: number): string[] {
  return listLines(`${head}[`, items, `]${tail}`, '', indent)
}

function listLines(open: string, items: readonly string[], close: string, gap: string, indent: number): string[] {
  const line = `${open}${gap}${items.join(', ')}${gap}${close}`
  if (indent + line.length <= WIDTH && !line.includes('\n')) return [line]
  return [open, ...indented(items.flatMap((item) => `${item},`.split('\n'))), close]
}

/** Lines two columns further in; empty lines stay empty. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line ? `  ${line}` : line))
}

/** The head of a method, up to its opening brace. */
export function signatureLines(
  name: string,
  typeParameters: readonly string[],
  parameters: readonly string[],
  returns: string,
  indent: number,
): string[] {
  const generics = typeParameters.length > 0 ? `<${typeParameters.join(', ')}>` : ''
  const tail = `): ${returns} {`
  const line = `${name}${generics}(${parameters.join(', ')}${tail}`
  if (indent + line.length <= WIDTH) return [line]
  const inner = parameters.map((parameter) => `  ${parameter},`)
  if (indent + `${name}${generics}(`.length <= WIDTH) return [`${name}${generics}(`, ...inner, tail]
  return [`${name}<`, ...typeParameters.map((parameter) => `  ${parameter},`), '>(', ...inner, tail]
}

/**
 * `return new Type(callee(…))`, of arguments and, where it has members, an object behind them: on one line where that
 * fits, otherwise as a formatter breaks it. The members are lines, and one may have several.
 */
export function returnNewLines(
  type: string,
  callee: string,
  given: readonly string[],
  members: readonly string[],
  indent: number,
): string[] {
  const head = `return new ${type}(`
  const call = callLines(callee, given, members, indent + head.length, ')')
  if (call.length === 1) return [head + call[0]]
  return [head, ...indented(callLines(callee, given, members, indent + 2, ',')), ')']
}

/** A call behind `indent` columns and before `tail`. */
function callLines(
  callee: string,
  given: readonly string[],
  members: readonly string[],
  indent: number,
  tail: string,
): string[] {
  const object = members.length > 0 ? ['{', ...indented(members), '}'] : []
  const line = `${callee}(${[...given, ...(members.length > 0 ? [`{ ${members.join(' ').replace(/,$/, '')} }`] : [])].join(', ')})`
  // A member that goes on in the next line ends without a comma.
  if (indent + line.length + tail.length <= WIDTH && members.every((member) => member.endsWith(',')))
    return [line + tail]
  const open = `${callee}(${[...given, '{'].join(', ')}`
  if (members.length > 0 && indent + open.length <= WIDTH) return [open, ...object.slice(1, -1), `})${tail}`]
  const last = object.map((text, index) => (index === object.length - 1 ? `${text},` : text))
  return [`${callee}(`, ...indented([...given.map((one) => `${one},`), ...last]), `)${tail}`]
}

/** A call of these arguments: on one line where that fits, otherwise one argument a line. */
export const argumentLines = (callee: string, given: readonly string[], tail: string, indent: number): string[] =>
  callLines(callee, given, [], indent, tail)

/** Prose as lines of at most `width` columns. Lines that lists, tables, headings or code are made of are left alone. */
export function wrapped(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) =>
    line.length <= width || /^(\s|[-*+>|#`~]|\d+[.)])/.test(line) ? [line] : broken(line, width),
  )
}

function broken(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** An import of these names; values and types in one declaration. */
export function importLines(
  names: readonly { readonly name: string; readonly type: boolean }[],
  from: string,
): string[] {
  const sorted = [...names].sort((a, b) => byLetter(a.name, b.name))
  const types = sorted.every(({ type }) => type)
  return namedLines(
    `import ${types ? 'type ' : ''}`,
    sorted.map(({ name, type }) => (type && !types ? `type ${name}` : name)),
    from,
  )
}

/** A before a before B, as linters sort imports. */
export function byLetter(a: string, b: string): number {
  const [first, second] = [a, b].map((text) =>
    text.replace(/\p{L}/gu, (letter) => letter.toLowerCase() + (letter === letter.toLowerCase() ? '1' : '0')),
  )
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1
}

/** `export type { A, B } from './a.js'`. */
export function exportLines(names: readonly string[], from: string): string[] {
  return namedLines('export type ', [...names].sort(byLetter), from)
}

function namedLines(head: string, names: readonly string[], from: string): string[] {
  const line = `${head}{ ${names.join(', ')} } from '${from}'`
  return line.length <= WIDTH ? [line] : [`${head}{`, ...names.map((name) => `  ${name},`), `} from '${from}'`]
}
