import { type Group, isBreaking, type Section, sections } from '../diff/group.js'
import type { Release, Subject } from '../diff/types.js'
import { plainText, says, sentence, subjectWords, type Words, why } from '../diff/words.js'
import type { Model } from '../model/types.js'
import { relative, type Site } from './docs-site.js'
import { titleOf } from './docs-words.js'
import { code, frontMatter, link, plain } from './markdown.js'

/** The page of what changed from version to version. */
export const CHANGELOG = 'changelog.md'

/** So many operations of which the same is so are named. */
const SHOWN = 3

/** @param history the newest first. */
export function changelogView(model: Model, site: Site, history: readonly Release[]): object {
  const named = names(history)
  return {
    head: frontMatter({ title: 'Changelog', description: `What changed in ${model.api.title}, version by version.` }),
    releases: history.map((release, index) => {
      const name = plain(named[index] ?? '')
      return {
        title: `Version ${name}`,
        intro: introOf(release),
        parts: sections(release.changes).map(([section, groups]) => ({
          // With the version, so that no two headings of the page are the same.
          title: `${TITLES[section]} in ${name}`,
          items: groups.flatMap((group) => itemOf(model, site, section, group)),
        })),
      }
    }),
  }
}

const TITLES: Readonly<Record<Section, string>> = {
  breaking: 'Breaks',
  perhaps: 'May break',
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  deprecated: 'Deprecated',
}

/**
 * `1.0.0`. Of several with the same version the later ones are counted, from the oldest, so that the name of a
 * section, and with it its anchor, stays what it is when newer ones come.
 */
function names(history: readonly Release[]): string[] {
  const counts = new Map<string, number>()
  return history
    .toReversed()
    .map(({ version }) => {
      const count = (counts.get(version) ?? 0) + 1
      counts.set(version, count)
      return `${version.trim() || 'unnamed'}${count > 1 ? ` (${count})` : ''}`
    })
    .reverse()
}

function introOf({ version, since, changes }: Release): string {
  const former = since === version ? 'what it was before' : `version ${plain(since.trim() || 'unnamed')}`
  if (changes.length === 0) return `Compared with ${former}, nothing has changed but words.`
  const breaking = changes.filter(isBreaking).length
  const perhaps = changes.filter(({ breaks }) => breaks === 'perhaps').length
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`
  const broken = [
    ...(breaking > 0 ? [`${breaking} of which ${breaking === 1 ? 'breaks' : 'break'} what used it`] : []),
    ...(perhaps > 0 ? [`${perhaps} of which may break what used it`] : []),
  ]
  return `Compared with ${former}: ${count}, ${broken.join(', ') || 'nothing that breaks'}.`
}

/** A line of a list, and beneath it what came or went with it. */
function itemOf(model: Model, site: Site, section: Section, { change, others, within }: Group): string[] {
  const reason = why(change)
  const subjects = [change.subject, ...others.map(({ subject }) => subject)] as const
  // That it was added need not be said under `Added`.
  const isSaid = plainText(says(change)) === section
  const said = isSaid ? subjectText(model, site, subjects) : markdown(sentence(change, others, SHOWN), site)
  return [
    `- ${said}${reason ? `. ${reason}` : ''}`,
    ...within.flatMap(({ subject }) =>
      subject.of === 'operation' ? [`  - ${requestText(model, site, subject)}`] : [],
    ),
  ]
}

/** What came or went. */
function subjectText(model: Model, site: Site, [first, ...others]: readonly [Subject, ...Subject[]]): string {
  return first.of === 'operation' && others.length === 0
    ? requestText(model, site, first)
    : markdown(subjectWords([first, ...others], SHOWN), site)
}

/** An operation, with its title where it is there today. */
function requestText(
  model: Model,
  site: Site,
  { method, path }: { readonly method: string; readonly path: string },
): string {
  const [operation, page] = operationAt(site, { method, path }) ?? []
  const sent = code(`${method} ${path}`)
  return operation && page ? `${sent}: ${link(plain(titleOf(model, operation)), relative(CHANGELOG, page))}` : sent
}

const markdown = (words: Words, site: Site): string =>
  words
    .map((part) => {
      if (typeof part === 'string') return part
      const page = part.subject && pageOf(site, part.subject)
      return page ? link(code(part.code), relative(CHANGELOG, page)) : code(part.code)
    })
    .join('')

/** Where a subject is described today; undefined for what is there no more. */
function pageOf(site: Site, subject: Subject): string | undefined {
  switch (subject.of) {
    case 'api':
      return undefined
    case 'resource':
      return site.sections.find(({ resource }) => resource?.type === subject.type)?.index
    case 'field': {
      const resource = site.sections.find((section) => section.resource?.type === subject.type)?.resource
      const fields = [...(resource?.attributes ?? []), ...(resource?.relationships ?? [])]
      // Of what is in an attribute, that is told with it.
      const isOf = (name: string): boolean => subject.name.replace(/^(.+?)(\[\]|\.).*$/, '$1') === name
      const isThere = subject.name === 'id' || fields.some(({ name }) => name === subject.name || isOf(name))
      return isThere ? site.objects.get(subject.type) : undefined
    }
    case 'operation':
    case 'part':
      return operationAt(site, subject)?.[1]
  }
}

const operationAt = ({ sections }: Site, { method, path }: { readonly method: string; readonly path: string }) =>
  sections
    .flatMap(({ operations }) => operations)
    .find(([operation]) => operation.method === method && operation.path === path)
