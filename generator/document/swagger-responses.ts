import type { Moves } from './moves.js'
import { isObject, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { join } from './pointer.js'
import { parameterObject } from './swagger-parameters.js'

const JSON_TYPE = 'application/json'

/**
 * A response as one of OpenAPI 3.0, at another pointer. It is no reference. https://spec.openapis.org/oas/v2.0.html#response-object
 *
 * @param produces the media types of its body; where there are none, that of JSON, or of bytes for a file.
 */
export function responseObject(
  value: ParsedObject,
  from: string,
  to: string,
  produces: readonly string[],
  moves: Moves,
): ParsedObject {
  const { schema: body, examples, headers, ...made } = value
  moves.add(from, to)
  if (isObject(headers)) {
    const named = Object.entries(headers).map(([name, header]): [string, Parsed] => {
      const path = join('', 'headers', name)
      return [name, isObject(header) ? parameterObject(header, from + path, to + path, moves) : (header ?? null)]
    })
    put(made, 'headers', Object.fromEntries(named))
  }
  if (body === undefined && !isObject(examples)) return made
  const isFile = isObject(body) && body.format === 'binary'
  const types = produces.length > 0 ? produces : [isFile ? 'application/octet-stream' : JSON_TYPE]
  const content: ParsedObject = {}
  for (const mediaType of body === undefined ? Object.keys(examples ?? {}) : types) {
    const at = join(to, 'content', mediaType)
    moves.add(join(from, 'schema'), join(at, 'schema'))
    const example = isObject(examples) && Object.hasOwn(examples, mediaType) ? examples[mediaType] : undefined
    if (example !== undefined) moves.add(join(from, 'examples', mediaType), join(at, 'example'))
    put(content, mediaType, {
      ...(body !== undefined && { schema: body }),
      ...(example !== undefined && { example }),
    })
  }
  return { ...made, content }
}
