/** What nobody may be told: what authorizes, and what the API's document marks as secret. */
import type { Attempt } from './attempt.js'
import { parsed } from './json.js'

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

/** What is secret in an attempt: what authorizes it, and the texts under the names of secrets, at any depth, sent or answered. */
export function secretsOf({ secrets = [], names = [], sent = '', body = '' }: Partial<Attempt>): string[] {
  const found = [...secrets]
  for (const json of [sent, body]) {
    parsed(json, (name, value) => {
      if (names.includes(name)) {
        JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? found.push(inner) : inner))
      }
      return value
    })
  }
  // As JSON spells them, too. The longest first, since one may begin another.
  return found
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
}

/** Text without these secrets; what stands in the place of one is not looked through for another. */
export const hide = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((parts, secret) => parts.flatMap((part) => part.split(secret)), [text]).join(REDACTED)
