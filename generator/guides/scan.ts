/** What there is in a Markdown text to be found again: links and headings. https://spec.commonmark.org/0.31.2/ */
import { parse, postprocess, preprocess } from 'micromark'

/** Where a link or a picture leads. */
export interface Destination {
  /** The offsets of its first character and of the one after its last. */
  readonly start: number
  readonly end: number
  readonly written: string
}

export interface Heading {
  readonly level: number
  /** Without markup. */
  readonly text: string
}

export interface Scan {
  readonly destinations: readonly Destination[]
  readonly headings: readonly Heading[]
  /** The values of `id` and `name` in HTML. */
  readonly ids: readonly string[]
}

/** What stands in these is no part of what a heading says. */
const NO_TEXT: ReadonlySet<string> = new Set(['resource', 'reference', 'image', 'htmlText'])
/** What a heading says. */
const SAID: ReadonlySet<string> = new Set(['data', 'codeTextData', 'characterEscapeValue', 'characterReference'])

const ATTRIBUTE = /(?<=\s)(href|src|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
const ESCAPED = /\\([!-/:-@[-`{-~])/g

export function scan(text: string): Scan {
  const destinations: Destination[] = []
  const headings: { level: number; text: string }[] = []
  const ids: string[] = []
  /** How many of `NO_TEXT` the token is in. */
  let depth = 0
  let heading: { level: number; text: string } | undefined
  let label = ''

  for (const [when, token] of postprocess(
    parse()
      .document()
      .write(preprocess()(text, undefined, true)),
  )) {
    const { type } = token
    const [start, end] = [token.start.offset, token.end.offset]
    const source = text.slice(start, end)
    if (when === 'exit') {
      if (NO_TEXT.has(type)) depth -= 1
      if (type === 'atxHeading' || type === 'setextHeading') heading = undefined
      continue
    }
    if (NO_TEXT.has(type)) depth += 1
    if (type === 'atxHeading' || type === 'setextHeading') {
      heading = { level: 1, text: '' }
      headings.push(heading)
    } else if (heading && type === 'atxHeadingSequence' && heading.text === '') heading.level = source.length
    else if (heading && type === 'setextHeadingLine') heading.level = source.startsWith('=') ? 1 : 2
    else if (heading && depth === 0 && SAID.has(type)) heading.text += source
    else if (heading && type === 'lineEnding') heading.text += '\n'

    if (type === 'definitionLabelString') label = source
    // A footnote looks like a definition.
    const leads = type === 'resourceDestinationString' || (type === 'definitionDestinationString' && label[0] !== '^')
    if (leads) destinations.push({ start, end, written: source.replace(ESCAPED, '$1') })
    if ((type === 'htmlFlow' || type === 'htmlText') && !source.startsWith('<!--')) {
      for (const { 0: whole, 1: name = '', 2: double, 3: single, index } of source.matchAll(ATTRIBUTE)) {
        const written = double ?? single ?? ''
        const from = start + index + whole.length - written.length - 1
        if (/^(id|name)$/i.test(name)) ids.push(written)
        else destinations.push({ start: from, end: from + written.length, written })
      }
    }
  }
  return { destinations, headings, ids }
}
