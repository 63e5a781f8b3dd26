// biome-ignore-all format: each case on a line of its own, so that `@ts-expect-error` is about the whole of it
// biome-ignore-all lint/suspicious/noUnusedExpressions: reading a property is the case
/**
 * What must compile against the SDK of the Provisioning API, and what must not. Nothing of it is ever run: it passes when
 * it compiles, and each `@ts-expect-error` fails where the line below it is accepted.
 */
import type { Client, Fields, FilterOf, Identifier, ListQuery, Organization, Page, Permission, ResourceRequest, Result, Role, User } from '../generated/index.js'

declare const api: Client
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends (<X>() => X extends B ? 1 : 2) ? true : false
declare function is<A>(value: A): { exactly<B>(same: Same<A, B>): void }
declare const text: string, id: string, n: number

// ── 1, 3: nothing asked for: the interface
const plain = await api.roles.retrieve(id)
is(plain).exactly<Role>(true)
is(plain.organization).exactly<Identifier<'organizations'> | null | undefined>(true)
// @ts-expect-error not included
plain.organization?.slug

// ── 2: include
await api.roles.retrieve(id, { include: ['organization', 'permissions.organization', 'permissions.role.memberships'] })
const deep = await api.roles.retrieve(id, { include: ['permissions.role.memberships.organization.api_credentials.role'] })
is(deep.permissions[0]?.role?.memberships[0]?.organization?.api_credentials[0]?.role?.kind).exactly<string | undefined>(true)
// @ts-expect-error no such relationship
await api.roles.retrieve(id, { include: ['organisation'] })
// @ts-expect-error wrong in the second segment
await api.roles.retrieve(id, { include: ['organization', 'permissions.organisation'] })
// @ts-expect-error wrong in the fifth segment
await api.roles.retrieve(id, { include: ['permissions.role.memberships.organization.nope'] })
// @ts-expect-error an attribute is no relationship
await api.roles.retrieve(id, { include: ['name'] })
// @ts-expect-error trailing dot
await api.roles.retrieve(id, { include: ['permissions.'] })
// @ts-expect-error empty
await api.roles.retrieve(id, { include: [''] })
// @ts-expect-error not a literal
await api.roles.retrieve(id, { include: [text] })
const empty = await api.roles.retrieve(id, { include: [] })
is(empty).exactly<Role>(true)
const kept = { include: ['organization'], fields: { roles: ['organization'] } } as const
is((await api.roles.retrieve(id, kept)).organization?.name).exactly<string | undefined>(true)

// ── 3: include x fields
const role = await api.roles.retrieve(id, {
  include: ['organization', 'permissions.organization'],
  fields: { roles: ['name', 'organization', 'permissions'], organizations: ['slug'] },
})
is(role).exactly<{
  readonly type: 'roles'; readonly id: string; name: string
  organization: { readonly type: 'organizations'; readonly id: string; slug: string } | null
  permissions: Result<'permissions', 'organization', { readonly organizations: readonly ['slug'] }>[]
}>(true)
is(role.organization?.slug).exactly<string | undefined>(true)
is(role.permissions[0]?.organization?.slug).exactly<string | undefined>(true)
is(role.permissions[0]?.can_create).exactly<boolean | undefined>(true)
// @ts-expect-error not in fields
role.kind
// @ts-expect-error not in fields
role.organization?.name
// @ts-expect-error not in fields of organizations, one level down
role.permissions[0]?.organization?.name
const hidden = await api.roles.retrieve(id, { include: ['organization', 'permissions'], fields: { roles: ['name', 'permissions'] } })
hidden.permissions[0]?.subject
// @ts-expect-error included, but not in fields
hidden.organization
// @ts-expect-error no such field
await api.roles.retrieve(id, { fields: { roles: ['nme'] } })
// @ts-expect-error no such type
await api.roles.retrieve(id, { fields: { roles: ['name'], rolez: ['name'] } })
const onlyOthers = await api.roles.retrieve(id, { fields: { organizations: ['slug'] } })
is(onlyOthers).exactly<Role>(true)

// ── 4: filter
api.apiCredentials.list({ filter: { kind_eq: 'integration', name_cont: 'ERP', expires_in_gt: 3600, name_in: ['a'], name_null: true, created_at_gteq: new Date(), confidential_true: true, metadata_jcont: { a: 1 }, id_in: ['x'] } })
api.memberships.list({ filter: { access_scope_eq: 'live_access', access_scope_in: ['test_access'], role: { name_start: 'A', organization: { slug_eq: 'x' } } } })
api.apiCredentials.list({ filter: { or: [{ of: ['name', 'reference', 'organization.name'], cont: 'ERP' }, { of: ['created_at', 'updated_at'], gt: '2024-01-01' }] } })
// @ts-expect-error not filterable
api.apiCredentials.list({ filter: { client_secret_eq: 'x' } })
// @ts-expect-error no such attribute, beside a good one
api.apiCredentials.list({ filter: { name_eq: 'x', nam_eq: 'x' } })
// @ts-expect-error number
api.apiCredentials.list({ filter: { expires_in_gt: '3600' } })
// @ts-expect-error numbers have no cont
api.apiCredentials.list({ filter: { expires_in_cont: '36' } })
// @ts-expect-error strings have no gt
api.apiCredentials.list({ filter: { name_gt: 'a' } })
// @ts-expect-error a list matcher takes a list
api.apiCredentials.list({ filter: { name_in: 'a' } })
// @ts-expect-error a flag
api.apiCredentials.list({ filter: { name_null: 'yes' } })
// @ts-expect-error not in the enum
api.memberships.list({ filter: { access_scope_eq: 'live' } })
// @ts-expect-error no such attribute through the relationship
api.memberships.list({ filter: { role: { nam_eq: 'x' } } })
// @ts-expect-error mixed kinds
api.apiCredentials.list({ filter: { or: [{ of: ['name', 'expires_in'], eq: 'x' }] } })
// @ts-expect-error matcher of another kind
api.apiCredentials.list({ filter: { or: [{ of: ['name', 'reference'], gt: 'x' }] } })

// ── 5: sort and page
api.apiCredentials.list({ sort: ['-mode', 'created_at'], page: { number: 2, size: 25 } })
api.apiCredentials.list({ page: { size: n } })
// @ts-expect-error not sortable
api.apiCredentials.list({ sort: ['name'] })
// @ts-expect-error
api.apiCredentials.list({ sort: ['+mode'] })
// @ts-expect-error more than a page holds
api.apiCredentials.list({ page: { size: 26 } })
// @ts-expect-error
api.apiCredentials.list({ page: { size: 0 } })
// @ts-expect-error retrieve takes no filter
api.roles.retrieve(id, { filter: { name_eq: 'x' } })

// ── 6: both styles, one type
const built = await api.roles.retrieve(id).include('organization', 'permissions.organization').fields({ roles: ['name', 'organization', 'permissions'] }).fields({ organizations: ['slug'] })
is(built).exactly<typeof role>(true)
const page = await api.memberships.list().include('role.permissions').filter({ status_eq: 'active' }).sort('-created_at').page({ size: 25 })
const asObject = await api.memberships.list({ include: ['role.permissions'], filter: { status_eq: 'active' }, sort: ['-created_at'], page: { size: 25 } })
is(page).exactly<typeof asObject>(true)
is(page).exactly<Page<Result<'memberships', 'role.permissions'>>>(true)
is(page.data[0]?.role?.permissions[0]?.can_create).exactly<boolean | undefined>(true)
is(await page.next()).exactly<typeof page | undefined>(true)
for await (const membership of api.memberships.list({ include: ['role'] })) is(membership.role).exactly<Role | null>(true)
const { data, response } = await api.roles.retrieve(id, { include: ['organization'] }).withResponse()
is(data.organization).exactly<Organization | null>(true)
is(response).exactly<Response>(true)
is(await Promise.all([api.roles.retrieve(id)])).exactly<[Role]>(true)
// @ts-expect-error
api.roles.retrieve(id).include('organisation')
// @ts-expect-error
api.roles.retrieve(id).include('organization', 'permissions.nope')
// @ts-expect-error
api.roles.retrieve(id).fields({ roles: ['name'], rolez: ['name'] })
// @ts-expect-error one resource cannot be iterated
for await (const _ of api.roles.retrieve(id)) {}
// @ts-expect-error the later fieldset of a type wins
;(await api.roles.retrieve(id).fields({ roles: ['name'] }).fields({ roles: ['kind'] })).name

// ── 7: inputs
const org = await api.organizations.retrieve(id, { fields: { organizations: ['slug'] } })
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: id })
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: org, role: plain })
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: { type: 'organizations', id }, role: null, expires_in: null })
api.memberships.update(id, { application_memberships: [id, { type: 'application_memberships', id }] })
api.memberships.update(id, { application_memberships: [], membership_profile: null })
// @ts-expect-error required attribute
api.apiCredentials.create({ kind: 'sales_channel', organization: id })
// @ts-expect-error required relationship
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel' })
// @ts-expect-error read-only
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: id, client_id: 'x' })
// @ts-expect-error create only
api.apiCredentials.update(id, { kind: 'x' })
// @ts-expect-error another type
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: plain })
// @ts-expect-error required: never null
api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: null })
// @ts-expect-error not nullable
api.apiCredentials.update(id, { name: null })
// @ts-expect-error explicit undefined
api.apiCredentials.update(id, { name: undefined })
// @ts-expect-error to-many takes a list
api.memberships.update(id, { application_memberships: id })
const created = await api.apiCredentials.create({ name: 'a', kind: 'b', organization: id }, { include: ['organization'] })
is(created.organization).exactly<Organization | null>(true)
const outcome = await api.apiCredentials.create({ name: 'a', kind: 'b', organization: id }).settled()
if (outcome.ok) outcome.data.client_id
else {
  outcome.error.fields.organization?.[0]?.detail
  // @ts-expect-error not a key of the input
  outcome.error.fields.client_id
}

// ── 8: related resources, singletons, actions
is(await api.roles.permissions(id)).exactly<Page<Permission>>(true)
for await (const permission of api.roles.permissions(id, { filter: { subject_eq: 'orders' }, include: ['organization'] })) is(permission.organization).exactly<Organization | null>(true)
is(await api.roles.organization(id)).exactly<Organization>(true)
is(await api.apiCredentials.role(id)).exactly<Role | null>(true)
is((await api.apiCredentials.role(id, { include: ['permissions'] }))?.permissions[0]?.subject).exactly<string | undefined>(true)
// @ts-expect-error what one relates to takes no page
api.roles.organization(id, { page: { size: 1 } })
is(await api.user.retrieve()).exactly<User>(true)
is(await api.user.update({ time_zone: 'UTC' }, { fields: { users: ['time_zone'] } })).exactly<{ readonly type: 'users'; readonly id: string; time_zone: string | null }>(true)
// @ts-expect-error a singleton has no list
api.user.list
// @ts-expect-error read-only
api.user.update({ otp_required_for_login: true })
is(await api.memberships.resend(id)).exactly<void>(true)
is(await api.memberships.delete(id, { signal: new AbortController().signal })).exactly<void>(true)
api.organizations.transferOwnership(id, { new_owner_email: 'new@owner.com' })
// @ts-expect-error required
api.organizations.transferOwnership(id, {})
// @ts-expect-error versions are read only
api.versions.create
// @ts-expect-error roles cannot be deleted
api.roles.delete
// @ts-expect-error not a literal
api.roles.list({ sort: [text] })
// @ts-expect-error an id is a string
api.roles.retrieve(1)

// ── 9: what is not known where it is written
declare const columns: ('name' | 'kind')[]
const dynamic = await api.roles.retrieve(id, { fields: { roles: columns } })
is(dynamic.name).exactly<string | undefined>(true)
is(dynamic.id).exactly<string>(true)
declare const anyFields: Fields
is((await api.roles.retrieve(id, { fields: anyFields })).name).exactly<string | undefined>(true)
// @ts-expect-error what is expected does not say what was asked for
const expected: ResourceRequest<'roles', 'organization'> = api.roles.retrieve(id)
let reused = api.memberships.list().include('role')
// @ts-expect-error the same
reused = api.memberships.list()
reused = api.memberships.list({ include: ['role'] })
// @ts-expect-error alternatives without attributes
api.apiCredentials.list({ filter: { or: [{ of: [], cont: 'x' }] } })
const filter: FilterOf<'memberships'> = { status_eq: 'active' }
const query: ListQuery<'memberships'> = { filter, page: { size: n } }
await api.memberships.list(query)

export { expected, reused }
