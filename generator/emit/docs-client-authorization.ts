import type { Model, SecurityScheme } from '../model/types.js'
import { type AuthSource, authOf, clientExample, SDK, together } from './docs-client-examples.js'
import { KEY_PLACES, TITLES } from './docs-security.js'
import { code, fence, table } from './markdown.js'
import { cell } from './markdown-inline.js'
import { enumerated } from './prose.js'

type Of<Kind extends SecurityScheme['type']> = Extract<SecurityScheme, { readonly type: Kind }>

/** How the client authorizes requests, in each of the ways that the API's document names. */
export function authorizationView({ api }: Model): object {
  const { security } = api
  const of = <Kind extends SecurityScheme['type']>(kind: Kind): Of<Kind>[] =>
    security.filter((scheme): scheme is Of<Kind> => scheme.type === kind)
  const create = (auth: AuthSource | undefined): string =>
    auth ? fence('ts', clientExample(api, { from: SDK, auth })) : ''
  const [bearer] = of('bearer')
  const [program] = of('clientCredentials')
  const keys = of('apiKey')
  const [basic] = of('basic')
  const signing = [bearer ?? program ?? basic].flatMap((scheme) => (scheme ? (authOf(scheme) ?? []) : []))
  const combined = [...signing, ...keyAuths(keys)]
  return {
    none: security.length === 0,
    bearer: bearer ? create(authOf(bearer)) : '',
    asked: bearer ? create({ source: '{ accessToken: () => getAccessToken() }', imports: [] }) : '',
    program: program ? create(authOf(program)) : '',
    tokenUrl: program?.tokenUrl === undefined ? '' : code(program.tokenUrl),
    scopes: program ? scopeTable(program) : '',
    keys: create(keyAuths(keys)[0]),
    keyPlaces: enumerated(keys.slice(0, 1).map((key) => `the ${KEY_PLACES[key.in]} ${code(key.parameter)}`)),
    keySchemes: keys.length > 1 ? keyTable(keys) : '',
    basic: basic ? create(authOf(basic)) : '',
    combined: keys.length > 0 && combined.length > 1 ? create(together(combined.slice(0, 2))) : '',
    unknown: enumerated(
      of('other').map(({ name }) => code(name)),
      ' or ',
    ),
    own: fence(
      'ts',
      clientExample(api, {
        from: SDK,
        imports: ['type Authorizer'],
        auth: { source: 'ticket', imports: [] },
        before: OWN,
      }),
    ),
    titles: TITLES,
  }
}

/** A key each, with its scheme where there are several. */
const keyAuths = (keys: readonly SecurityScheme[]): AuthSource[] =>
  keys.slice(0, 2).flatMap((key, index) => authOf(key, index === 0 ? 'key' : 'otherKey', keys.length > 1) ?? [])

const keyTable = (keys: readonly Of<'apiKey'>[]): string =>
  table(
    ['Scheme', 'The key goes into'],
    keys.map((key) => [code(key.name), `the ${KEY_PLACES[key.in]} ${code(key.parameter)}`]),
  )

const scopeTable = ({ scopes }: Of<'clientCredentials'>): string =>
  table(
    ['Scope', 'Meaning'],
    scopes.map(({ name, description }) => [code(name), cell(description)]),
  )

const OWN = `const ticket: Authorizer = async ({ headers }) => {
  const value = await getTicket()
  headers.set('authorization', \`Ticket \${value}\`)
  return [value]
}`
