/** What a filter filters by, and how: read from its name, by what the other names of the document are. */

/** What filters are called in many APIs: where one stands once, that is enough. */
const USUAL = new Set(
  'eq ne neq not gt gte ge lt lte le lteq gteq in nin not_in not_eq exact iexact contains icontains cont i_cont like ilike startswith istartswith start starts_with endswith iendswith end ends_with regex iregex matches match search null isnull is_null not_null present blank exists between range from to min max before after since until any all overlap date year month day true false equals notequals greater less prefix postfix suffix fuzzy operator value'.split(
    ' ',
  ),
)

/** What stands between the last two words of a name; those of the second row join the words of one name as well. */
const JOINTS = ['__', '.', ':', '~', '_', '-'] as const
const LOOSE: ReadonlySet<string> = new Set(['_', '-'])
/** Between brackets. */
const BRACKETS = ']['

interface Reading {
  readonly field: string
  readonly joint: string
  readonly operator: string
}

/** Reads a way to a filter, `created_at` and `gt`, or `created_at__gt` alone. */
export type ReadFilter = (path: readonly string[]) => { readonly field: string; readonly operator?: string }

/**
 * The reader of a document's filters. A word is an operator where it follows several things that can be filtered by, or
 * one where operators of that name are usual.
 *
 * @param paths every filter that the document declares.
 * @param fields the attributes and relationships of its resources.
 */
export function filterReader(paths: readonly (readonly string[])[], fields: ReadonlySet<string>): ReadFilter {
  const bare = new Set(paths.map((path) => path.join('.')))
  const isKnown = (field: string): boolean => bare.has(field) || fields.has(field) || fields.has(lastWord(field))
  const followed = new Map<string, Set<string>>()
  for (const path of paths) {
    for (const { field, joint, operator } of readings(path)) {
      if (!isKnown(field)) continue
      const key = `${joint} ${operator}`
      followed.set(key, (followed.get(key) ?? new Set()).add(field))
    }
  }
  return (path) => {
    const whole = path.join('.')
    if (fields.has(whole)) return { field: whole }
    const found = readings(path).find(({ field, joint, operator }) => {
      if (!isKnown(field)) return false
      const isUsual = USUAL.has(operator.toLowerCase().replaceAll('-', '_'))
      if (LOOSE.has(joint) || fields.has(operator)) return isUsual
      return isUsual || (followed.get(`${joint} ${operator}`)?.size ?? 0) > 1
    })
    return found ? { field: found.field, operator: found.operator } : { field: whole }
  }
}

/** The ways to take the last word for an operator; the surest first, and of a loose joint the longest operator. */
function readings(path: readonly string[]): Reading[] {
  const last = path.at(-1) ?? ''
  const before = path.slice(0, -1)
  const nested = before.length > 0 ? [{ field: before.join('.'), joint: BRACKETS, operator: last }] : []
  return [
    ...nested,
    ...JOINTS.flatMap((joint) => {
      const words = last.split(joint)
      const cuts = LOOSE.has(joint) ? words.slice(1).map((_, index) => index + 1) : [words.length - 1]
      return cuts.flatMap((cut): Reading[] => {
        const field = words.slice(0, cut).join(joint)
        const operator = words.slice(cut).join(joint)
        return field === '' || operator === '' ? [] : [{ field: [...before, field].join('.'), joint, operator }]
      })
    }),
  ]
}

/** `name` of `author.name`, `author__name` and `author/name`. */
const lastWord = (field: string): string => field.split(/\.|__|\//).at(-1) ?? field
