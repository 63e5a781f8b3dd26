import type { Body, BodyContent } from './body.js'
import { isObject } from './description.js'
import { scalar } from './filters.js'
import { pairs } from './pairs.js'
import { entries, inJson, isPlain, type Style } from './styles.js'
import { Typed } from './typed.js'

/** Makes a body of what is given; undefined for nothing. */
export type BodyMaker = (body: unknown, mediaType: string) => Body

/** Text or bytes, as they are. Of a range of media types such as `image/*`, a blob says which it is of. */
export const raw: BodyMaker = (body, mediaType) => {
  if (body === undefined) return () => undefined
  const own = body instanceof Blob && body.type
  const named = mediaType.includes('*') ? own || 'application/octet-stream' : mediaType
  return () => ({ content: body as BodyContent, mediaType: named })
}

/**
 * `application/x-www-form-urlencoded`: lists item by item, objects as JSON.
 * https://spec.openapis.org/oas/v3.1.1#support-for-x-www-form-urlencoded-request-bodies
 *
 * @param styles of properties that are written in another way.
 */
export function urlEncoded(body: unknown, styles: Readonly<Record<string, Style>> = {}): Body {
  if (body instanceof URLSearchParams) return () => ({ content: body })
  if (!isObject(body)) return () => undefined
  const content = entries(body)
    .flatMap(([name, value]) => (Object.hasOwn(styles, name) ? (styles[name] ?? field) : field)(name, value))
    .join('&')
  return () => ({ content, mediaType: 'application/x-www-form-urlencoded' })
}

const field: Style = (name, value) =>
  [value].flat().flatMap((one) => (isPlain(one) ? inJson(name, one) : pairs(name, one)))

/**
 * `multipart/form-data` and other kinds of parts: lists item by item, blobs and buffers as files, objects as JSON. Made
 * by hand, for a `FormData` cannot say what its fields are.
 * https://spec.openapis.org/oas/v3.1.1#special-considerations-for-multipart-content
 *
 * @param contentTypes of properties, where the document names them.
 */
export function multipart(body: unknown, mediaType: string, contentTypes: Readonly<Record<string, string>> = {}): Body {
  if (body instanceof FormData) return () => ({ content: body })
  if (!isObject(body)) return () => undefined
  const boundary = crypto.randomUUID()
  const parts = entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => {
      if (one === undefined || one === null) return []
      const isFile = one instanceof Blob || one instanceof ArrayBuffer || ArrayBuffer.isView(one)
      const own = one instanceof Blob ? one.type : ''
      const usual = isFile ? own || 'application/octet-stream' : isPlain(one) ? 'application/json' : ''
      const stated = Object.hasOwn(contentTypes, name) ? (contentTypes[name] ?? '') : ''
      const type = stated !== '' && !/[*,]/.test(stated) ? stated : usual
      const file = isFile ? `; filename="${quoted(one instanceof File ? one.name : name)}"` : ''
      const head = [
        `--${boundary}`,
        `Content-Disposition: form-data; name="${quoted(name)}"${file}`,
        ...(type === '' ? [] : [`Content-Type: ${type}`]),
      ]
      return [`${head.join('\r\n')}\r\n\r\n`, isFile ? (one as Blob | ArrayBuffer) : scalar(one), '\r\n']
    }),
  )
  const content = new Blob([...parts, `--${boundary}--\r\n`])
  return () => ({ content, mediaType: `${mediaType}; boundary=${boundary}` })
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
const quoted = (name: string): string =>
  name.replace(/["\r\n]/g, (char) => ({ '"': '%22', '\r': '%0D', '\n': '%0A' })[char] ?? '')

/** A body in one of several media types, the first of which is the usual one. */
export function ofSeveral(body: unknown, makers: Readonly<Record<string, BodyMaker>>): Body {
  const [[usual, make] = ['', raw]] = Object.entries(makers)
  if (!(body instanceof Typed)) return make(body, usual)
  const { mediaType, content }: Typed<string, unknown> = body
  return (Object.hasOwn(makers, mediaType) ? (makers[mediaType] ?? raw) : raw)(content, mediaType)
}
