/** Filters of the form `operator(field,value)`, where the description of the parameter lists what each field allows. */
import type { ExpressionField, ExpressionOperator, FilterExpression, Source } from './types.js'

/** What one `filter` says of itself. */
export interface FilterProse {
  readonly description: string | undefined
  readonly example: unknown
  readonly source: Source
}

/** What all the examples of the document show together. */
export interface ExpressionHabits {
  /** The quotes around texts, of several the one that most have; absent where no example has one. */
  readonly quote: string | undefined
  /** Operators whose examples take a list, or the field alone. */
  readonly lists: ReadonlySet<string>
  readonly alone: ReadonlySet<string>
}

/** A call with at least the name of a field. */
const CALL = /([\w-]+)\(\s*([\w.$-]+)\s*(?:,\s*([^()]*))?\)/g

/** Reads the examples; undefined where none is an expression of this form. */
export function expressionHabits(filters: readonly FilterProse[]): ExpressionHabits | undefined {
  const calls = filters.flatMap(({ example }) => (typeof example === 'string' ? [...example.matchAll(CALL)] : []))
  if (calls.length === 0) return undefined
  const values = calls.map(([, operator = '', , value = '']) => ({ operator, value }))
  const quoted = (quote: string): number => values.filter(({ value }) => value.includes(quote)).length
  const [single, double] = [quoted("'"), quoted('"')]
  const most = (isSo: (value: string) => boolean): Set<string> => {
    const names = new Set(values.map(({ operator }) => operator))
    return new Set(
      [...names].filter((name) => {
        const own = values.filter(({ operator }) => operator === name)
        return own.filter(({ value }) => isSo(value)).length * 2 > own.length
      }),
    )
  }
  return {
    quote: single + double === 0 ? undefined : single >= double ? "'" : '"',
    lists: most((value) => value.startsWith('[')),
    alone: most((value) => value === ''),
  }
}

/**
 * What a filter may be made of; null where its description lists no fields with their operators, or nothing shows how
 * they are written.
 */
export function filterExpression(
  { description = '', source }: FilterProse,
  habits: ExpressionHabits | undefined,
): FilterExpression | null {
  if (!habits?.quote) return null
  const fields = description.split(/<br\s*\/?>|\r?\n/i).flatMap((line) => fieldOf(line, habits))
  return fields.length === 0 ? null : { fields, quote: habits.quote, source }
}

/** `` `created_at`: `less-than`, `greater-than` ``, in a list or not. */
const LISTED = /^\s*(?:[-*+]\s+)?`([^`\s]+)`\s*(?::|=|–|—|-)\s*((?:`[\w-]+`[\s,|]*(?:or\s+|and\s+)?)+)\.?\s*$/

function fieldOf(line: string, habits: ExpressionHabits): ExpressionField[] {
  const [, name, listed = ''] = LISTED.exec(line) ?? []
  if (name === undefined) return []
  const operators = [...listed.matchAll(/`([\w-]+)`/g)].map(([, operator = '']) => ({
    name: operator,
    takes: takes(operator, habits),
  }))
  return [{ name, operators }]
}

/** What the examples show of an operator is believed before what its name says. */
function takes(operator: string, { lists, alone }: ExpressionHabits): ExpressionOperator['takes'] {
  if (alone.has(operator)) return 'nothing'
  // An example of `equals` may show a list, because the field is one; `any` never takes less.
  if (/(^|[-_])(any|in|all|anyOf|oneOf)$/i.test(operator)) return 'list'
  if (/^(has|exists|is-?null|not-?null|present|blank)$/i.test(operator)) return 'nothing'
  return lists.has(operator) && !/^(eq|equals)$/i.test(operator) ? 'list' : 'value'
}
