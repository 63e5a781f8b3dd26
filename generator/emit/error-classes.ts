/** The classes of errors that the SDK throws for answers of failure, and the statuses that they are of. */

export interface ErrorClass {
  readonly name: string
  /** `401`, or `5xx` for all of them. */
  readonly status: string
  /** What such an answer says. */
  readonly when: string
}

export const ERROR_CLASSES: readonly ErrorClass[] = [
  { name: 'AuthenticationError', status: '401', when: 'there was no authorization, or none that holds' },
  { name: 'PermissionError', status: '403', when: 'it is not permitted' },
  { name: 'NotFoundError', status: '404', when: 'there is no such thing' },
  { name: 'ConflictError', status: '409', when: 'it contradicts what is there' },
  { name: 'ValidationError', status: '422', when: 'the input is not valid' },
  { name: 'RateLimitError', status: '429', when: 'there were too many requests' },
  { name: 'ServerError', status: '5xx', when: 'the service is at fault' },
]

/** The class of a status as the document writes it: `404`, `5XX`, `default`. That of all answers of failure for any other. */
export const errorClass = (status: string): string => classOf(status)?.name ?? 'ApiError'

/** What such a status means by itself; undefined where it means nothing more than failure. */
export const errorMeaning = (status: string): string | undefined => classOf(status)?.when ?? OTHERS.get(status)

const classOf = (status: string): ErrorClass | undefined =>
  ERROR_CLASSES.find((one) => one.status === status) ??
  ERROR_CLASSES.find((one) => /^[45]/.test(status) && one.status === `${status.charAt(0)}xx`)

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['400', 'the request is not one that the service understands'],
  ['405', 'the path does not take this method'],
  ['406', 'the service cannot answer in a media type that the request accepts'],
  ['410', 'it is there no more'],
  ['412', 'what the request supposes does not hold'],
  ['413', 'the request is too large'],
  ['415', 'the service does not take this media type'],
])
