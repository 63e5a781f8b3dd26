import type { Model, Relationship, Resource } from '../model/types.js'
import { address, type Site } from './docs-site.js'
import { findResource, once } from './lookup.js'
import { fence } from './markdown.js'

/** One relationship, or several between the same two types, as an arrow of a picture. */
interface Arrow {
  readonly from: string
  readonly to: string
  readonly names: readonly string[]
  /** Whether one of them leads to many. */
  readonly many: boolean
}

/** A resource among those that it is related to, in Mermaid's language; empty where it is related to none. */
export function neighboursOf(model: Model, site: Site, resource: Resource): string {
  const own = arrowsOf(resource)
  // One that leads back along a relationship of its own adds nothing to the picture.
  const known = new Set(own.map(({ to }) => to))
  const back = (arrowsTo(model).get(resource.type) ?? []).filter(
    ({ from }) => from !== resource.type && !known.has(from),
  )
  return drawn(model, site, [...own, ...back], resource.type)
}

/** All resources of the API, and which are related; empty where none are. */
export function mapOf(model: Model, site: Site): string {
  const pairs = new Map<string, Arrow>()
  for (const arrow of model.resources.flatMap(arrowsOf)) {
    const key = JSON.stringify([arrow.from, arrow.to].sort())
    if (arrow.from !== arrow.to && !pairs.has(key)) pairs.set(key, { ...arrow, names: [] })
  }
  return drawn(model, site, [...pairs.values()])
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
function drawn(model: Model, site: Site, arrows: readonly Arrow[], centre?: string): string {
  if (arrows.length === 0) return ''
  const types = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))]
  const node = (type: string): string => `n${types.indexOf(type)}`
  const lines = [
    'flowchart LR',
    ...types.map((type) => {
      const resource = findResource(model, type)
      return `  ${node(type)}["${text(resource?.label.many ?? type)}"]`
    }),
    ...arrows.map(({ from, to, names, many }) => {
      const label = [...names.slice(0, SHOWN), ...(names.length > SHOWN ? ['…'] : [])].map(text).join(', ')
      // A thick one leads to many.
      return `  ${node(from)} ${many && label ? '==>' : '-->'}${label ? `|"${label}"|` : ''} ${node(to)}`
    }),
    ...types.flatMap((type) => {
      const page = site.objects.get(type)
      return page && type !== centre ? [`  click ${node(type)} href "${address(page)}"`] : []
    }),
    ...(centre === undefined ? [] : [`  style ${node(centre)} stroke-width:3px`]),
  ]
  return fence('mermaid', lines.join('\n'))
}

/** A label: whatever is no letter, digit or harmless sign is written as Mermaid's character reference. */
const text = (label: string): string =>
  label.replace(/[^\p{L}\p{N} _.,…-]/gu, (char) => `#${char.codePointAt(0)};`).replace(/\s+/g, ' ')
