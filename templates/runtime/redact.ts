/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

/** Text without these secrets, nor as JSON spells them. */
export const hide = (text: string, secrets: readonly string[]): string =>
  secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .reduce((hidden, secret) => (secret ? hidden.replaceAll(secret, REDACTED) : hidden), text)

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
