/** The document as the generator sees it: one bundled OpenAPI 3.0 or 3.1 description, and the way back to its files. */
import type { Place, Problem } from '../problems.js'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json | undefined
}

export interface Document {
  /** What the user named: a path as given, or a URL. */
  readonly name: string
  /** All that it was read from: by address, an absolute path or a URL, the SHA-256 of the bytes. */
  readonly sources: ReadonlyMap<string, string>
  /** The OpenAPI version that the document declares, `3.1.0`. */
  readonly version: string
  /** What looks wrong in it, or in what it was read with, as warnings. */
  readonly problems: readonly Problem[]
  /** The bundled document. Every `$ref` in it that is a reference leads to a place in it, and exists. Never modified. */
  readonly root: JsonObject
  /**
   * From a JSON pointer into `root` (`''` is the whole, `/paths/~1roles/get`) back to the file it was written in.
   * A pointer to nothing gives the nearest ancestor. `on: 'key'` gives the position of the property's name.
   */
  locate(pointer: string, on?: 'key' | 'value'): Place
}
