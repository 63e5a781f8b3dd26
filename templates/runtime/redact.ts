import { parsed } from './json.js'

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

/** Text without these secrets, nor as JSON spells them. */
export function hide(text: string, secrets: readonly string[]): string {
  const spelled = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]).filter(Boolean)
  // In one go, the longest first: one may begin another, or be in what stands for another.
  spelled.sort((a, b) => b.length - a.length)
  const any = spelled.map((secret) => secret.replace(/[^\w\s]/g, '\\$&')).join('|')
  return any ? text.replace(new RegExp(any, 'g'), REDACTED) : text
}

/** Headers without these secrets, nor what authorizes by its name. */
export function hideHeaders(headers: Headers, secrets: readonly string[]): Headers {
  const hidden = new Headers()
  headers.forEach((value, name) => {
    hidden.append(name, /^((proxy-)?authorization|(set-)?cookie)$/.test(name) ? REDACTED : hide(value, secrets))
  })
  return hidden
}

/** The texts in a document that stand under these names, at any depth; none where it is no JSON. */
export function secretsIn(json: string, names: readonly string[] = []): string[] {
  const found: string[] = []
  parsed(json, (name, value) => {
    if (names.includes(name))
      parsed(JSON.stringify(value), (_, inner) => typeof inner === 'string' && found.push(inner))
    return value
  })
  return found
}
