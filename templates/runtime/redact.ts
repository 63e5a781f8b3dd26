/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

/** Text without these secrets, nor as JSON spells them. */
export const hide = (text: string, secrets: readonly string[]): string =>
  secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length) // one may begin another
    .reduce((hidden, secret) => (secret ? hidden.replaceAll(secret, REDACTED) : hidden), text)

/** Headers without these secrets, nor what authorizes by its name. */
export function hideHeaders(headers: Headers, secrets: readonly string[]): Headers {
  const hidden = new Headers()
  headers.forEach((value, name) => {
    hidden.append(name, /^((proxy-)?authorization|(set-)?cookie)$/.test(name) ? REDACTED : hide(value, secrets))
  })
  return hidden
}

/** The texts in a document that stand under these names; none where it is no JSON. */
export function secretsIn(json: string, names: readonly string[] = []): string[] {
  const found: string[] = []
  mapped(json, (name, value) => {
    if (names.includes(name) && typeof value === 'string') found.push(value)
    return value
  })
  return found
}

/** JSON as a value, each of its values replaced by what the function gives for it; undefined where it is no JSON. */
export function mapped(json: string, replace?: (name: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(json, replace)
  } catch {
    return undefined
  }
}
