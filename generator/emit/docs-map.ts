import type { Model, Relationship, Resource } from '../model/types.js'
import { relative } from './docs-site.js'
import { type Page, typeLink, words } from './docs-words.js'
import { findResource, once } from './lookup.js'
import { fence, frontMatter, table } from './markdown.js'
import { enumerated } from './prose.js'

/** One relationship, or several between the same two types, as an arrow of a picture. */
interface Arrow {
  readonly from: string
  readonly to: string
  readonly names: readonly string[]
  /** Whether one of them leads to many. */
  readonly many: boolean
}

/** A resource among those that it is related to. */
export interface Neighbours {
  /** In Mermaid's language. */
  readonly picture: string
  /** The same as sentences, with the links: code hosts show the picture where a link cannot lead to another page. */
  readonly words: readonly string[]
}

/** @returns undefined where the resource is related to none. */
export function neighboursOf(page: Page, resource: Resource): Neighbours | undefined {
  const own = arrowsOf(resource)
  // One that leads back along a relationship of its own adds nothing to the picture.
  const known = new Set(own.map(({ to }) => to))
  const back = (arrowsTo(page.model).get(resource.type) ?? []).filter(
    ({ from }) => from !== resource.type && !known.has(from),
  )
  if (own.length + back.length === 0) return undefined
  const named = (types: readonly string[]): string => enumerated(types.map((type) => typeLink(page, type, 'many')))
  return {
    picture: drawn(page, [...own, ...back], resource.type),
    words: [
      ...(own.length > 0 ? [`It leads to ${named(own.map(({ to }) => to))}.`] : []),
      ...(back.length > 0 ? [`What leads to it: ${named(back.map(({ from }) => from))}.`] : []),
    ],
  }
}

/** The page with the picture of the whole API: the picture, and in words what each resource leads to. */
export function mapView(page: Page): object {
  const { model } = page
  const all = related(model)
  const drawable = legible(all)
  const shown = all.filter(({ from, to }) => drawable.has(from) && drawable.has(to))
  const named = (type: string): string => typeLink(page, type, 'many')
  return {
    head: frontMatter({ title: 'Map of the resources', description: 'Which resources are related, and how.' }),
    intro:
      shown.length === all.length
        ? 'Which resources are related. Each is a link to its page.'
        : `Which resources are related. Each is a link to its page. The picture has the ${drawable.size} that are related to the most others, the table has all.`,
    map: drawn(page, shown),
    resources: table(
      ['Resource', 'Leads to'],
      model.resources
        .map((resource) => [resource.type, [...new Set(arrowsOf(resource).map(({ to }) => to))]] as const)
        .filter(([, targets]) => targets.length > 0)
        .map(([type, targets]) => [named(type), targets.map(named).join(', ')]),
    ),
  }
}

/** Which resources are related, each pair once. */
function related(model: Model): Arrow[] {
  const pairs = new Map<string, Arrow>()
  for (const arrow of model.resources.flatMap(arrowsOf)) {
    const key = JSON.stringify([arrow.from, arrow.to].sort())
    if (arrow.from !== arrow.to && !pairs.has(key)) pairs.set(key, { ...arrow, names: [], many: false })
  }
  return [...pairs.values()]
}

/** How many arrows can still be followed in a picture. */
const ARROWS = 40

/** The types that are related to the most others, as many as there can be in one picture. */
function legible(arrows: readonly Arrow[]): ReadonlySet<string> {
  const degrees = new Map<string, number>()
  for (const type of arrows.flatMap(({ from, to }) => [from, to])) degrees.set(type, (degrees.get(type) ?? 0) + 1)
  const types = new Set<string>()
  for (const [type] of [...degrees].sort(([, a], [, b]) => b - a)) {
    types.add(type)
    if (arrows.filter(({ from, to }) => types.has(from) && types.has(to)).length <= ARROWS) continue
    types.delete(type)
    break
  }
  return types
}

/** By type, the arrows that lead there. */
const arrowsTo = once(({ resources }) => {
  const found = new Map<string, Arrow[]>()
  for (const arrow of resources.flatMap(arrowsOf)) found.set(arrow.to, [...(found.get(arrow.to) ?? []), arrow])
  return found
})

function arrowsOf({ type, relationships }: Resource): Arrow[] {
  const found = new Map<string, Relationship[]>()
  for (const one of relationships) {
    for (const target of one.types) found.set(target, [...(found.get(target) ?? []), one])
  }
  return [...found].map(([to, all]) => ({
    ...{ from: type, to },
    names: all.map(({ name }) => name),
    many: all.some(({ cardinality }) => cardinality === 'many'),
  }))
}

/** How many names an arrow bears. */
const SHOWN = 3

/** @param centre the type that the picture is of. */
function drawn({ model, site, path }: Page, arrows: readonly Arrow[], centre?: string): string {
  if (arrows.length === 0) return ''
  const types = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))]
  const node = (type: string): string => `n${types.indexOf(type)}`
  const lines = [
    // What is related to one stands beside it; a whole has more room downwards.
    `flowchart ${centre === undefined ? 'TB' : 'LR'}`,
    ...types.map((type) => {
      const resource = findResource(model, type)
      return `  ${node(type)}["${text(resource?.label.many ?? type)}"]`
    }),
    ...arrows.map(({ from, to, names, many }) => {
      const telling = names.filter((name) => names.length > 1 || !isNameOf(model, to, name))
      const label = [...telling.slice(0, SHOWN), ...(telling.length > SHOWN ? ['…'] : [])].map(text).join(', ')
      // A thick one leads to many.
      return `  ${node(from)} ${many ? '==>' : '-->'}${label ? `|"${label}"|` : ''} ${node(to)}`
    }),
    ...types.flatMap((type) => {
      const object = site.objects.get(type)
      return object && type !== centre ? [`  click ${node(type)} href "${relative(path, object)}"`] : []
    }),
    ...(centre === undefined ? [] : [`  style ${node(centre)} stroke-width:3px`]),
  ]
  return fence('mermaid', lines.join('\n'))
}

/** Whether a relationship is called like the resource that it leads to, so that its arrow need not say it. */
function isNameOf(model: Model, type: string, name: string): boolean {
  const { one = '', many = '' } = findResource(model, type)?.label ?? {}
  return [type, one, many].some((label) => words(label) === words(name))
}

/** A label: whatever is no letter, digit or harmless sign is written as Mermaid's character reference. */
const text = (label: string): string =>
  label.replace(/[^\p{L}\p{N} _.,…-]/gu, (char) => `#${char.codePointAt(0)};`).replace(/\s+/g, ' ')
