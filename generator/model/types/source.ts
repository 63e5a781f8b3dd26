/** Where a fact comes from. The first of the four that speaks wins. */
export interface Source {
  readonly by: 'config' | 'extension' | 'declared' | 'inferred'
  /** The JSON pointer of the place in the bundled document that says so. */
  readonly pointer: string
  /** For an inference: from what. */
  readonly reason?: string
}
