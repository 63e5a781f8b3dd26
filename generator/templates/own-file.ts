import type { Found } from '../walk.js'

/** A file of the user's. */
export type OwnFile = Found

/** The text of a file, whose lines end with `\n`. */
export const textOf = ({ bytes }: OwnFile): string => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')

/** The name of a template: `docs/operation`. */
export const nameOf = ({ name }: OwnFile): string => name.replace(/\.hbs$/, '')
