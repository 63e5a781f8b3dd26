/** Every endpoint of the Provisioning API, called through the SDK against a server on loopback. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createClient } from '../generated/index.js'
import { cases, id } from './provisioning.cases.js'

interface Received {
  readonly method: string | undefined
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Context {
  readonly server: Server
  readonly received: Received[]
  readonly baseUrl: string
}

/** Answers as the API does: 204 to a DELETE, 202 to an action, otherwise a document. */
const status = ({ method, url }: Received): number => {
  if (method === 'DELETE') return 204
  if (/\/(resend|transfer_ownership)$/.test(url.pathname)) return 202
  return method === 'POST' ? 201 : 200
}

/** A list where the path ends with the name of a collection. */
const answer = ({ method, url }: Received): unknown => {
  const last = url.pathname.split('/').at(-1) ?? ''
  const one = { type: 'roles', id }
  return { data: method === 'GET' && last !== 'user' && /^[a-z_]+s$/.test(last) ? [one] : one }
}

const provisioning = suite<Context>('Provisioning API')

provisioning.before(async (context) => {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method, headers } = request
    const body = Buffer.concat(chunks).toString()
    const one = { method, headers, body, url: new URL(request.url ?? '', 'http://127.0.0.1') }
    received.push(one)
    response.statusCode = status(one)
    response.setHeader('content-type', 'application/vnd.api+json')
    response.end(response.statusCode < 202 ? JSON.stringify(answer(one)) : undefined)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  Object.assign(context, { server, received, baseUrl: `http://127.0.0.1:${address.port}/api` })
})

provisioning.after(({ server }) => {
  server.close()
})

for (const { endpoint, call, query = {}, data } of cases) {
  provisioning(endpoint, async ({ received, baseUrl }) => {
    const [method, path = ''] = endpoint.split(' ')
    received.length = 0
    await call(createClient({ auth: { accessToken: 'secret' }, baseUrl }))
    assert.is(received.length, 1)
    const [got] = received
    assert.is(got?.method, method)
    assert.is(got?.url.pathname, `/api${path.replace(/\{\w+\}/, id)}`)
    assert.equal(Object.fromEntries(got?.url.searchParams ?? []), query)
    assert.is([...(got?.url.searchParams ?? [])].length, Object.keys(query).length)
    assert.is(got?.headers.accept, 'application/vnd.api+json')
    assert.is(got?.headers.authorization, 'Bearer secret')
    assert.is(got?.headers['content-type'], data === undefined ? undefined : 'application/vnd.api+json')
    assert.equal(got?.body === '' ? undefined : JSON.parse(got?.body ?? ''), data === undefined ? undefined : { data })
  })
}

const hostile = ['a/b?c=d#e', 'a&b=c#d', '%2e%2e', 'x y+z', 'ü☃', '"<>\\', '{id}']

for (const given of hostile) {
  provisioning(`an id or a filter ${given} arrives as it is`, async ({ received, baseUrl }) => {
    const api = createClient({ auth: { accessToken: 'secret' }, baseUrl })
    received.length = 0
    await api.roles.permissions(given, { filter: { subject_eq: given } })
    const segments = received[0]?.url.pathname.split('/').map(decodeURIComponent)
    assert.equal(segments, ['', 'api', 'roles', given, 'permissions'])
    assert.equal([...(received[0]?.url.searchParams ?? [])], [['filter[q][subject_eq]', given]])
  })
}

for (const given of ['..', '.', '']) {
  provisioning(`an id ${JSON.stringify(given)} is refused, and nothing sent`, async ({ received, baseUrl }) => {
    const api = createClient({ auth: { accessToken: 'secret' }, baseUrl })
    received.length = 0
    const outcome = await api.roles.retrieve(given).catch((error: unknown) => error)
    assert.instance(outcome, TypeError)
    assert.is(received.length, 0)
  })
}

const FACTS = new URL('../../shared/facts/provisioning-api.json', import.meta.url)

if (existsSync(FACTS)) {
  provisioning('every endpoint of the facts is among the cases', () => {
    const facts: { resources: Record<string, { endpoints: string[] }> } = JSON.parse(readFileSync(FACTS, 'utf8'))
    const endpoints = Object.values(facts.resources).flatMap((resource) => resource.endpoints)
    assert.equal(cases.map(({ endpoint }) => endpoint).sort(), endpoints.sort())
  })
} else {
  provisioning.skip('every endpoint of the facts is among the cases: the facts are not here')
}

provisioning.run()
