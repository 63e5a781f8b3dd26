import type { Model, Operation, OperationKind, Resource } from '../model/types.js'
import { type Group, groups, kebabCase, ownOperations } from './groups.js'
import { methodOf, operationsOf } from './lookup.js'
import { slug } from './markdown.js'

/** The folder of the pages on the client. */
export const CLIENT = 'client'

/** Where a page is, relative to the folder of the reference: `roles/permissions.md`. */
type Path = string

/** A folder of the reference: a resource's pages, or those of operations that share an accessor. */
export interface Section {
  readonly resource: Resource | undefined
  /** Of the request builder; empty for the operations that the client has itself. */
  readonly accessor: string
  readonly index: Path
  readonly operations: readonly (readonly [Operation, Path])[]
}

/** Which page is about what. */
export interface Site {
  readonly sections: readonly Section[]
  /** By JSON:API type, the pages that describe the resource objects. */
  readonly objects: ReadonlyMap<string, Path>
  /** How most operations are authorized. */
  readonly usualSecurity: Operation['security']
}

/** The pages of the reference, in the order of the document. */
export function site(model: Model): Site {
  const builders: Pick<Group, 'accessor' | 'resource' | 'operations'>[] = groups(model)
  const own = ownOperations(model)
  const all = own.length > 0 ? [...builders, { accessor: '', resource: undefined, operations: own }] : builders
  const nameOf = (accessor: string): string => accessor || 'operations'
  const folder = slugs(
    all.map(({ accessor }) => nameOf(accessor)),
    ['index', 'map', 'changelog', CLIENT],
  )
  const sections = all.map(({ accessor, resource, operations }) => {
    const base = folder(nameOf(accessor))
    const page = slugs(operations.map(methodOf), ['index', 'object'])
    return {
      resource,
      accessor,
      index: `${base}/index.md`,
      object: `${base}/object.md`,
      operations: inOrder(
        operations.map((operation) => [operation, `${base}/${page(methodOf(operation))}.md`] as const),
      ),
    }
  })
  const objects = sections.flatMap(({ resource, object }) => (resource ? [[resource.type, object] as const] : []))
  return { sections, objects: new Map(objects), usualSecurity: usualSecurity(model) }
}

function usualSecurity(model: Model): Operation['security'] {
  const counts = new Map<string, { readonly security: Operation['security']; count: number }>()
  for (const { security } of operationsOf(model)) {
    const key = JSON.stringify(security)
    const known = counts.get(key)
    counts.set(key, { security, count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)[0]?.security ?? []
}

const ORDER: readonly OperationKind[] = ['create', 'list', 'retrieve', 'update', 'delete', 'related', 'relationship']

/** What is done with a resource itself first, then what is related, then everything else, in the document's order. */
function inOrder<P extends readonly [Operation, Path]>(pages: readonly P[]): P[] {
  const rank = ([{ kind }]: P): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)
  return [...pages].sort((a, b) => rank(a) - rank(b))
}

/** The page with the picture of the whole API. */
export const MAP = 'map.md'

/** Whether there is a picture to be drawn: resources that are related. */
export const hasMap = ({ resources }: Model): boolean =>
  resources.some(({ type, relationships }) => relationships.some(({ types }) => types.some((one) => one !== type)))

/** A page's address on the site. */
export const address = (path: Path): string => `/${path.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')}`

/** How a page of the reference refers to another. */
export function relative(from: Path, to: Path): string {
  const [folder = '', ...deeper] = to.split('/')
  const here = from.includes('/') ? from.split('/')[0] : undefined
  if (here === undefined) return to
  return here === folder && deeper.length > 0 ? deeper.join('/') : `../${to}`
}

/**
 * Gives each name a slug of its own; two names may differ only in what a slug leaves out. Which slug a name has is the
 * same in whatever order they come, so that links from elsewhere keep working.
 */
function slugs(names: readonly string[], taken: readonly string[]): (name: string) => string {
  const given = new Set(taken)
  const own = new Map<string, string>()
  for (const name of [...new Set(names)].sort()) {
    const base = slug(kebabCase(name))
    let free = base
    for (let count = 2; given.has(free); count += 1) free = `${base}-${count}`
    given.add(free)
    own.set(name, free)
  }
  return (name) => own.get(name) ?? slug(kebabCase(name))
}
