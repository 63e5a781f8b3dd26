/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

/** Text without these secrets. */
export const hide = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((hidden, secret) => (secret ? hidden.replaceAll(secret, REDACTED) : hidden), text)

/** Headers without these secrets, nor what authorizes by its name. */
export function hideHeaders(headers: Headers, secrets: readonly string[]): Headers {
  const hidden = new Headers()
  headers.forEach((value, name) => {
    hidden.append(name, /^((proxy-)?authorization|(set-)?cookie)$/.test(name) ? REDACTED : hide(value, secrets))
  })
  return hidden
}

/** JSON as a value, without the values of properties of these names; undefined where it is no JSON. */
export function hideProperties(json: string, names: readonly string[] = []): unknown {
  try {
    return JSON.parse(json, (name, value) => (names.includes(name) && value !== null ? REDACTED : value))
  } catch {
    return undefined
  }
}

/** The texts in JSON that stand under these names; none where it is no JSON. */
export function secretsIn(json: string, names: readonly string[] = []): string[] {
  const found: string[] = []
  try {
    JSON.parse(json, (name, value) => {
      if (typeof value === 'string' && names.includes(name)) found.push(value)
      return value
    })
  } catch {
    // Not JSON, so it has no properties.
  }
  return found
}
