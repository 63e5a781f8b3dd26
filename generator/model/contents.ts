/** What bodies and answers that are no JSON:API documents are made of. https://spec.openapis.org/oas/v3.1.1#media-type-object */
import { join, step } from '../document/pointer.js'
import type { Context } from './context.js'
import { describe, exampleOf, firstExample, typeName } from './describe.js'
import type { Content, Endpoint } from './endpoints.js'
import { styleOf } from './parameters.js'
import { isObject, itemsOf, layersOf, member } from './schema.js'
import type { Answer, AnswerContent, BodyContent, Encoding, Value } from './types.js'
import { propertiesOf, valueAt } from './values.js'

/** The media types of a body, the usual one first; undefined where it has none. */
export function bodyContents(
  context: Context,
  { content: usual, contents }: NonNullable<Endpoint['body']>,
): readonly [BodyContent, ...BodyContent[]] | undefined {
  if (!usual) return undefined
  const others = contents.filter(({ mediaType }) => mediaType !== usual.mediaType)
  return [bodyContent(context, usual), ...others.map((content) => bodyContent(context, content))]
}

function bodyContent(context: Context, content: Content): BodyContent {
  const { mediaType, schema } = content
  const essence = essenceOf(mediaType)
  const format =
    essence === 'application/x-www-form-urlencoded'
      ? 'form'
      : essence.startsWith('multipart/')
        ? 'multipart'
        : wholeFormat(context, content)
  const encoding = format === 'form' || format === 'multipart' ? encodings(context, content) : []
  const seen = { left: 'readOnly' } as const
  return {
    mediaType,
    format,
    schema: schema.pointer,
    encoding,
    properties: propertiesOf(context, layersOf(context, schema), seen),
    ...(format === 'json' && schema.value !== undefined ? { value: valueOfContent(context, content, seen) } : {}),
  }
}

/** https://spec.openapis.org/oas/v3.1.1#encoding-object */
function encodings(context: Context, { object, schema }: Content): Encoding[] {
  const view = layersOf(context, schema)
  return Object.entries(isObject(object.encoding) ? object.encoding : {}).flatMap(([name, encoding]): Encoding[] => {
    if (!isObject(encoding)) return []
    const { contentType } = encoding
    const isStyled = ['style', 'explode', 'allowReserved'].some((key) => encoding[key] !== undefined)
    const type = typeName(describe(context, member(context, view, name)).types)
    return [
      {
        name,
        type,
        ...(isStyled ? styleOf(encoding, 'query') : { style: 'text', explode: true, allowReserved: false }),
        ...(typeof contentType === 'string' ? { contentType } : {}),
      },
    ]
  })
}

/**
 * The answer of an operation whose documents are not JSON:API's: of its successful responses, all that are read in the
 * same way as the usual one.
 */
export function plainAnswer(context: Context, { answer, answers }: Endpoint, usual: Content): Answer {
  const first = answerContent(context, usual, answer.status)
  const others = answers.flatMap(({ status, content }) =>
    content && content !== usual ? [answerContent(context, content, status)] : [],
  )
  const isAlike = ({ format }: AnswerContent) => readAs(format) === readAs(first.format)
  return {
    kind: 'plain',
    contents: [first, ...others.filter(isAlike)],
    empty: answers.some(({ content }) => content === null),
    status: answer.status,
  }
}

/** JSON and text are told apart when they come. */
const readAs = (format: AnswerContent['format']): string => (format === 'text' ? 'json' : format)

function answerContent(context: Context, content: Content, status: number): AnswerContent {
  const { mediaType, schema, object } = content
  const essence = essenceOf(mediaType)
  const isEvents = essence === 'text/event-stream'
  if (!isEvents && !LINES.test(essence)) {
    const format = wholeFormat(context, content)
    const view = layersOf(context, schema)
    const seen = { left: 'writeOnly' } as const
    return {
      status,
      mediaType,
      format,
      ...(schema.value === undefined ? {} : { schema: schema.pointer }),
      properties: propertiesOf(context, [...view, ...itemsOf(context, view)], seen),
      ...(format === 'json' && schema.value !== undefined ? { value: valueOfContent(context, content, seen) } : {}),
    }
  }
  // Since OpenAPI 3.2 a stream says what its items are; before, its schema was that of an item, or of all of them.
  const place = schema.pointer.replace(/\/schema$/, '')
  const item =
    object.itemSchema === undefined
      ? isEvents
        ? undefined
        : schema
      : { value: object.itemSchema, pointer: join(place, 'itemSchema') }
  const list = item === schema ? layersOf(context, schema).find(({ object: { items } }) => isObject(items)) : undefined
  const view = item ? layersOf(context, item) : []
  const pointer = list ? join(list.pointer, 'items') : item?.value === undefined ? undefined : item.pointer
  return {
    status,
    mediaType,
    format: isEvents ? 'events' : 'lines',
    ...(pointer === undefined ? {} : { schema: pointer }),
    properties: propertiesOf(context, list ? itemsOf(context, view) : view, { left: 'writeOnly' }),
  }
}

const LINES = /^application\/(x-)?(json(l|lines|-lines|-seq)|ndjson|x-json-stream|stream\+json)$/
const TEXT = /^text\/|[/+](xml|yaml|x-yaml|javascript|graphql|csv|sql|toml)$/

function wholeFormat(context: Context, { mediaType, schema }: Content): 'json' | 'text' | 'binary' {
  const essence = essenceOf(mediaType)
  if (/[/+]json$/.test(essence)) return 'json'
  if (TEXT.test(essence)) return 'text'
  const isWritten = essence === '*/*' && schema.value !== undefined && !isBinary(context, schema)
  return isWritten ? 'json' : 'binary'
}

/** https://spec.openapis.org/oas/v3.0.4#considerations-for-file-uploads */
function isBinary(context: Context, schema: Content['schema']): boolean {
  const view = layersOf(context, schema)
  return (
    describe(context, view).format === 'binary' ||
    view.some(({ object }) => step(object, 'contentMediaType') !== undefined)
  )
}

/** What the whole of it may be; the example that stands beside the schema is believed before the schema's own. */
function valueOfContent(context: Context, { schema, object }: Content, seen: Parameters<typeof valueAt>[2]): Value {
  const value = valueAt(context, layersOf(context, schema), seen)
  const example = exampleOf(object.example, undefined) ?? firstExample(object.examples)
  return example === undefined ? value : { ...value, example }
}

/** A media type without its parameters. */
const essenceOf = (mediaType: string): string => (mediaType.split(';')[0] ?? '').trim().toLowerCase()
