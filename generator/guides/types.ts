/** The guides of an API: its author's own Markdown, as it is taken into the site of the reference. */
import type { Place, Problem } from '../problems.js'

/** Where on the site a section of guides stands; `home` is the text of the first page. */
export const PLACES = ['home', 'before-client', 'before-reference', 'after-reference'] as const

export type GuidePlace = (typeof PLACES)[number]

/** What the front matter of a guide may say of it. */
export interface FrontMatter {
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** The heading in the sidebar that it stands under. */
  readonly section?: string | undefined
  /** Among the guides of its section, and of the section among others. */
  readonly order?: number | undefined
  readonly place?: GuidePlace | undefined
}

/** A link to something of the site. */
export interface Link {
  /** As it was written. */
  readonly written: string
  /** A path within the site, `roles/create.md`; it may lack the extension. Undefined where it leads out of the site. */
  readonly target: string | undefined
  /** Without the `#`; undefined where there is none. */
  readonly anchor: string | undefined
  readonly at: Place
}

export interface Guide {
  /** As it is shown to a person: `docs/guides/overview.md`. */
  readonly file: string
  /** Its path within the folder of the guides, with `/`. */
  readonly name: string
  /** Its path within the site. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** The page: front matter, heading and text, with links as they are on the site. */
  readonly text: string
  readonly links: readonly Link[]
}

/** Guides under one heading, in order. */
export interface GuideSection {
  readonly title: string
  readonly place: Exclude<GuidePlace, 'home'>
  readonly guides: readonly Guide[]
}

/** What else is in the folder of the guides: pictures and other files, which are copied as they are. */
export interface Asset {
  readonly file: string
  /** Its path within the folder and within the site. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Guides {
  /** Whose text the first page has. */
  readonly home: Guide | undefined
  readonly sections: readonly GuideSection[]
  readonly assets: readonly Asset[]
  /** What is wrong with them, errors and warnings. */
  readonly problems: readonly Problem[]
}

export const NO_GUIDES: Guides = { home: undefined, sections: [], assets: [], problems: [] }
