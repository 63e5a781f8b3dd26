import type { Guide, Guides } from '../guides/types.js'
import { link, plain } from './markdown.js'

/** The sections of guides for the first page: a heading, and each guide with what it is about. */
export const guideLists = ({ sections }: Guides): { title: string; guides: string[] }[] =>
  sections.map(({ title, guides }) => ({
    title: plain(title),
    guides: guides.map((guide) => `${link(plain(guide.title), guide.path)}${about(guide)}`),
  }))

const about = ({ description }: Guide): string => (description === '' ? '' : `: ${plain(description)}`)
