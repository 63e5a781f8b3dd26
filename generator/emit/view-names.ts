/** Which names templates use that are not in what they are given: Handlebars takes them for empty in the arguments of helpers. */
import Handlebars from 'handlebars'
import type { MissingName } from './template-error.js'

type Path = hbs.AST.PathExpression

/**
 * Follows a template through what it is given, and through the partials among `programs`, into every branch.
 *
 * @param programs the templates to be looked at, by name.
 */
export function missingNames(
  programs: ReadonlyMap<string, hbs.AST.Program>,
  template: string,
  view: object,
): MissingName[] {
  const found: MissingName[] = []
  const seen: string[] = []
  const follow = (name: string, value: unknown): void => {
    const program = programs.get(name)
    if (!program || seen.includes(name)) return
    seen.push(name)
    new Names(name, view, value, found, follow).accept(program)
    seen.pop()
  }
  follow(template, view)
  return found
}

/** What is only known when it is rendered. */
const UNKNOWN = Symbol('unknown')

const isPath = (node: hbs.AST.Node): node is Path => node.type === 'PathExpression'
const isSub = (node: hbs.AST.Node): node is hbs.AST.SubExpression => node.type === 'SubExpression'

/** The helpers that there are, of Handlebars itself. */
export const HELPERS: ReadonlySet<string> = new Set(['each', 'if', 'log', 'lookup', 'unless', 'with'])

class Names extends Handlebars.Visitor {
  /** What names are looked up in, from the innermost block outwards. */
  private contexts: readonly unknown[]
  private blockParams: ReadonlyMap<string, unknown> = new Map()

  constructor(
    private readonly template: string,
    private readonly root: object,
    value: unknown,
    private readonly found: MissingName[],
    private readonly follow: (partial: string, value: unknown) => void,
  ) {
    super()
    this.contexts = [value]
  }

  override MustacheStatement({ path, params, hash }: hbs.AST.MustacheStatement): void {
    if (isPath(path)) this.call(path, params, hash)
  }

  override BlockStatement({ path, params, hash, program, inverse }: hbs.AST.BlockStatement): void {
    const name = isPath(path) ? path.original : ''
    const value = HELPERS.has(name) ? this.argument(params) : isPath(path) ? this.call(path, params, hash) : UNKNOWN
    if (HELPERS.has(name)) this.all(params, hash)
    if (name === 'if' || name === 'unless') this.accept(program)
    else this.within(name === 'each' || Array.isArray(value) ? itemOf(value) : value, program)
    // Handlebars leaves it out where there is none.
    if (inverse as unknown) this.accept(inverse)
  }

  override PartialStatement({ name, params, hash }: hbs.AST.PartialStatement): void {
    this.partial(name, params, hash)
  }

  override PartialBlockStatement({ name, params, hash, program }: hbs.AST.PartialBlockStatement): void {
    this.partial(name, params, hash)
    this.accept(program)
  }

  /** An inline partial: where it is used is known when it is rendered. */
  override DecoratorBlock(): void {}

  private partial(name: Path | hbs.AST.SubExpression, params: hbs.AST.Expression[], hash?: hbs.AST.Hash): void {
    this.all(params, hash)
    const value = params.length > 0 ? this.argument(params) : this.contexts[0]
    const pairs = hash?.pairs.map(({ key }) => [key, UNKNOWN] as const) ?? []
    if (isSub(name)) this.all([name])
    else if (pairs.length === 0) this.follow(name.original, value)
    else if (isObject(value)) this.follow(name.original, { ...value, ...Object.fromEntries(pairs) })
  }

  /** A value, or a helper with its arguments. */
  private call(path: Path, params: readonly hbs.AST.Expression[], hash?: hbs.AST.Hash): unknown {
    this.all(params, hash)
    if (HELPERS.has(path.original)) return UNKNOWN
    if (params.length === 0 && !hash) return this.resolve(path)
    this.miss(path, path.original, [...HELPERS], true)
    return UNKNOWN
  }

  private all(params: readonly hbs.AST.Expression[], hash?: hbs.AST.Hash): void {
    for (const one of [...params, ...(hash?.pairs.map(({ value }) => value) ?? [])]) {
      if (isPath(one)) this.resolve(one)
      else if (isSub(one) && isPath(one.path)) this.call(one.path, one.params, one.hash)
    }
  }

  /** The value of the first argument; whether its names are there is asked elsewhere. */
  private argument([first]: readonly hbs.AST.Expression[]): unknown {
    return first && isPath(first) ? this.lookUp(first, () => {}) : UNKNOWN
  }

  private resolve(path: Path): unknown {
    return this.lookUp(path, (name, value) => this.miss(path, name, isObject(value) ? Object.keys(value) : undefined))
  }

  private lookUp(path: Path, missing: (name: string, value: unknown) => void): unknown {
    const [first = '', ...rest] = path.parts
    if (path.data && first !== 'root') return UNKNOWN
    const isParam = !path.data && path.depth === 0 && this.blockParams.has(first)
    let value = path.data ? this.root : isParam ? this.blockParams.get(first) : this.outwards(path.depth)
    for (const part of path.data || isParam ? rest : path.parts) {
      // What is undefined is so on this page, and may be an object on another.
      if (value === UNKNOWN || value === undefined) return UNKNOWN
      if (!isObject(value) || !Object.hasOwn(value, part)) {
        missing(part, value)
        return UNKNOWN
      }
      value = Reflect.get(value, part)
    }
    return value
  }

  /** Beyond the outermost block there are no names. */
  private outwards(depth: number): unknown {
    return depth < this.contexts.length ? this.contexts[depth] : {}
  }

  private within(value: unknown, program: hbs.AST.Program): void {
    const { contexts, blockParams } = this
    this.contexts = value === contexts[0] ? contexts : [value, ...contexts]
    const names = program.blockParams ?? []
    this.blockParams = new Map([
      ...blockParams,
      ...names.map((name, at) => [name, at === 0 ? value : UNKNOWN] as const),
    ])
    this.accept(program)
    this.contexts = contexts
    this.blockParams = blockParams
  }

  private miss({ loc }: Path, name: string, names: readonly string[] | undefined, helper = false): void {
    const { line, column } = loc.start
    this.found.push({ template: this.template, name, helper, line, column: column + 1, names })
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** What a block sees of a list, as far as the list has anything. */
const itemOf = (value: unknown): unknown => (isObject(value) ? (Object.values(value)[0] ?? UNKNOWN) : UNKNOWN)
