import type { Model, Operation } from '../model/types.js'
import { groupTypes } from './group.js'
import type { Group } from './groups.js'
import { byLetter, exportLines } from './layout.js'
import type { Render } from './templates.js'

/** `index.ts`: all that the users of the SDK import. */
export function indexFile(
  model: Model,
  builders: readonly Group[],
  ownTypes: readonly string[],
  render: Render,
): string {
  const files = [
    { from: './client.js', types: ownTypes },
    ...builders.map((group) => ({ from: `./${group.path}.js`, types: groupTypes(model, group) })),
  ]
  files.sort((a, b) => byLetter(a.from, b.from))
  return render('sdk/index', {
    // Only where there is something to choose from.
    sendAs: operationsOf(model).some(({ body }) => body?.kind === 'plain' && body.contents.length > 1),
    exports: files.filter(({ types }) => types.length > 0).map(({ from, types }) => exportLines(types, from)),
  })
}

const operationsOf = ({ resources, operations }: Model): Operation[] => [
  ...resources.flatMap((resource) => resource.operations),
  ...operations,
]
