import { parseError } from './errors.js'
import { parsed } from './json.js'
import { RawRequest } from './raw-request.js'

/**
 * A request that is answered item by item: what it gives is iterated once, `for await (const item of request)`. Who stops
 * early ends the answer.
 */
export abstract class StreamRequest<Item, Input = never> extends RawRequest<AsyncIterable<Item>, Input> {
  protected abstract items(response: Response): AsyncIterable<Item>

  protected async opened(response: Response): Promise<AsyncIterable<Item>> {
    return this.items(response)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this
  }

  /** The text of an answer, cut at the separator. */
  protected async *pieces(response: Response, separator: RegExp | string): AsyncGenerator<string, void, undefined> {
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for (let over = !reader; !over; ) {
        const { done, value } = (await reader?.read().catch((cause: unknown) => {
          throw this.broken(response, cause)
        })) ?? { done: true, value: undefined }
        over = done
        rest += decoder.decode(value, { stream: !done })
        const pieces = rest.split(separator)
        rest = pieces.pop() ?? ''
        yield* pieces
      }
      yield rest
    } finally {
      await reader?.cancel().catch(() => {})
    }
  }
}

/** An event of a stream of `text/event-stream`. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerSentEvent {
  /** `message` where the service does not name it. */
  readonly event: string
  readonly data: string
  /** Of the last event that had one. */
  readonly id?: string
  /** After how many milliseconds to ask again, where the service says so. */
  readonly retry?: number
}

/** A request that is answered with events. */
export class EventsRequest<Item = ServerSentEvent, Input = never> extends StreamRequest<Item, Input> {
  protected async *items(response: Response): AsyncGenerator<Item, void, undefined> {
    let [event, id, retry]: (string | undefined)[] = []
    let data: string[] = []
    for await (const line of this.pieces(response, /\r?\n|\r(?=[^\n])/)) {
      const [, name = '', value = ''] = /^\uFEFF?([^:]*)(?::\x20?(.*))?$/s.exec(line) ?? []
      if (line !== '') {
        if (name === 'data') data.push(value)
        else if (name === 'event') event = value
        else if (name === 'id' && !value.includes('\0')) id = value
        else if (name === 'retry' && /^\d+$/.test(value)) retry = value
        continue
      }
      if (data.length > 0) {
        const made: ServerSentEvent = {
          event: event || 'message',
          data: data.join('\n'),
          ...(id !== undefined && { id }),
          ...(retry !== undefined && { retry: Number(retry) }),
        }
        yield made as Item // as the document describes its events
      }
      data = []
      event = retry = undefined
    }
  }
}

/** A request that is answered with a JSON value a line, or, in `application/json-seq`, one behind each separator. */
export class JsonLinesRequest<Item, Input = never> extends StreamRequest<Item, Input> {
  protected async *items(response: Response): AsyncGenerator<Item, void, undefined> {
    const isSequence = /json-seq/.test(response.headers.get('content-type') ?? '')
    for await (const line of this.pieces(response, isSequence ? '\u001e' : /\r?\n/)) {
      if (line.trim() === '') continue
      const item = parsed(line)
      if (item === undefined) throw parseError('JSON in a line of the answer', this.attempt(response, line))
      yield item as Item
    }
  }
}
