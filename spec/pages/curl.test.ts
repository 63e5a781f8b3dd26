import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { curlRequest } from './curl.js'

const url = 'https://a.b/c?d[e]=f'
const CASES: readonly (readonly [command: string, want: object])[] = [
  [`curl -g -X GET \\\n  '${url}'`, { method: 'GET', url, headers: {}, body: undefined, parts: [] }],
  [
    `curl -g -X POST \\\n  '${url}' \\\n  -H 'Accept: a/b; c="d"' \\\n  -d '{\n  "it": "It'\\''s $HOME"\n}'`,
    { method: 'POST', url, headers: { accept: 'a/b; c="d"' }, body: '{\n  "it": "It\'s $HOME"\n}', parts: [] },
  ],
  [
    `curl -g --head '${url}' -u 'a:b' -b 'c=d'`,
    {
      method: 'HEAD',
      url,
      headers: { authorization: `Basic ${btoa('a:b')}`, cookie: 'c=d' },
      body: undefined,
      parts: [],
    },
  ],
  [
    `curl -X PUT '${url}' -F 'file=@file' -F 'name=…'`,
    { method: 'PUT', url, headers: {}, body: undefined, parts: ['file=@file', 'name=…'] },
  ],
]

for (const [command, want] of CASES) test(command, () => assert.equal(curlRequest(command), want))

test('what no example has is refused', () => {
  assert.throws(() => curlRequest(`curl --insecure '${url}'`), /--insecure/)
  assert.throws(() => curlRequest(`curl '${url}' '${url}'`), /https/)
  assert.throws(() => curlRequest('wget a'), /no curl/)
})

test.run()
