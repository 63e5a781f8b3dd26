/** The page of an operation, taken apart as a reader would: by its headings and its blocks of code. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** One request, in three languages, with the document that answers it. */
export interface Example {
  readonly sdk: string
  readonly curl: string
  readonly fetch: string
  /** Of the response; undefined where it has no document. */
  readonly answer: string | undefined
}

export interface OperationPage {
  /** Within the reference, without its extension: `roles/create`. */
  readonly name: string
  readonly title: string
  /** The line of the request, as it stands. */
  readonly request: string
  readonly arguments: readonly Argument[]
  readonly status: number
  readonly examples: readonly Example[]
  /** The loop over all pages. */
  readonly loop: string | undefined
  readonly errors: readonly { readonly status: string; readonly name: string }[]
}

export interface Argument {
  readonly name: string
  readonly type: string
  readonly required: string
}

/** All pages of operations in the folder of a reference. */
export async function operationPages(folder: string): Promise<OperationPage[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md')).sort()
  const texts = files.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const)
  return (await Promise.all(texts)).flatMap(([file, text]) =>
    /^## Request$/m.test(text) ? [operationPage(file.replace(/\.md$/, ''), text)] : [],
  )
}

export function operationPage(name: string, text: string): OperationPage {
  const parts = new Map(
    text.split(/^## /m).map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      return [heading, lines.join('\n')] as const
    }),
  )
  const part = (heading: string): string => parts.get(heading) ?? ''
  const [title = ''] = /(?<=^# ).*$/m.exec(text) ?? []
  const [status = ''] = /(?<=response is `)\d{3}/.exec(part('Response')) ?? []
  const compound = parts.get('Including related resources')
  return {
    name,
    title,
    request: block(part('Request'), 'http') ?? '',
    arguments: rowsOf(part('Arguments'), 3).map(([argument = '', type = '', required = '']) => ({
      name: argument.replace(/^`|`$/g, ''),
      type,
      required,
    })),
    status: Number(status),
    examples: [
      example(part('Example'), part('Response')),
      ...(compound === undefined ? [] : [example(compound, compound)]),
    ],
    loop: block(part('All pages'), 'ts'),
    errors: rowsOf(part('Errors'), 2).map(([said = '', name = '']) => ({
      status: /(?<=^`)\w+/.exec(said)?.[0] ?? 'default',
      name: /(?<=`)\w+/.exec(name)?.[0] ?? '',
    })),
  }
}

const example = (requests: string, answers: string): Example => ({
  sdk: block(requests, 'ts') ?? '',
  curl: block(requests, 'sh') ?? '',
  fetch: block(requests, 'js') ?? '',
  answer: block(answers, 'json'),
})

const block = (text: string, language: string): string | undefined =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'm').exec(text)?.[1]

/** The first cells of each row of the tables, without their heads. */
const rowsOf = (text: string, count: number): string[][] =>
  [...text.matchAll(/^\| (?!---)(.*) \|$(?!\n\| ---)/gm)].map(([, row = '']) => row.split(' | ').slice(0, count))
