/** Runs the examples of the pages against a service on loopback, and tells what was not as the page says. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { serve } from '../../templates/runtime/testing.fixture.js'
import { type Json, list, object } from '../calls/raw.js'
import { curlRequest, type Sent } from './curl.js'
import { differs, readFaults, sentFaults } from './faults.js'
import type { Example, OperationPage } from './page.js'
import { exampleName, isSkipped } from './program.js'

/** What is run: an SDK with the program of its examples, and the server of its pages. */
export interface Site {
  readonly folder: string
  /** As the pages have it, `https://example.com/api`. */
  readonly server: string
  /** Whether curl itself is run as well. */
  readonly curl: boolean
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Something that is run, with the answer that it gets. */
interface Task {
  readonly name: string
  readonly answer: Answer
  /** @returns a line for each fault, beside those of the request. */
  run(base: string): Promise<readonly string[]>
  /** The request that must come; undefined where that is not the question. */
  readonly sent?: Sent
}

/** @returns a line for each fault, and the names of what was run. */
export async function runPages(
  site: Site,
  pages: readonly OperationPage[],
): Promise<{ readonly faults: string[]; readonly ran: string[] }> {
  const load = (file: string): Promise<Json> => import(pathToFileURL(path.join(site.folder, file)).href)
  const [sdk, program] = await Promise.all([load('index.ts'), load('examples.ts')])
  let answer: Answer = { status: 500, body: '', headers: {} }
  const service = await serve(() => answer)
  // What stands before every path on the pages, as it is on loopback.
  const base = service.url + new URL(site.server).pathname.replace(/\/$/, '')
  const faults: string[] = []
  const ran: string[] = []
  try {
    for (const task of pages.flatMap((page) => tasksOf(site, sdk, object(program.examples), page))) {
      answer = task.answer
      service.received.length = 0
      ran.push(task.name)
      const found = await task.run(base).catch((error: unknown) => [String(error)])
      const sent = task.sent ? sentFaults(service.received, base, { ...task.sent, url: moved(task.sent.url) }) : []
      faults.push(...[...found, ...sent].map((fault) => `${task.name}: ${fault}`))
    }
  } finally {
    await service.close()
  }
  return { faults, ran }

  function moved(url: string): string {
    return url.replace(site.server, () => base)
  }
}

function tasksOf(site: Site, sdk: Json, examples: Json, page: OperationPage): Task[] {
  const [usual, ...others] = page.examples
  if (!usual) return []
  const inAll = [usual, ...others].flatMap((example, index) => {
    const task = { name: exampleName(page, index), answer: answerOf(page, example), sent: curlRequest(example.curl) }
    const call = callOf(sdk, examples, task.name, task.sent)
    return [
      ...otherLanguages(site, task, example),
      ...(isSkipped(example.sdk)
        ? []
        : [{ ...task, run: async (base: string) => readFaults(await call(base, () => {}), example) }]),
    ]
  })
  return [...inAll, ...loopTask(sdk, examples, page, usual), ...errorTasks(sdk, examples, page, usual)]
}

function otherLanguages({ server, curl }: Site, task: Omit<Task, 'run'>, example: Example): Task[] {
  const fetched: Task = {
    ...task,
    name: `${task.name}, fetch`,
    async run(base) {
      const source = example.fetch.replace(server, () => base)
      // The names that are left to its reader.
      const call = new Function('body', 'file', `return (async () => {\n${source}\n})()`)
      await call('a body', new Blob(['a file']))
      return []
    },
  }
  const command: Task = {
    ...task,
    name: `${task.name}, curl`,
    async run(base) {
      await promisify(execFile)('sh', ['-c', example.curl.replace(server, () => base)])
      return []
    },
  }
  // Files are left to its reader.
  return curl && !/[ =]'@|=@/.test(example.curl) ? [fetched, command] : [fetched]
}

function loopTask(sdk: Json, examples: Json, page: OperationPage, usual: Example): Task[] {
  if (page.loop === undefined) return []
  const name = exampleName(page, 'loop')
  const call = callOf(sdk, examples, name, curlRequest(usual.curl))
  const run = async (base: string): Promise<string[]> => {
    const told: unknown[] = []
    await call(base, (id) => told.push(id))
    const rows = list(object(JSON.parse(usual.answer ?? '{}')).data)
    return differs(
      'told',
      told,
      rows.map((row) => object(row).id),
    )
  }
  return [{ name, answer: answerOf(page, usual), run }]
}

/** An answer of each status that the page tells of. */
function errorTasks(sdk: Json, examples: Json, page: OperationPage, usual: Example): Task[] {
  if (isSkipped(usual.sdk)) return []
  const call = callOf(sdk, examples, exampleName(page, 0), curlRequest(usual.curl))
  return page.errors.map(({ status, name }): Task => {
    const code = Number(status.replace('default', '418').replace(/xx$/i, '18'))
    const body = JSON.stringify({ errors: [{ title: 'No.' }] })
    return {
      name: `${page.name} ${status}`,
      answer: { status: code, body, headers: {} },
      run: async (base) => {
        const outcome = await call(base, () => {}).catch((error: unknown) => error)
        return differs('the error', outcome instanceof Error ? outcome.name : outcome, name)
      },
    }
  })
}

function answerOf({ status }: OperationPage, { answer, curl }: Example): Answer {
  return { status, body: answer ?? '', headers: { 'content-type': curlRequest(curl).headers.accept ?? '' } }
}

/** An example of the SDK, called with a client that is authorized as the page shows for curl. */
function callOf(sdk: Json, examples: Json, name: string, sent: Sent) {
  return async (baseUrl: string, log: (...given: unknown[]) => void): Promise<unknown> => {
    const auth = authOf(sdk, sent)
    const api = called(sdk, 'createClient', { baseUrl, retry: 0, ...(auth === undefined ? {} : { auth }) })
    return called(examples, name, api, { log })
  }
}

function authOf(sdk: Json, { headers: { authorization = '', ...headers }, url }: Sent): unknown {
  const [kind, secret = ''] = authorization.split(' ')
  if (kind === 'Bearer') return { accessToken: secret }
  if (kind === 'Basic') return called(sdk, 'basic', ...atob(secret).split(':'))
  const key = '{{your_api_key}}'
  return [authorization, url, ...Object.values(headers)].some((value) => value.includes(key))
    ? called(sdk, 'apiKey', key)
    : undefined
}

function called(from: Json, name: string, ...given: readonly unknown[]): unknown {
  const { [name]: found } = from
  if (typeof found !== 'function') throw new Error(`no ${name}`)
  return found(...given)
}
