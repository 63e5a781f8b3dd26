/** JSON as a value, each of its values replaced by what the function gives for it; undefined where it is no JSON. */
export function parsed(json: string, replace?: (name: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(json, replace)
  } catch {
    return undefined
  }
}
