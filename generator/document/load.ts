import { InputError, type Problem } from '../problems.js'
import { addressOf, shownName } from './address.js'
import { bundle } from './bundle.js'
import { openapiObject, wrongPaths } from './check.js'
import { Sources } from './sources.js'
import type { Document } from './types.js'

/**
 * Reads an OpenAPI 3 document, JSON or YAML, and the files that its `$ref`s lead to, and makes one document of them.
 * https://spec.openapis.org/oas/v3.1.1#openapi-description-structure
 *
 * @param source A path relative to `cwd`, or a http(s) URL.
 * @throws InputError with all that is wrong with it: it cannot be read, is not well-formed, not OpenAPI 3, has no
 *   paths, or has references that lead nowhere.
 */
export async function load(source: string, options: { readonly cwd: string }): Promise<Document> {
  const sources = new Sources(source, options.cwd)
  const address = addressOf(source, options.cwd)
  const root = await sources.load(address)
  if ('failed' in root) {
    const place = root.place ?? { file: shownName(address, source, options.cwd), pointer: '', line: 1, column: 1 }
    throw new InputError([{ severity: 'error', ...root.failed, places: [place] }])
  }

  const { root: bundled, homes, problems } = await bundle(root, openapiObject(root), sources)
  const document: Document = {
    name: source,
    version: String(bundled.openapi),
    root: bundled,
    locate(pointer, on) {
      const origin = homes.origin(pointer)
      return origin.source.place(origin.pointer, on)
    },
  }
  const wrong = wrongPaths(document)
  const all = inOrder([...(wrong ? [wrong] : []), ...problems])
  if (all.length > 0) throw new InputError(all)
  return document
}

/** By file, in the order in which they were come upon, and line. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.places[0]?.file))]
  const key = ({ places: [place] }: Problem) =>
    [files.indexOf(place?.file), place?.line ?? 0, place?.column ?? 0] as const
  return problems.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
  })
}
