/** Selectors of operations: `path:/roles/**`, `tag:roles`, `operationId:list*`, `method:GET`, `deprecated`. */

/** What a selector looks at. */
export interface Selectable {
  readonly path: string
  readonly method: string
  readonly tags: readonly string[]
  readonly operationId: string | undefined
  readonly deprecated: boolean
}

const VALUES: Readonly<Record<string, (operation: Selectable) => readonly string[]>> = {
  path: ({ path }) => [path],
  tag: ({ tags }) => tags,
  operationId: ({ operationId }) => (operationId === undefined ? [] : [operationId]),
  method: ({ method }) => [method, method.toLowerCase()],
}

/** `tag:roles` as `tag` and `roles`. */
function parted(text: string): { by: string; pattern: string } {
  const colon = text.indexOf(':')
  return { by: text.slice(0, Math.max(0, colon)), pattern: text.slice(colon + 1) }
}

export function isSelector(text: string): boolean {
  const { by, pattern } = parted(text)
  return text === 'deprecated' || (Object.hasOwn(VALUES, by) && pattern !== '')
}

/** Makes of a selector what tells whether it matches an operation; of what is none, what matches nothing. */
export function matcher(text: string): (operation: Selectable) => boolean {
  if (text === 'deprecated') return ({ deprecated }) => deprecated
  const { by, pattern } = parted(text)
  const values = Object.hasOwn(VALUES, by) ? VALUES[by] : undefined
  const glob = globOf(pattern)
  return (operation) => values?.(operation).some((value) => glob.test(value)) ?? false
}

/** What of the same kind the operations have, for advice. */
export function alike(text: string, operations: readonly Selectable[]): { pattern: string; values: string[] } {
  const { by, pattern } = parted(text)
  const values = Object.hasOwn(VALUES, by) ? VALUES[by] : undefined
  return { pattern, values: [...new Set(operations.flatMap((operation) => values?.(operation) ?? []))] }
}

/** `*` stands for anything but a slash, `**` for anything, all else for itself: paths have braces of their own. */
function globOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\*+)/)
    .map((part) =>
      part === '*' ? '[^/]*' : part.startsWith('**') ? '.*' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    )
  return new RegExp(`^${source.join('')}$`, 's')
}
