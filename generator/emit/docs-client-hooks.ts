import type { Model } from '../model/types.js'
import { clientExample, SDK } from './docs-client-examples.js'
import { code, fence } from './markdown.js'
import { enumerated } from './prose.js'

/** What the client tells as a call goes on. */
export function hooksView({ api }: Model): object {
  const create = (hooks: string, ...imports: string[]): string =>
    fence('ts', clientExample(api, { from: SDK, imports, options: [`hooks: ${hooks}`] }))
  return {
    secrets: enumerated(api.secrets.map(code)),
    header: create(HEADER, 'hooks'),
    logging: create('logging(console.log)', 'logging'),
    own: create(OWN, 'hooks'),
  }
}

const HEADER = "hooks({ beforeRequest: () => ({ 'x-trace-id': crypto.randomUUID() }) })"

const OWN = [
  'hooks({',
  '  afterResponse: ({ method, url, response, duration }) => {',
  '    console.log(method, url, response.status, duration)',
  '  },',
  '  onError: ({ error, attempt }) => {',
  '    console.log(error.name, error.requestId, attempt)',
  '  },',
  '})',
].join('\n')
