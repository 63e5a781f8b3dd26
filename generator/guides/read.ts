/** From the folder of the guides to what is taken into the site. */
import { InputError, type Problem } from '../problems.js'
import type { Found } from '../walk.js'
import { type FolderOptions, readFolder } from './folder.js'
import type { Draft } from './guide.js'
import { type Guides, NO_GUIDES } from './types.js'

/** Reads the guides of an API. Never throws for what is wrong with them: that is among their problems. */
export async function readGuides(options: FolderOptions): Promise<Guides> {
  try {
    const found = await readFolder(options)
    return found.length === 0 ? NO_GUIDES : await guidesOf(found)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { ...NO_GUIDES, problems: error.problems }
  }
}

const isGuide = ({ name }: Found): boolean => /\.md$/i.test(name)

/** What is in the folder, as the site has it. */
export async function guidesOf(found: readonly Found[]): Promise<Guides> {
  const [{ draftOf, guideOf }, { sectionsOf }] = await Promise.all([import('./guide.js'), import('./sections.js')])
  const drafts = await Promise.all(found.filter(isGuide).map(draftOf))
  const assets = found.filter((one) => !isGuide(one)).map(({ file, name, bytes }) => ({ file, path: name, bytes }))
  const moved = new Map([
    ...assets.map(({ path }) => [path, path] as const),
    ...drafts.map(({ name, path }) => [name, path] as const),
  ])
  const { sections, problems } = sectionsOf(drafts.filter(({ isHome }) => !isHome))
  const made = (draft: Draft) => guideOf(draft, moved)
  const home = drafts.find(({ isHome }) => isHome)
  return {
    home: home && made(home),
    sections: sections.map((section) => ({ ...section, guides: section.guides.map(made) })),
    assets,
    problems: [...drafts.flatMap(({ front }) => front.problems), ...problems, ...homeless(drafts), ...clashes(drafts)],
  }
}

/** What the guide of the first page says in vain. */
const homeless = (drafts: readonly Draft[]): Problem[] =>
  drafts
    .filter(({ isHome }) => isHome)
    .flatMap(({ front }) =>
      (['section', 'order'] as const)
        .filter((key) => front.said[key] !== undefined)
        .map((key) => ({
          severity: 'error',
          code: 'wrong-front-matter',
          message: `The guide of the first page stands in no section, and takes no ${key}.`,
          advice: `Remove ${key}, or place: home.`,
          places: [front.place(key)],
        })),
    )

/** Guides for the same page. */
function clashes(drafts: readonly Draft[]): Problem[] {
  const taken = new Map<string, Draft>()
  return drafts.flatMap((draft): Problem[] => {
    const other = taken.get(draft.path)
    taken.set(draft.path, other ?? draft)
    if (!other) return []
    return [
      {
        severity: 'error',
        code: 'guide-clash',
        message: `${other.file} and ${draft.file} would both be the page ${draft.path}.`,
        advice: draft.isHome
          ? 'Let one guide alone have place: home.'
          : 'Rename one of them: in paths, capitals are small letters, and all but letters and digits are hyphens.',
        places: [other.front.place(), draft.front.place()],
      },
    ]
  })
}
