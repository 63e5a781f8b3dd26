import type { Model } from '../model/types.js'
import { groupTypes } from './group.js'
import type { Group } from './groups.js'
import { byLetter, exportLines } from './layout.js'
import type { Render } from './templates.js'

/** What users import of the parts of the runtime that only some SDKs have. */
const OPTIONAL: readonly (readonly [file: string, line: string])[] = [
  ['raw-request', "export type { BlobRequest } from './runtime/raw-request.js'"],
  [
    'streams',
    "export type { EventsRequest, JsonLinesRequest, ServerSentEvent, StreamRequest } from './runtime/streams.js'",
  ],
  ['typed', "export { sendAs, type Typed } from './runtime/typed.js'"],
]

/**
 * `index.ts`: all that the users of the SDK import.
 *
 * @param imported the paths of the modules that the SDK's own files import.
 */
export function indexFile(
  model: Model,
  builders: readonly Group[],
  ownTypes: readonly string[],
  imported: ReadonlySet<string>,
  render: Render,
): string {
  const files = [
    { from: './client.js', types: ownTypes },
    ...builders.map((group) => ({ from: `./${group.path}.js`, types: groupTypes(model, group) })),
  ]
  files.sort((a, b) => byLetter(a.from, b.from))
  return render('sdk/index', {
    optional: OPTIONAL.filter(([file]) => imported.has(`runtime/${file}.ts`)).map(([, line]) => line),
    exports: files.filter(({ types }) => types.length > 0).map(({ from, types }) => exportLines(types, from)),
  })
}
