import type { Model, Operation } from '../model/types.js'
import { importLines, SDK, type Subjects, usualCall } from './docs-client-examples.js'
import { ERROR_CLASSES } from './error-classes.js'
import { exampleInput } from './example-input.js'
import { callExample } from './examples.js'
import { memberAccess } from './literals.js'
import { code, fence, table } from './markdown.js'

/** [class, when it is thrown, what it holds beside what its base holds] */
type ErrorRow = readonly [name: string, when: string, holds: string]

const CLASSES: readonly ErrorRow[] = [
  ['RequestError', 'The base of all that follow.', '`method`, `path`, `attempts`, `status`, `requestId`, `retryAfter`'],
  [
    'ConnectionError',
    'No answer came, or only a part of one.',
    '`cause`: what `fetch` says of it, unless there is a secret in it',
  ],
  ['TimeoutError', 'The answer did not come in time.', ''],
  ['AbortError', 'The signal of the call was aborted.', '`cause`: the reason of the signal'],
  [
    'ParseError',
    'The service answered that the request succeeded, but not with what was due.',
    '`body`: the first 1,000 characters of the answer',
  ],
  ['ApiError', 'The service answered that the request failed.', '`errors`, `fields`, `meta`, `links`, `body`'],
]

const STATUSES = ERROR_CLASSES.map(({ name, status, when }): ErrorRow => [name, `${code(status)}: ${when}.`, ''])

/** What a request that fails throws. */
export function errorsView(model: Model, subjects: Subjects): object {
  const { create } = subjects
  const rows = (classes: readonly ErrorRow[]): string[][] => classes.map(([name, ...told]) => [code(name), ...told])
  const imported = importLines(['ApiError', 'ConnectionError', 'NotFoundError', 'TimeoutError'], SDK)
  return {
    classes: table(['Class', 'When', 'What it holds'], rows(CLASSES)),
    statuses: table(['Class', 'When'], rows(STATUSES)),
    caught: fence('ts', [...imported, '', ...caughtLines(usualCall(model, subjects))].join('\n')),
    settled: create ? (settledExample(model, create) ?? '') : '',
  }
}

const caughtLines = (call: string): string[] => [
  'try {',
  `  console.log(await ${call})`,
  '} catch (error) {',
  '  if (error instanceof NotFoundError) {',
  "    console.log('There is no such thing.')",
  '  } else if (error instanceof ApiError) {',
  '    console.log(error.status, error.errors, error.requestId)',
  '  } else if (error instanceof ConnectionError || error instanceof TimeoutError) {',
  "    console.log('No answer, attempts:', error.attempts)",
  '  } else {',
  '    throw error',
  '  }',
  '}',
]

/** The outcome as a value; undefined where the input has nothing that an error could name. */
function settledExample(model: Model, create: Operation): string | undefined {
  const input = exampleInput(model, create)
  const [first] = [...(input?.attributes ?? []), ...(input?.relationships ?? [])].map(([{ name }]) => name)
  if (first === undefined) return undefined
  return fence(
    'ts',
    [
      `${callExample(model, create, { before: 'const result = await ' })}.settled()`,
      '',
      'if (result.ok) {',
      '  console.log(result.data)',
      '} else {',
      '  switch (result.error.status) {',
      '    case 422:',
      `      for (const { detail } of result.error.fields${memberAccess(first)} ?? []) console.log(detail)`,
      '      break',
      '    default:',
      '      throw result.error',
      '  }',
      '}',
    ].join('\n'),
  )
}
