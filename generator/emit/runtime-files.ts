import { posix } from 'node:path'
import type { SourceFile } from 'ts-morph'
import { exportsOf, type Importable, type Open } from './edits.js'

/** What lists the parts of the runtime that every SDK has, what its users' tests need, and what lists what only some have. */
const EVERY = 'index.ts'
const TESTING = 'testing.ts'
const SOME = 'optional.ts'

/** The runtime as emitted files import it. */
export interface Runtime {
  /** By name: from where it is imported. */
  readonly importable: ReadonlyMap<string, Importable>
  /** The files that an SDK needs whose emitted files import these paths. */
  files(imported: Iterable<string>): Map<string, string>
}

/** @param texts the runtime's files by name. */
export function runtimeOf(texts: ReadonlyMap<string, string>, open: Open): Runtime {
  const opened = (name: string): SourceFile => open(`runtime/${name}`, texts.get(name) ?? '')
  const some = opened(SOME)
  const optional = some.getExportDeclarations().flatMap((statement) => {
    const path = posix.join('runtime', `${statement.getModuleSpecifierValue()}`.replace(/\.js$/, '.ts'))
    const type = statement.isTypeOnly()
    return statement.getNamedExports().map((one) => [one.getName(), { path, type: type || one.isTypeOnly() }] as const)
  })
  const importable = new Map([...exportsOf([opened(EVERY)]), ...optional])
  some.forget()
  return {
    importable,
    files(imported) {
      const own = [...imported].filter((path) => posix.dirname(path) === 'runtime')
      const pending = new Set([EVERY, TESTING, ...own.map((path) => posix.basename(path))])
      const files = new Map<string, string>()
      for (const name of pending) {
        const text = texts.get(name) ?? ''
        files.set(`runtime/${name}`, text)
        for (const [, other = ''] of text.matchAll(/ from '\.\/([\w-]+)\.js'/g)) pending.add(`${other}.ts`)
      }
      return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}
