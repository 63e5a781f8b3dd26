/** The SDK does on every platform what it does on Node. Those that are not installed are skipped. */
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { platforms } from './platforms/platforms.js'
import { run } from './platforms/program.js'
import { start } from './platforms/service.js'

const { server, origin } = await start()
const onNode = await run(`${origin}/node`)

test.after(() => {
  server.closeAllConnections()
  server.close()
})

/** What must fail, and as what. */
const FAILURES: Readonly<Record<string, string>> = {
  'input that is not valid': 'ValidationError',
  'what does not exist': 'NotFoundError',
  'a connection that is cut midway': 'ConnectionError',
  'no service': 'ConnectionError',
  'half a document': 'ParseError',
  'no answer in time': 'TimeoutError',
  'no end in time': 'TimeoutError',
  'an answer that is too long': 'ParseError',
  'an aborted call': 'AbortError',
}

test('Node: nothing fails but what must', () => {
  const failed = Object.entries(onNode).flatMap(([name, outcome]) => {
    const [kind] = /\b[A-Z]\w*Error\b/.exec(JSON.stringify(outcome)) ?? []
    return kind ? [[name, kind]] : []
  })
  assert.equal(Object.fromEntries(failed), FAILURES)
  assert.equal(onNode['hooks, in order'], ['request', 'response', 'retry', 'request', 'response'])
  assert.match(JSON.stringify(onNode['a redirect to another origin']), 'without authorization')
})

for (const { name, program, isThere, run: outcomes } of platforms) {
  if (!isThere) {
    test.skip(name)
    console.log(`skipped: ${name}, as there is no ${program} on the path`)
    continue
  }
  test(name, async () => {
    const told: unknown = JSON.parse(await outcomes(`${origin}/${name.toLowerCase()}`))
    assert.equal(told, onNode)
  })
}

test.run()
