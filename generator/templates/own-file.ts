/** A file of the user's. */
export interface OwnFile {
  /** Relative to the folder of the templates, with `/`. */
  readonly name: string
  /** As a person names it. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** The text of a file, whose lines end with `\n`. */
export const textOf = ({ bytes }: OwnFile): string => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')

/** The name of a template: `docs/operation`. */
export const nameOf = ({ name }: OwnFile): string => name.replace(/\.hbs$/, '')
