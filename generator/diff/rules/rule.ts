/** How a rule is written: what of a version breaks whom, and the sentences that several of them say. */

export type Kind = 'added' | 'changed' | 'removed' | 'deprecated'

/**
 * `callers`: requests that were right are refused, or answers are others than they were. `sdk`: the wire is the same, but
 * code that uses the SDK has to be changed. `perhaps`: it depends on what a program does.
 */
export type Breaks = 'callers' | 'sdk' | 'perhaps' | 'nobody'

export interface RuleText {
  readonly kind: Kind
  readonly breaks: Breaks
  /** What is so of the subject. */
  readonly says: string
  /** How it breaks. */
  readonly why?: string
}

export const nobody = (kind: Kind, says: string) => ({ kind, breaks: 'nobody', says }) as const
export const callers = (kind: Kind, says: string, why: string) => ({ kind, breaks: 'callers', says, why }) as const
export const perhaps = (kind: Kind, says: string, why: string) => ({ kind, breaks: 'perhaps', says, why }) as const
export const sdk = (says: string) => ({ kind: 'changed', breaks: 'sdk', says, why: RENAMED }) as const

const RENAMED = 'Code that names the former has to be changed; the requests are the same.'
export const REFUSED = 'Requests that were right are refused.'
export const UNREAD = 'Programs that read it find nothing.'
export const UNEXPECTED = 'Programs meet values that they do not expect.'
export const UNKNOWN = 'Programs that tell the values apart do not know these.'
export const TOLD = 'It may be that the document alone has changed.'
