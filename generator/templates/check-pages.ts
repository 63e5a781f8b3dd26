import Handlebars from 'handlebars'
import { suggest } from '../document/suggest.js'
import type { Problem } from '../problems.js'
import { nameOf, type OwnFile, textOf } from './own-file.js'
import { placeIn, syntaxProblem, unknownTemplate } from './problems.js'

/**
 * What is wrong with templates before anything is rendered: their syntax, partials that are not there, and templates that
 * neither replace one of ours nor are used.
 *
 * @param ours the names of those that there are: `docs/operation`.
 */
export function checkPages(own: readonly OwnFile[], ours: readonly string[]): Problem[] {
  const problems: Problem[] = []
  const used = new Set<string>()
  const names = own.map(nameOf)
  let anything = false
  for (const file of own) {
    const partials = partialsOf(file)
    if (!Array.isArray(partials)) {
      problems.push(partials)
      continue
    }
    for (const { name, line, column } of partials) {
      if (name === undefined) anything = true
      else if (names.includes(name) || ours.includes(name)) used.add(name)
      else {
        const meant = suggest(name, [...ours, ...names])
        const advice = meant ? `Did you mean ${meant}?` : `Write it: ${name}.hbs, in the folder of the templates.`
        problems.push({
          severity: 'error',
          code: 'unknown-template',
          message: `There is no template ${name} to be used as a partial.`,
          advice,
          places: [placeIn(file, line, column)],
        })
      }
    }
  }
  for (const file of own) {
    const name = nameOf(file)
    if (anything || used.has(name) || ours.includes(name)) continue
    const meant = suggest(
      name,
      ours.filter((one) => one.startsWith('docs/')),
    )
    const advice = meant ? `Did you mean ${meant}.hbs?` : `Those that it could replace: ${pageNames(ours)}.`
    problems.push(unknownTemplate(file, `${file.name} replaces no template, and none uses it as a partial.`, advice))
  }
  return problems
}

const pageNames = (ours: readonly string[]): string => ours.filter((name) => name.startsWith('docs/')).join(', ')

interface PartialUse {
  /** Undefined where it is only known when it is rendered. */
  readonly name: string | undefined
  readonly line: number
  readonly column: number
}

/** The partials that a template uses; or what is wrong with its syntax. */
function partialsOf(file: OwnFile): PartialUse[] | Problem {
  try {
    const partials = new Partials()
    partials.accept(Handlebars.parse(textOf(file)))
    return partials.used.filter(({ name }) => name === undefined || !partials.inline.has(name))
  } catch (error) {
    return syntaxProblem(file, error)
  }
}

class Partials extends Handlebars.Visitor {
  readonly used: PartialUse[] = []
  /** Those that the template has within itself. */
  readonly inline = new Set(['@partial-block'])

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.use(partial.name, partial.loc)
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.use(partial.name, partial.loc)
    this.accept(partial.program)
  }

  override DecoratorBlock({ params: [name], program }: hbs.AST.DecoratorBlock): void {
    if (name?.type === 'StringLiteral' && 'value' in name) this.inline.add(String(name.value))
    this.accept(program)
  }

  private use(name: hbs.AST.PathExpression | hbs.AST.SubExpression, { start }: hbs.AST.SourceLocation): void {
    const known = 'original' in name ? String(name.original) : undefined
    this.used.push({ name: known, line: start.line, column: start.column + 1 })
  }
}
