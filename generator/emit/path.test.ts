// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of emitted templates
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { operation } from '../../spec/fixtures/docs/library.js'
import type { Operation, PathParameter } from '../model/types.js'
import { commonPath, placeOf } from './path.js'

const parameter = (name: string, more: Partial<PathParameter> = {}): PathParameter => ({
  name,
  argument: name,
  type: 'string',
  ...more,
})

/** An operation whose path has its parameters in braces. */
const at = (path: string, more: Partial<PathParameter> = {}): Operation => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return operation('things.do', path, { pathParameters: names.map((name) => parameter(name, more)) })
}

const COMMON: readonly (readonly [paths: string[], want: string])[] = [
  [['/roles', '/roles/{id}', '/roles/{id}/versions'], '/roles'],
  [['/roles/{id}', '/roles/{id}/versions'], '/roles'],
  [['/user', '/user/roles'], '/user'],
  [['/api/v1/users/{id}', '/api/v1/users'], '/api/v1/users'],
  // most of them decide, and of as many the longest
  [['/teams/{id}/roles', '/roles', '/roles/{id}'], '/roles'],
  [['/a', '/b/c'], '/b/c'],
  [['/teams/{teamId}/roles', '/teams/{teamId}/roles/{id}'], '/teams'],
  [['/roles-of/{id}', '/roles'], '/roles-of'],
  [['/{tenant}/roles', '/{tenant}/roles/{id}'], ''],
  [['/x-{a}/b'], ''],
  [['/'], '/'],
  [[], ''],
]

for (const [paths, want] of COMMON) {
  test(`what ${paths.join(', ') || 'no path'} begin with`, () => {
    assert.is(commonPath(paths.map((path) => at(path))), want)
  })
}

const PLACES: readonly (readonly [path: string, base: string, want: string])[] = [
  ['/roles', '/roles', '[]'],
  ['/roles/{id}', '/roles', '[id]'],
  ['/roles/{id}/relationships/api_keys', '/roles', "[id, 'relationships', 'api_keys']"],
  ['/teams/{teamId}/roles/{id}', '/teams', "[teamId, 'roles', id]"],
  ['/{tenant}/a.b', '', "[tenant, 'a.b']"],
  // elsewhere
  ['/roles-of/{id}', '/roles', 'path`/roles-of/${id}`'],
  ['/teams/{id}/roles', '/roles', 'path`/teams/${id}/roles`'],
  // what is no plain segment
  ['/roles/{id}.json', '/roles', 'path`/roles/${id}.json`'],
  ['/roles/{a}-{b}', '/roles', 'path`/roles/${a}-${b}`'],
  ['/roles/{id}/', '/roles', 'path`/roles/${id}/`'],
  ['/roles/', '/roles', 'path`/roles/`'],
  ['/roles/{id}/..', '/roles', 'path`/roles/${id}/..`'],
  ['/roles/{id}/a:b', '/roles', 'path`/roles/${id}/a:b`'],
  ['/roles/{id}/ü', '/roles', 'path`/roles/${id}/ü`'],
  ['/roles/{id}/%20', '/roles', 'path`/roles/${id}/%20`'],
  ['/roles/x?a=b', '/roles', 'path`/roles/x?a=b`'],
  ['/roles/`', '/roles', 'path`/roles/\\``'],
]

for (const [path, base, want] of PLACES) {
  test(`the place of ${path} in ${base}`, () => assert.is(placeOf(at(path), base), want))
}

test('a value in a style of its own, and one that no argument has', () => {
  const written = { style: 'matrix', explode: true, schema: '' } as const
  assert.is(placeOf(at('/roles/{id}', { written }), '/roles'), "[matrix('id', id, true)]")
  assert.is(placeOf(operation('things.do', '/roles/{id}', { pathParameters: [] }), '/roles'), 'path`/roles/{id}`')
})

test.run()
