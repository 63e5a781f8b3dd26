import { own } from './description.js'

/** Fills the variables of a server's URL in with what is given for them. */
export type Variables = (template: string, given: object | undefined) => string

type Values = Readonly<Record<string, string | undefined>>

/**
 * The variables of an API's servers. https://spec.openapis.org/oas/v3.1.1#server-variable-object
 *
 * @param usual their values by default; a variable without any value stays as it is.
 */
export const variables =
  (usual: Values): Variables =>
  (template, given) => {
    const values: Values = { ...given }
    return template.replace(/\{([^{}]+)\}/g, (text, name) => own(values, name) ?? own(usual, name) ?? text)
  }
