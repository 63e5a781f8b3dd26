/** The examples of the SDK on the pages, as one program that the compiler checks and a test runs. */
import type { OperationPage } from './page.js'

/** The name of an example: its page, and which it is of that page. */
export const exampleName = ({ name }: OperationPage, index: number | 'loop'): string => `${name} ${index}`

/** @returns a module whose `examples` are functions of a client, by name; each gives what its call gives. */
export function program(pages: readonly OperationPage[]): string {
  const functions = pages.flatMap((page) => [
    ...page.examples.map(({ sdk }, index) => declaration(exampleName(page, index), sdk)),
    ...(page.loop === undefined ? [] : [declaration(exampleName(page, 'loop'), page.loop)]),
  ])
  // The types of bodies that an example leaves to its reader.
  const types = new Set(
    functions.flatMap((text) => [...text.matchAll(/\((?:body): (\w+)\) =>/g)].map(([, name]) => name)),
  )
  return [
    `import type { ${['Client', ...types].join(', ')} } from './index.js'`,
    'interface Console { log(...given: unknown[]): void }',
    'export const examples = {',
    ...functions,
    '}\n',
  ].join('\n')
}

function declaration(name: string, source: string): string {
  const [, result] = /^const (\w+) = await /.exec(source) ?? []
  const lines = [source, ...(result === undefined ? [] : [`return ${result}`])]
  const unused = isSkipped(source) ? ['void send'] : []
  return `${JSON.stringify(name)}: async (api: Client, console: Console) => {\n${[...lines, ...unused].join('\n')}\n},`
}

/** Whether an example leaves a value to its reader, so that nothing can be run. */
export const isSkipped = (source: string): boolean => source.startsWith('const send = ')
