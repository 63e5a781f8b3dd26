/** A component whose enums are open. */
export interface OpenComponent {
  readonly type: string
  /** Whether it has an enum itself. */
  readonly holdsEnum: boolean
  /** The components that its type names. */
  readonly refersTo: readonly string[]
}

/**
 * The components that have to be declared, each with its type; undefined for one without an enum, itself or in what it
 * refers to, which is as the wire types have it.
 * @param asked those that other types name.
 */
export function openTypes(
  asked: readonly string[],
  read: (component: string) => OpenComponent,
): Map<string, string | undefined> {
  const components = new Map<string, OpenComponent>()
  const reached = new Set(asked)
  for (const component of reached) {
    const found = read(component)
    components.set(component, found)
    for (const other of found.refersTo) reached.add(other)
  }
  const holding = new Set([...components].flatMap(([component, { holdsEnum }]) => (holdsEnum ? [component] : [])))
  for (let size = -1; size < holding.size; ) {
    size = holding.size
    for (const [component, { refersTo }] of components) {
      if (refersTo.some((other) => holding.has(other))) holding.add(component)
    }
  }
  const types = new Map<string, string | undefined>()
  const declared = new Set(asked)
  for (const component of declared) {
    const found = holding.has(component) ? components.get(component) : undefined
    types.set(component, found?.type)
    for (const other of found?.refersTo ?? []) declared.add(other)
  }
  return types
}
