/** Where bytes are a `Blob`: in parts and in bodies that are bytes as a whole. JSON, text and forms carry texts alone. */
import { parse } from '../document/pointer.js'
import type { Json, JsonObject } from '../document/types.js'

/** What bytes are in TypeScript, in one place of the document: any of these. */
export type BytesAre = readonly ('string' | 'Blob')[]

/**
 * What bytes are, by the JSON pointer of their place: by the media type that it is in, and in a component by those of the
 * bodies that it is part of. A component of both has both.
 */
export function bytesOf(root: JsonObject): (pointer: string) => BytesAre {
  const [ofParts, ofTexts] = reached(root)
  return (pointer) => {
    const [first, second, component = '', ...rest] = parse(pointer)
    if (first === 'components' && second === 'schemas') {
      if (!ofParts.has(component)) return ['string']
      return ofTexts.has(component) ? ['string', 'Blob'] : ['Blob']
    }
    const path = [component, ...rest]
    const mediaType = path.find((_, index) => path[index - 1] === 'content')
    return mediaType !== undefined && holdsBytes(mediaType) ? ['Blob'] : ['string']
  }
}

/** Whether bytes stand in it as they are. */
const holdsBytes = (mediaType: string): boolean =>
  !/^text\/|json|xml|yaml|x-www-form-urlencoded|^\*\/\*/i.test(mediaType.trim())

/** The components that bodies with bytes are made of, and those that others are. */
function reached(root: JsonObject): readonly [ofParts: ReadonlySet<string>, ofTexts: ReadonlySet<string>] {
  const schemas = Object((root.components as JsonObject | undefined)?.schemas) as JsonObject
  const ofParts = new Set<string>()
  const ofTexts = new Set<string>()

  function reach(value: Json | undefined, into: Set<string>): void {
    if (typeof value !== 'object' || value === null) return
    const { $ref } = value as JsonObject
    const [, name] = typeof $ref === 'string' ? (/^#\/components\/schemas\/([^/]+)$/.exec($ref) ?? []) : []
    const [component] = name === undefined ? [] : parse(`/${decodeURIComponent(name)}`)
    if (component !== undefined && !into.has(component)) {
      into.add(component)
      reach(schemas[component], into)
    }
    for (const inner of Object.values(value)) reach(inner, into)
  }

  function search(value: Json | undefined): void {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'content') {
        for (const [mediaType, content] of Object.entries(Object(inner) as JsonObject))
          reach(content, holdsBytes(mediaType) ? ofParts : ofTexts)
      } else if (!SCHEMAS.has(key)) search(inner)
    }
  }
  search(root)
  return [ofParts, ofTexts]
}

/** What is no media type within, whatever it is called. */
const SCHEMAS: ReadonlySet<string> = new Set(['schema', 'schemas', 'example', 'examples'])
