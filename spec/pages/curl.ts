/** Reads a command of curl as a POSIX shell and curl would. */

/** A request as it goes out. */
export interface Sent {
  readonly method: string
  readonly url: string
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The name of a file where it starts with `@`; undefined where there is none, or where it is of parts. */
  readonly body: string | undefined
  /** Those of a form. */
  readonly parts: readonly string[]
}

/** @throws for an option that is none of those that the examples have. */
export function curlRequest(command: string): Sent {
  const [program, ...words] = shellWords(command)
  if (program !== 'curl') throw new Error(`no curl: ${command}`)
  const headers: Record<string, string> = {}
  const parts: string[] = []
  let method: string | undefined
  let url: string | undefined
  let body: string | undefined
  while (words.length > 0) {
    const word = words.shift() ?? ''
    const given = (): string => words.shift() ?? ''
    if (word === '-g') continue
    if (word === '--head') method = 'HEAD'
    else if (word === '-X') method = given()
    else if (word === '-d' || word === '--data-binary') body = given()
    else if (word === '-F') parts.push(given())
    else if (word === '-b') headers.cookie = given()
    else if (word === '-u') headers.authorization = `Basic ${btoa(given())}`
    else if (word === '-H') {
      const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(given()) ?? []
      headers[name.toLowerCase()] = value
    } else if (word.startsWith('-') || url !== undefined) throw new Error(`${word}: ${command}`)
    else url = word
  }
  return { method: method ?? 'GET', url: url ?? '', headers, body, parts }
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02 */
function shellWords(command: string): string[] {
  const words: string[] = []
  let word: string | undefined
  for (const [token] of command.matchAll(/'[^']*'|\\[\s\S]|\s+|[^\s\\']+/g)) {
    if (token === '\\\n') continue
    if (/^\s/.test(token)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + (token.startsWith("'") ? token.slice(1, -1) : token.replace(/^\\/, ''))
  }
  return word === undefined ? words : [...words, word]
}
