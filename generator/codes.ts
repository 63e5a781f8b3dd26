/** The codes of all problems. `PROBLEMS.md` has a paragraph on each; `openapi-resources explain <code>` prints it. */

/** What looks wrong in guides. */
export const GUIDE_WARNINGS = ['front-matter-unknown-key', 'guide-link-broken'] as const

/** What looks wrong; the SDK is generated all the same. */
export const WARNINGS = [
  ...GUIDE_WARNINGS,
  'body-not-sendable',
  'cardinality-contradiction',
  'cardinality-unknown',
  'extension-not-used',
  'field-clash',
  'fields-open',
  'ignore-not-used',
  'included-not-sent',
  'linkage-type-contradiction',
  'linkage-type-inferred',
  'linkage-type-unknown',
  'method-not-sendable',
  'no-query-parameters',
  'operation-id-doubled',
  'path-parameter-not-declared',
  'path-without-slash',
  'query-list-repeated',
  'query-parameter-unread',
  'query-style-missing',
  'request-contradiction',
  'request-not-declared',
  'resource-type-inferred',
  'resource-type-unknown',
  'response-not-declared',
  'response-unknown',
  'shape-mended',
  'unmatched-action',
  'unmatched-selector',
  'written-type-contradiction',
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
  'guide-clash',
  'http-error',
  'invalid-config',
  'missing-file',
  'name-clash',
  'no-guides-folder',
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
  'wrong-front-matter',
  'wrong-overlay',
  'wrong-shape',
  'wrong-version',
] as const

export type WarningCode = (typeof WARNINGS)[number]
export type ErrorCode = (typeof ERRORS)[number]
export type Code = WarningCode | ErrorCode
