import type { Release } from '../diff/types.js'
import type { Document } from '../document/types.js'
import type { Guides } from '../guides/types.js'
import type { Model } from '../model/types.js'
import { apiFile } from './api.js'
import { clientFile } from './client.js'
import { attributeTypes } from './dates.js'
import { emitDocs } from './docs.js'
import type { SiteOptions } from './docs-sidebar.js'
import { addImports, exportsOf, openProject } from './edits.js'
import { groupFile, groupTypes } from './group.js'
import { groups, ownOperations } from './groups.js'
import { indexFile } from './index-file.js'
import { plainTypeNames } from './plain.js'
import { runtimeOf } from './runtime-files.js'
import { schemaTypes } from './schema.js'
import { type OwnTemplates, type Render, readTemplates, type Templates } from './templates.js'

export interface EmitOptions {
  /** Whether the reference is part of the output; it is, where not said. */
  readonly docs?: boolean | undefined
  /** The guides that the reference leads to; their own pages are no part of what is emitted. */
  readonly guides?: Guides | undefined
  /** What changed from version to version, the newest first; the reference tells of it. */
  readonly history?: readonly Release[] | undefined
  /** What takes the place of our templates of the reference. */
  readonly templates?: OwnTemplates | undefined
}

/**
 * The whole output: paths relative to the output folder, each with its text.
 *
 * @throws TemplateError for what is wrong with the user's templates; Error where an emitted file would be no TypeScript, which is a fault of ours.
 */
export async function emit(
  model: Model,
  document: Document,
  { docs = true, guides, history, templates }: EmitOptions = {},
): Promise<Map<string, string>> {
  const { render, assertNoFaults, runtime, site } = await readTemplates(templates)
  const { open, assertSyntax } = openProject()
  const { importable: ofRuntime, files: runtimeFiles } = runtimeOf(runtime, open)
  const builders = groups(model)
  const own = ownOperations(model)
  const taken = [
    ...ofRuntime.keys(),
    ...['Client', 'Matchers', 'PageSize', 'Resources'],
    ...builders.flatMap((group) => [group.className, ...groupTypes(model, group)]),
    ...model.resources.map(({ name }) => `${name}Shape`),
    ...own.flatMap(plainTypeNames),
  ]
  const { wire, typeOf, wireType, aliases } = await schemaTypes(document, model, taken)
  const types = attributeTypes(model, typeOf, wireType)

  const sources = [
    clientFile(model, builders, own, types, render, open),
    apiFile(model, render, open),
    ...builders.map((group) => open(`${group.path}.ts`, groupFile(model, group, types, render))),
  ]
  // Only now it is known which components the types refer to.
  const named = aliases()
  if (named.length > 0) sources.push(open('schemas.ts', render('sdk/schemas', { aliases: named })))

  open('schema.ts', wire)
  const importable = new Map([...exportsOf(sources), ...ofRuntime])
  for (const name of ['components', 'paths']) importable.set(name, { path: 'schema.ts', type: true })
  const imported = new Set(sources.flatMap((source) => addImports(source, importable)))
  const index = open('index.ts', indexFile(model, builders, own.flatMap(plainTypeNames), imported, render))
  assertSyntax()

  const files = new Map([
    ...[index, ...sources].map((source) => [source.getFilePath().slice(1), source.getFullText()] as const),
    ['testing.ts', render('sdk/testing', {})],
    ['schema.ts', wire],
    ...runtimeFiles(imported),
    ...(docs ? reference(model, render, site, { guides, history, ...templates }) : []),
  ])
  assertNoFaults()
  return files
}

/** The reference: its pages, and what makes a site of them. */
const reference = (model: Model, render: Render, site: Templates['site'], options: SiteOptions): Map<string, string> =>
  new Map([
    ...emitDocs(model, render, options),
    ...[...site].map(([file, text]) => [`docs/.vitepress/${file}`, text] as const),
  ])
