import { type SourceFile, SyntaxKind } from 'ts-morph'
import { FILTER_KINDS, type FilterKind, type Model } from '../model/types.js'
import type { Open } from './edits.js'
import { blockLines, unionLines } from './layout.js'
import { objectKey, propertyName, stringLiteral } from './literals.js'
import { relationshipsName } from './resource.js'
import type { Render } from './templates.js'

const TAKES = ['value', 'list', 'flag'] as const
/** Up to this many rows a page, its size is a union of literals; beyond, any number. */
const LARGEST_UNION = 100

/** What the runtime and the type layer know of the API: its resources, and the dialect of its queries. */
export function apiFile(model: Model, render: Render, open: Open): SourceFile {
  const file = open(
    'api.ts',
    render('sdk/api', {
      matchers: FILTER_KINDS.map((kind) => ({ kind, takes: matcherLines(model, kind) })),
      pageSize: pageSizeLines(model),
      members: descriptionLines(model),
    }),
  )
  file
    .getInterfaceOrThrow('Resources')
    .addMembers(model.resources.map(({ type, name }) => `${propertyName(type)}: ${name}Shape`))
  const entries = model.resources.map((resource) => `  ${objectKey(resource.type)}: ${relationshipsName(resource)},\n`)
  file
    .getVariableDeclarationOrThrow('description')
    .getInitializerIfKindOrThrow(SyntaxKind.ObjectLiteralExpression)
    .getPropertyOrThrow('resources')
    .asKindOrThrow(SyntaxKind.PropertyAssignment)
    .getInitializerIfKindOrThrow(SyntaxKind.ObjectLiteralExpression)
    // It indents what it is given.
    .replaceWithText(entries.length > 0 ? `{\n${entries.join('')}}` : '{}')
  return file
}

function matcherLines(model: Model, kind: FilterKind): string[] {
  const matchers = model.dialect.filter?.matchers ?? []
  return TAKES.flatMap((takes) => {
    const names = matchers.filter((matcher) => matcher.takes === takes && matcher.for.includes(kind))
    const members = names.map(({ name }) => stringLiteral(name))
    return unionLines(`${takes}:`, members.length > 0 ? members : ['never'], 4)
  })
}

function pageSizeLines({ dialect }: Model): string[] {
  const { maxSize } = dialect.page ?? {}
  if (maxSize === undefined || maxSize > LARGEST_UNION) return ['export type PageSize = number']
  const sizes = Array.from({ length: maxSize }, (_, index) => String(index + 1))
  return unionLines('export type PageSize =', sizes, 0)
}

function descriptionLines({ api, dialect }: Model): string[] {
  const [server] = api.servers
  const { filter, page } = dialect
  const filterMembers = filter && [
    `parameter: ${stringLiteral(filter.parameter)},`,
    ...(filter.or === null ? [] : [`or: ${stringLiteral(filter.or)},`]),
    ...(filter.through === null ? [] : [`through: ${stringLiteral(filter.through)},`]),
    `list: ${stringLiteral(filter.list)},`,
  ]
  return [
    ...(server ? [`baseUrl: ${stringLiteral(server.url)},`] : []),
    `mediaType: ${stringLiteral(api.mediaType)},`,
    ...(filterMembers ? [...blockLines('filter:', filterMembers, '{}').slice(0, -1), '},'] : []),
    ...(page ? [`page: { number: ${stringLiteral(page.number)}, size: ${stringLiteral(page.size)} },`] : []),
  ]
}
