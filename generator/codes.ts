/** The codes of all problems. `PROBLEMS.md` has a paragraph on each; `openapi-resources explain <code>` prints it. */

/** What looks wrong; the SDK is generated all the same. */
export const WARNINGS = [
  'body-not-sendable',
  'cardinality-contradiction',
  'cardinality-unknown',
  'extension-not-used',
  'field-clash',
  'ignore-not-used',
  'linkage-type-contradiction',
  'linkage-type-inferred',
  'linkage-type-unknown',
  'method-not-sendable',
  'no-query-parameters',
  'operation-id-doubled',
  'path-parameter-not-declared',
  'query-list-repeated',
  'query-parameter-unread',
  'query-style-missing',
  'request-contradiction',
  'request-not-declared',
  'resource-type-inferred',
  'resource-type-unknown',
  'response-not-declared',
  'response-unknown',
  'unmatched-action',
  'unmatched-selector',
] as const

/** What is wrong; nothing is written. */
export const ERRORS = [
  'circular-ref',
  'config-not-found',
  'config-not-loaded',
  'empty-file',
  'extension-unknown-key',
  'extension-wrong-value',
  'fact-without-place',
  'http-error',
  'invalid-config',
  'missing-file',
  'name-clash',
  'no-operations',
  'no-paths',
  'no-spec',
  'not-a-file',
  'not-openapi',
  'not-ours',
  'not-writable',
  'overlay-exists',
  'page-without-cursor',
  'page-without-names',
  'syntax',
  'too-deep',
  'unknown-config-key',
  'unknown-field',
  'unreachable',
  'unreadable-file',
  'unresolved-ref',
  'unsafe-path',
  'unsupported-version',
  'wrong-overlay',
  'wrong-version',
] as const

export type WarningCode = (typeof WARNINGS)[number]
export type ErrorCode = (typeof ERRORS)[number]
export type Code = WarningCode | ErrorCode
