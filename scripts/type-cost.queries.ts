/** Ten typical queries, of which four filter: what `npm run type-cost` measures beyond the import. */
import { createClient } from '../generated/index.js'

const api = createClient({ auth: { accessToken: 'token' } })
const id = 'xYZkjABcde'

export const role = await api.roles.retrieve(id, {
  include: ['organization', 'permissions'],
  fields: { roles: ['name', 'organization', 'permissions'], organizations: ['slug'] },
})
export const slug: string | undefined = role.organization?.slug

export const credentials = await api.apiCredentials.list({
  filter: { kind_eq: 'integration', name_cont: 'ERP', expires_in_gt: 3600 },
  sort: ['-mode'],
})

export const page = await api.memberships
  .list()
  .include('role.permissions')
  .filter({ status_eq: 'active' })
  .page({ size: 25 })
export const canCreate: boolean | undefined = page.data[0]?.role?.permissions[0]?.can_create

export const members = await api.memberships.list({
  filter: { access_scope_in: ['test_access'], role: { name_start: 'A', organization: { slug_eq: 'x' } } },
  include: ['organization'],
})

export const either = await api.apiCredentials.list({
  filter: { or: [{ of: ['name', 'reference', 'organization.name'], cont: 'ERP' }] },
})

export const organization = await api.organizations.retrieve(id, { include: ['memberships.role', 'api_credentials'] })
export const kind: string | undefined = organization.api_credentials[0]?.kind

export const created = await api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: id })

export const permissions = await api.roles.permissions(id, { include: ['role.organization'], page: { number: 2 } })

export const user = await api.user.update({ time_zone: 'UTC' })

for await (const version of api.versions.list({ sort: ['-created_at'], fields: { versions: ['event', 'who'] } })) {
  version.event satisfies string
}
