import { posix } from 'node:path'
import { IndentationText, Node, Project, type SourceFile, SyntaxKind, ts } from 'ts-morph'
import { byLetter, importLines } from './layout.js'

/** A name that emitted files can import: from which file of the output, and whether it is a type. */
export interface Importable {
  readonly path: string
  readonly type: boolean
}

/** Makes syntax trees of texts just rendered. Nothing touches the disk. */
export type Open = (path: string, text: string) => SourceFile

export function openProject(): Open {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  })
  return (path, text) => project.createSourceFile(path, text, { overwrite: true })
}

/** What the files export, by name; what the runtime's index passes on counts as its own. */
export function exportsOf(files: readonly SourceFile[]): Map<string, Importable> {
  const found = new Map<string, Importable>()
  for (const file of files) {
    const path = file.getFilePath().slice(1)
    for (const statement of file.getStatements()) {
      if (Node.isExportDeclaration(statement)) {
        for (const specifier of statement.getNamedExports()) {
          found.set(specifier.getName(), { path, type: statement.isTypeOnly() || specifier.isTypeOnly() })
        }
      } else if (Node.isVariableStatement(statement)) {
        for (const declaration of statement.getDeclarations()) found.set(declaration.getName(), { path, type: false })
      } else if (Node.isInterfaceDeclaration(statement) || Node.isTypeAliasDeclaration(statement)) {
        found.set(statement.getName(), { path, type: true })
      } else if (Node.isClassDeclaration(statement) || Node.isFunctionDeclaration(statement)) {
        found.set(statement.getName() ?? 'default', { path, type: false })
      }
    }
  }
  return found
}

/** Puts the imports that the file's own identifiers call for at its top, one declaration a module. */
export function addImports(file: SourceFile, importable: ReadonlyMap<string, Importable>): void {
  const path = file.getFilePath().slice(1)
  const modules = new Map<string, { name: string; type: boolean }[]>()
  for (const [name, usedAsValue] of namesUsed(file)) {
    const found = importable.get(name)
    if (!found || found.path === path) continue
    const relative = posix.relative(posix.dirname(path), found.path).replace(/\.ts$/, '.js')
    const from = relative.startsWith('.') ? relative : `./${relative}`
    modules.set(from, [...(modules.get(from) ?? []), { name, type: found.type || !usedAsValue }])
  }
  const lines = [...modules].sort(([a], [b]) => byDistance(a, b)).flatMap(([from, names]) => importLines(names, from))
  if (lines.length > 0) file.insertText(0, `${lines.join('\n')}\n\n`)
}

/** Every name that the file uses, but for the names of members, and whether it is used as more than a type. */
function namesUsed(file: SourceFile): Map<string, boolean> {
  const names = new Map<string, boolean>()
  for (const identifier of file.getDescendantsOfKind(SyntaxKind.Identifier)) {
    const parent = identifier.getParentOrThrow()
    const isMember =
      (Node.isPropertyAccessExpression(parent) || Node.isPropertyNamed(parent)) && parent.getNameNode() === identifier
    if (isMember && !Node.isShorthandPropertyAssignment(parent)) continue
    const name = identifier.getText()
    const isType = Node.isTypeReference(parent) || parent.getParentIfKind(SyntaxKind.HeritageClause) !== undefined
    names.set(name, names.get(name) === true || !isType)
  }
  return names
}

/** Modules further away come first. */
const byDistance = (a: string, b: string): number =>
  Number(b.startsWith('../')) - Number(a.startsWith('../')) || byLetter(a, b)

/**
 * The gate that every emitted file passes: it is TypeScript.
 *
 * @throws Error, a fault of ours, naming the file and the line.
 */
export function assertSyntax(path: string, text: string): void {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  const [first] = diagnostics
  if (!first) return
  const line = text.slice(0, first.start ?? 0).split('\n').length
  throw new Error(`${path}:${line} would be no TypeScript: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`)
}
