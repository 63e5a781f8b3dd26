/** The front matter of a guide: what it may say, and what is wrong with it. */
import * as v from 'valibot'
import { positionsIn } from '../document/lines.js'
import { parse } from '../document/parse.js'
import { offsetOf, SyntaxFault } from '../document/placed.js'
import { suggest } from '../document/suggest.js'
import type { Place, Problem } from '../problems.js'
import { type FrontMatter, PLACES } from './types.js'

export interface Front {
  readonly said: FrontMatter
  /** The YAML between the lines of hyphens; empty where there is none. */
  readonly yaml: string
  /** Where the guide's own text begins. */
  readonly end: number
  readonly problems: readonly Problem[]
  /** The place of a key, or the beginning of the guide. */
  place(key?: string): Place
}

const OPENING = /^---[ \t]*\n/
const CLOSING = /^---[ \t]*(?:\n|$)/m

const text = v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('it is empty')))
const entries = {
  title: text,
  description: text,
  section: text,
  order: v.optional(v.number()),
  place: v.optional(v.picklist(PLACES)),
}
const schema = v.object(entries)

/** The keys that VitePress reads, which are left to it. https://vitepress.dev/reference/frontmatter-config */
const OF_VITEPRESS: ReadonlySet<string> = new Set([
  ...['titleTemplate', 'head', 'lastUpdated', 'layout', 'hero', 'features', 'navbar', 'sidebar', 'aside', 'outline'],
  ...['pageClass', 'editLink', 'footer', 'prev', 'next', 'isHome', 'search'],
])

/** Reads the front matter of a guide. @param source its text, whose lines end with `\n`. */
export async function readFrontMatter(file: string, source: string): Promise<Front> {
  const positionOf = positionsIn(source)
  const at = (offset: number): Place => ({ file, ...positionOf(offset) })
  const start = OPENING.exec(source)?.[0].length
  if (start === undefined) return { said: {}, yaml: '', end: 0, problems: [], place: () => at(0) }
  const closing = CLOSING.exec(source.slice(start))
  const fail = (problem: Pick<Problem, 'code' | 'message'> & { advice: string }, offset = 0): Front => ({
    ...{ said: {}, yaml: '', end: source.length, place: () => at(0) },
    problems: [{ severity: 'error', ...problem, places: [at(offset)] }],
  })
  if (!closing) {
    return fail({
      code: 'syntax',
      message: `The front matter of ${file} does not end.`,
      advice: 'End it with a line of three hyphens. Where the first line is to be a rule, write it as ***.',
    })
  }
  const yaml = source.slice(start, start + closing.index)
  try {
    const { value, place } = await parse(yaml, false)
    if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
      return fail(
        {
          code: 'wrong-front-matter',
          message: `The front matter of ${file} is no mapping.`,
          advice: 'Write a key and a value on each line: title: Authorization',
        },
        start,
      )
    }
    const placed = (key: string, on: 'key' | 'value' = 'key'): Place =>
      at(start + offsetOf(place(), `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, on))
    return {
      ...checked(value ?? {}, placed),
      yaml,
      end: start + closing.index + closing[0].length,
      place: (key) => (key === undefined ? at(0) : placed(key)),
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return fail(
      {
        code: 'syntax',
        message: `The front matter of ${file} is not well-formed YAML: ${error.message}.`,
        advice: 'Mend it: quote texts that hold ": " or " #" or begin with a special character, and say each key once.',
      },
      start + error.offset,
    )
  }
}

function checked(
  value: object,
  place: (key: string, on?: 'key' | 'value') => Place,
): { readonly said: FrontMatter; readonly problems: Problem[] } {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(entries, key) && !OF_VITEPRESS.has(key))
  const warnings = unknown.map((key): Problem => {
    const near = suggest(key, [...Object.keys(entries), ...OF_VITEPRESS])
    return {
      severity: 'warning',
      code: 'front-matter-unknown-key',
      message: `The front matter says ${key}, which nothing reads.`,
      advice: near
        ? `Did you mean ${near}?`
        : `Remove it. What is read is ${Object.keys(entries).join(', ')}, and the keys of VitePress.`,
      places: [place(key)],
    }
  })
  const result = v.safeParse(schema, value)
  if (result.success) return { said: result.output, problems: warnings }
  const errors = result.issues.map(({ path = [], message }): Problem => {
    const key = String(path[0]?.key)
    return {
      severity: 'error',
      code: 'wrong-front-matter',
      message: `${key} is wrong: ${message}.`,
      advice: ADVICE[key] ?? 'Write a text; one that is a number or a date needs quotes.',
      places: [place(key, 'value')],
    }
  })
  return { said: {}, problems: [...errors, ...warnings] }
}

const ADVICE: Readonly<Record<string, string>> = {
  order: 'Write a number: the guides of a section are in the order of theirs.',
  place: `Write one of ${PLACES.join(', ')}.`,
}
