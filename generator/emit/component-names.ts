/** The names by which emitted types refer to components of the document. */
export interface ComponentNames {
  /** The name of a component: the same each time, and no other's. */
  of(component: string): string
  /** The components that were given one so far. */
  all(): string[]
}

/** Types of the language that emitted types are made of. */
const GLOBALS = ['Date', 'NoInfer', 'Omit', 'Pick', 'Record', 'Required']

/** @param taken the names of all other types that the emitted files have or import. */
export function componentNames(taken: readonly string[]): ComponentNames {
  const names = new Map<string, string>()
  return {
    of(component) {
      const known = names.get(component)
      if (known !== undefined) return known
      const used = new Set([...GLOBALS, ...taken, ...names.values()])
      let name = component.replace(/[^\p{ID_Continue}$]+(.)?/gu, (_, next = '') => next.toUpperCase())
      name = /^[\p{ID_Start}$_]/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : `_${name}`
      while (used.has(name)) name += 'Schema'
      names.set(component, name)
      return name
    },
    all: () => [...names.keys()],
  }
}
