import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  argumentName,
  camelCase,
  clientMember,
  interfaceName,
  isCall,
  isPlural,
  normalized,
  typeNameOf,
  words,
} from './names.js'

function table<T>(name: string, make: (given: string) => T, wanted: Record<string, T>): void {
  for (const [given, want] of Object.entries(wanted)) {
    test(`${name}: ${JSON.stringify(given)} gives ${JSON.stringify(want)}`, () => assert.equal(make(given), want))
  }
}

table('words', words, {
  api_credentials: ['api', 'credentials'],
  'api-credentials': ['api', 'credentials'],
  APICredentials: ['API', 'Credentials'],
  todoItems: ['todo', 'Items'],
  'GET/roleId/v2': ['GET', 'role', 'Id', 'v', '2'],
  'größe 寸法': ['größe', '寸法'],
  '../${x}`': ['x'],
  '%%': [],
})

table('camelCase', camelCase, {
  api_credentials: 'apiCredentials',
  getPetById: 'getPetById',
  'GET/roleId/permissions': 'getRoleIdPermissions',
  '3d-models': '_3DModels',
  '': '_',
})

table('interfaceName', interfaceName, {
  api_credentials: 'ApiCredential',
  addresses: 'Address',
  people: 'Person',
  metadata: 'Metadata',
  status: 'Status',
})

table('isPlural', isPlural, { roles: true, role: false, news: false, address: false, people: true })
table('normalized', normalized, { 'provider-prefixes': 'providerprefix', providerPrefix: 'providerprefix' })
table('argumentName', argumentName, {
  delete: 'delete_',
  query: 'query_',
  path: 'path_',
  parameters: 'parameters_',
  linkage: 'linkage_',
  link: 'link_',
  links: 'links_',
  roleId: 'roleId',
})
table(
  'clientMember',
  clientMember,
  Object.fromEntries([
    ['then', 'then_'],
    ['constructor', 'constructor_'],
    ['request', 'request_'],
    ['roles', 'roles'],
  ]),
)
table('typeNameOf', typeNameOf, {
  Client: 'ClientResource',
  Calls: 'CallsResource',
  ServerError: 'ServerErrorResource',
  Page: 'PageResource',
  ServerUrl: 'ServerUrlResource',
  ResourceDescription: 'ResourceDescriptionResource',
  Server: 'Server',
  LinkageRequest: 'LinkageRequestResource',
  Role: 'Role',
})
table('isCall', isCall, {
  'roles.list': true,
  ping: true,
  'roles.list.all': false,
  'roles.then': false,
  request: false,
  'a b': false,
  '1': false,
  '': false,
})

test.run()
