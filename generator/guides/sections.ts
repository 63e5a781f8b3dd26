/** Under which heading each guide stands, and in which order. */
import type { Problem } from '../problems.js'
import type { Draft } from './guide.js'
import { type GuideSection, PLACES } from './types.js'

/** Where a guide stands that does not say. */
const SECTION = 'Guides'
const PLACE = 'before-client'

type Sections = readonly (Omit<GuideSection, 'guides'> & { readonly guides: readonly Draft[] })[]

/**
 * The sections by place, then in the order of their first guides; those that say no order come last, and what is equal
 * goes by name.
 */
export function sectionsOf(drafts: readonly Draft[]): { sections: Sections; problems: Problem[] } {
  const titles = new Map<string, Draft[]>()
  for (const draft of [...drafts].sort((a, b) => orderOf(a) - orderOf(b) || byText(a.slugged, b.slugged))) {
    const title = draft.front.said.section ?? SECTION
    titles.set(title, [...(titles.get(title) ?? []), draft])
  }
  const problems: Problem[] = []
  const sections = Array.from(titles, ([title, guides]) => {
    const placed = guides.filter(({ front }) => front.said.place !== undefined)
    const place = placed[0]?.front.said.place
    const other = placed.find(({ front }) => front.said.place !== place)
    if (placed[0] && other) problems.push(contradiction(title, placed[0], other))
    return { title, place: place === undefined || place === 'home' ? PLACE : place, guides } as const
  })
  const first = ({ guides }: Sections[number]): number => orderOf(guides[0])
  const rank = ({ place }: Sections[number]): number => PLACES.indexOf(place)
  sections.sort((a, b) => rank(a) - rank(b) || first(a) - first(b) || byText(a.title, b.title))
  return { sections, problems }
}

const orderOf = (draft: Draft | undefined): number => draft?.front.said.order ?? Number.MAX_VALUE

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const contradiction = (title: string, one: Draft, other: Draft): Problem => ({
  severity: 'error',
  code: 'wrong-front-matter',
  message: `The section ${title} cannot stand in two places: ${one.front.said.place} and ${other.front.said.place}.`,
  advice: 'Let one guide of a section say its place, or give the others a section of their own.',
  places: [one.front.place('place'), other.front.place('place')],
})
