import { posix } from 'node:path'
import { IndentationText, Node, Project, type SourceFile, ts } from 'ts-morph'
import { byLetter, importLines } from './layout.js'

/** A name that emitted files can import: from which file of the output, and whether it is a type. */
export interface Importable {
  readonly path: string
  readonly type: boolean
}

/** Makes a syntax tree of a text just rendered. */
export type Open = (path: string, text: string) => SourceFile

/** A project in memory: nothing touches the disk, and nothing is resolved. */
export function openProject(): { readonly open: Open; readonly assertSyntax: () => void } {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true },
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  })
  return {
    open: (path, text) => project.createSourceFile(path, text),
    assertSyntax: () => assertSyntax(project),
  }
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

/**
 * Puts the imports that the file's own identifiers call for at its top, one declaration a module.
 *
 * @returns the paths of the modules.
 */
export function addImports(file: SourceFile, importable: ReadonlyMap<string, Importable>): string[] {
  const imported = new Set<string>()
  const path = file.getFilePath().slice(1)
  const modules = new Map<string, { name: string; type: boolean }[]>()
  for (const [name, usedAsValue] of namesUsed(file)) {
    const found = importable.get(name)
    if (!found || found.path === path) continue
    imported.add(found.path)
    const relative = posix.relative(posix.dirname(path), found.path).replace(/\.ts$/, '.js')
    const from = relative.startsWith('.') ? relative : `./${relative}`
    modules.set(from, [...(modules.get(from) ?? []), { name, type: found.type || !usedAsValue }])
  }
  const lines = [...modules].sort(([a], [b]) => byDistance(a, b)).flatMap(([from, names]) => importLines(names, from))
  if (lines.length > 0) file.insertText(0, `${lines.join('\n')}\n\n`)
  return [...imported]
}

/**
 * Every name that the file uses, but for the names of members and arguments, and whether it is used as more than a type.
 * No argument is called like something else that its method uses.
 */
function namesUsed(file: SourceFile): Map<string, boolean> {
  const names = new Map<string, boolean>()
  const args = new Set<string>()
  // Over the compiler's own nodes: wrapping each of them would take most of the time.
  const visit = (node: ts.Node, inType: boolean): void => {
    if (ts.isIdentifier(node)) names.set(node.text, names.get(node.text) === true || !inType)
    if (ts.isParameter(node) && ts.isIdentifier(node.name)) args.add(node.name.text)
    const opensType =
      ts.isTypeReferenceNode(node) || (ts.isHeritageClause(node) && ts.isInterfaceDeclaration(node.parent))
    const ofMember = isMember(node) ? node.name : undefined
    ts.forEachChild(node, (child) => {
      if (child !== ofMember) visit(child, opensType || (inType && ts.isExpressionWithTypeArguments(node)))
    })
  }
  visit(file.compilerNode, false)
  for (const name of args) names.delete(name)
  return names
}

const isMember = (node: ts.Node): node is ts.PropertyAccessExpression | ts.TypeElement | ts.ClassElement =>
  ts.isPropertyAccessExpression(node) ||
  ts.isPropertyAssignment(node) ||
  ts.isTypeElement(node) ||
  ts.isClassElement(node)

/** Modules further away come first. */
const byDistance = (a: string, b: string): number =>
  Number(b.startsWith('../')) - Number(a.startsWith('../')) || byLetter(a, b)

/**
 * The gate that every emitted file passes: it is TypeScript.
 *
 * @throws Error, a fault of ours, naming the file and the line.
 */
function assertSyntax(project: Project): void {
  const [first] = project.getProgram().getSyntacticDiagnostics()
  if (!first) return
  const where = `${first.getSourceFile().getFilePath().slice(1)}:${first.getLineNumber()}`
  const message = first.getMessageText()
  throw new Error(
    `${where} would be no TypeScript: ${typeof message === 'string' ? message : message.getMessageText()}`,
  )
}
