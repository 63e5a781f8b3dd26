import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOf, modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'

test('servers, with their variables', async () => {
  const { model, problems } = await modelOf('servers.yaml')
  assert.equal(model.api.servers, [
    {
      url: 'https://eu.example.com:8443',
      template: 'https://{region}.example.com:{port}/{base}',
      variables: [
        { name: 'region', default: 'eu', enum: ['eu', 'us'], description: 'Where the data is.' },
        { name: 'port', default: '8443', enum: ['8443', '443'] },
        { name: 'base', default: '' },
      ],
      description: 'Production.',
    },
    {
      url: 'https://{tenant}.example.com/{stage}',
      template: 'https://{tenant}.example.com/{stage}',
      variables: [{ name: 'tenant', description: 'Yours.' }, { name: 'stage' }],
    },
    { url: '/api', template: '/api', variables: [] },
  ])
  const told = problems.filter(({ code }) => code === 'server-variable-unset')
  assert.equal(
    told.map(({ message, places: [place] }) => `${place?.pointer} ${/for (.*) in the URL/.exec(message)?.[1]}`),
    ['/servers/1 {tenant} and {stage}'],
  )
})

test('how each operation is authorized: as it says, else as the document says', () => {
  const OK = { responses: { 204: { description: 'Done' } } }
  const read = (more: JsonObject, operation: JsonObject) =>
    modelOfRoot({
      ...{ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...more },
      paths: { '/x': { get: { ...OK, ...operation } } },
    }).model.operations[0]?.security
  const all = { security: [{ token: ['read', 7] }, { key: [], secret: null }, 'nothing', {}] }
  assert.equal(read({}, {}), [])
  assert.equal(read(all, {}), [
    [{ scheme: 'token', scopes: ['read'] }],
    [
      { scheme: 'key', scopes: [] },
      { scheme: 'secret', scopes: [] },
    ],
    [],
  ])
  assert.equal(read(all, { security: [] }), [])
  assert.equal(read(all, { security: [{ key: [] }] }), [[{ scheme: 'key', scopes: [] }]])
})

test('security schemes, by what is sent', async () => {
  const { model } = await modelOf('security.yaml')
  assert.equal(model.api.security, [
    { name: 'token', type: 'bearer', description: 'From the dashboard.' },
    { name: 'login', type: 'basic' },
    { name: 'digest', type: 'other' },
    { name: 'header', type: 'apiKey', in: 'header', parameter: 'X-API-Key' },
    { name: 'query', type: 'apiKey', in: 'query', parameter: 'key' },
    { name: 'cookie', type: 'apiKey', in: 'cookie', parameter: 'sid' },
    { name: 'nowhere', type: 'other' },
    { name: 'nameless', type: 'other' },
    {
      name: 'program',
      type: 'clientCredentials',
      tokenUrl: 'https://auth.example/token',
      scopes: [
        { name: 'read', description: 'Reads.' },
        { name: 'write', description: '' },
      ],
    },
    { name: 'bare', type: 'clientCredentials', scopes: [] },
    { name: 'person', type: 'bearer' },
    { name: 'discovered', type: 'other' },
    { name: 'session', type: 'apiKey', in: 'cookie', parameter: 'sid' },
  ])
})

test('secrets are what schemas mark, each once, sorted; data and the structure of documents are none', async () => {
  const { model } = await modelOf('secrets.yaml')
  assert.equal(model.api.secrets, [
    'by_all_of',
    'by_any_of',
    'by_ref',
    'in_example',
    'in_header',
    'inner',
    'listed',
    'password',
    'properties',
  ])
})

test.run()
