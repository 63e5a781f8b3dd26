import type { SourceFile } from 'ts-morph'
import { FILTER_KINDS, type FilterKind, type Model } from '../model/types.js'
import { apiKeyNames, descriptionLines } from './description.js'
import type { Open } from './edits.js'
import { unionLines } from './layout.js'
import { propertyName, stringLiteral } from './literals.js'
import { pageQueryLines, pageSizeLines } from './pages.js'
import { serverUrlLines, serverVariablesLines } from './servers.js'
import type { Render } from './templates.js'

const TAKES = ['value', 'list', 'flag'] as const

/** What the runtime and the type layer know of the API: its resources, the dialect of its queries, where it is. */
export function apiFile(model: Model, render: Render, open: Open): SourceFile {
  const { api, dialect } = model
  const file = open(
    'api.ts',
    render('sdk/api', {
      matchers: FILTER_KINDS.map((kind) => ({ kind, takes: matcherLines(model, kind) })),
      pageSize: pageSizeLines(model),
      pageQuery: pageQueryLines(dialect.page),
      serverVariables: serverVariablesLines(api),
      serverUrl: serverUrlLines(api),
      apiKeyScheme: unionLines('export type ApiKeyScheme =', literals(apiKeyNames(api)), 0),
      members: descriptionLines(model),
    }),
  )
  file
    .getInterfaceOrThrow('Resources')
    .addMembers(model.resources.map(({ type, name }) => `${propertyName(type)}: ${name}Shape`))
  return file
}

function matcherLines(model: Model, kind: FilterKind): string[] {
  const matchers = model.dialect.filter?.matchers ?? []
  return TAKES.flatMap((takes) => {
    const names = matchers.filter((matcher) => matcher.takes === takes && matcher.for.includes(kind))
    return unionLines(`${takes}:`, literals(names.map(({ name }) => name)), 4)
  })
}

/** The members of a union of these strings. */
const literals = (names: readonly string[]): string[] => (names.length > 0 ? names.map(stringLiteral) : ['never'])
