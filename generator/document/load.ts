import { InputError, ordered, type Problem, throwErrors } from '../problems.js'
import { addressOf, isUrl, referredAddress, sameOrigin, shownName } from './address.js'
import { bundle } from './bundle.js'
import { openapiObject, wrongPaths } from './check.js'
import { openapi } from './openapi-grammar.js'
import { applyOverlays } from './overlay.js'
import { step } from './pointer.js'
import { type Selection, select } from './select.js'
import { checkShapes } from './shapes.js'
import { type Failure, hasFailed, type Source } from './source.js'
import { Sources } from './sources.js'
import { isSwagger, upgrade } from './swagger.js'
import { swagger } from './swagger-grammar.js'
import type { Document } from './types.js'

export interface LoadOptions extends Selection {
  readonly cwd: string
  /** Overlay documents, applied in this order: paths relative to `cwd`, or http(s) URLs. */
  readonly overlays?: readonly string[] | undefined
  /** Headers for the document and what it refers to, where that stands at the same origin. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Reads an OpenAPI 3 or Swagger 2.0 document, JSON or YAML, applies overlays to it, reads the files that its `$ref`s lead to, and makes
 * one document of them. https://spec.openapis.org/oas/v3.1.1#openapi-description-structure
 *
 * @param spec A path relative to `cwd`, or a http(s) URL; where it is not given, what the first overlay `extends`.
 * @throws InputError with all that is wrong with it: it cannot be read, is not well-formed, not OpenAPI, has no
 *   paths, or has references that lead nowhere; or an overlay is wrong.
 */
export async function load(spec: string | undefined, options: LoadOptions): Promise<Document> {
  const { cwd, overlays = [], headers } = options
  const named = spec ?? overlays[0] ?? ''
  // Where an overlay says which document it is for, that is not yet known: then it is asked for without the headers.
  const first = spec === undefined ? await readFirst(new Sources(named, cwd, ''), named, cwd) : undefined
  const source = spec ?? (first && extended(first))
  if (source === undefined) throw noSpec()
  const address = addressOf(source, cwd)
  const trusted = first === undefined || !isUrl(first.address) || sameOrigin(first.address, address)
  const sources = new Sources(named, cwd, address, trusted ? headers : {})
  const read = await readFirst(sources, source, cwd)
  const overlaid = await Promise.all(overlays.map((overlay) => readFirst(sources, overlay, cwd)))

  const { source: root, problems: warnings } =
    overlaid.length > 0 ? await applyOverlays(read, overlaid) : { source: read, problems: [] }
  throwErrors(warnings)
  sources.put(root.address, root)
  const value = openapiObject(root)
  const isOld = isSwagger(value)
  const grammar = isOld ? swagger : openapi
  const { root: bundled, homes, problems } = await bundle(root, value, grammar, sources)
  const place: Document['locate'] = (pointer, on) => {
    const origin = homes.origin(pointer)
    return origin.source.place(origin.pointer, on)
  }
  const name = spec ?? root.name
  const found = [
    ...warnings,
    ...wrongPaths(bundled, name, place),
    ...problems,
    ...checkShapes(bundled, grammar, name, place),
  ]
  throwErrors(found)
  const upgraded = isOld ? upgrade(bundled, root.address) : undefined
  const taken = select(upgraded?.root ?? bundled, root, options)
  found.push(...taken.problems)
  throwErrors(found)
  return {
    name,
    sources: sources.digests(),
    version: String(value.openapi ?? value.swagger),
    problems: ordered(found),
    root: taken.root,
    locate(pointer, on) {
      const before = taken.moves.from(pointer)
      return place(upgraded?.moves.from(before) ?? before, on)
    },
  }
}

/** @throws InputError where it cannot be read. */
async function readFirst(sources: Sources, named: string, cwd: string): Promise<Source> {
  const address = addressOf(named, cwd)
  const loaded = await sources.load(address)
  if (!hasFailed(loaded)) return loaded
  throw new InputError([unreadable(loaded, shownName(address, named, cwd))])
}

function unreadable({ failed, place }: Failure, file: string): Problem {
  return { severity: 'error', ...failed, places: [place ?? { file }] }
}

/** The document that an overlay is made for. https://spec.openapis.org/overlay/v1.1.0.html#fixed-fields */
function extended(overlay: Source): string | undefined {
  const named = step(overlay.value, 'extends')
  return typeof named === 'string' ? referredAddress(overlay.address, named) : undefined
}

function noSpec(): InputError {
  return new InputError([
    {
      severity: 'error',
      code: 'no-spec',
      message: 'No OpenAPI document is named.',
      advice: 'Name one, or let the first overlay say which one it extends.',
      places: [],
    },
  ])
}
