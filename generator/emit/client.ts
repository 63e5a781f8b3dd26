import type { SourceFile } from 'ts-morph'
import type { Model, Operation } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import type { Open } from './edits.js'
import type { Group } from './groups.js'
import { comment } from './jsdoc.js'
import { methodView } from './method.js'
import { plainTypes } from './plain.js'
import type { Render } from './templates.js'

/** The client: one property for each request builder, and the operations that belong to none. */
export function clientFile(
  model: Model,
  builders: readonly Group[],
  operations: readonly Operation[],
  types: AttributeTypes,
  render: Render,
  open: Open,
): SourceFile {
  const { title, version, summary } = model.api
  const file = open(
    'client.ts',
    render('sdk/client', {
      doc: comment(`${title}, version ${version}.`, summary),
      plainTypes: operations.flatMap((operation) => plainTypes(operation, types)),
      methods: operations.map((operation) => methodView(model, operation, { path: '', type: undefined }, types)),
    }),
  )
  const client = file.getClassOrThrow('Client')
  // A resource that is only ever included has no requests.
  const asked = builders.filter(({ operations: own }) => own.length > 0)
  client.insertMembers(
    0,
    asked.map(({ accessor, className, label }) =>
      [...comment(`Requests about ${label}.`), `readonly ${accessor} = new ${className}(this)`].join('\n'),
    ),
  )
  return file
}
