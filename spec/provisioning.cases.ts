/** One call through the SDK for every endpoint of the Provisioning API, with what the server must get. */
import type { Client } from '../generated/index.js'

export interface Case {
  /** Verb and path, as in the document. */
  readonly endpoint: string
  readonly call: (api: Client) => PromiseLike<unknown>
  /** The decoded query. */
  readonly query?: Readonly<Record<string, string>>
  /** The `data` of the document that is sent. */
  readonly data?: unknown
}

/** Stands wherever a path names a resource. */
export const id = 'xYZkjABcde'

const get = (path: string, call: Case['call'], query?: Record<string, string>): Case => ({
  endpoint: `GET ${path}`,
  call,
  ...(query && { query }),
})
const to = (type: string, of: string) => ({ data: { type, id: of } })

const provider = {
  name: 'Org auth0',
  client_id: 'a6CDk5v1ZV99GrtOcfYVEZRnDDt',
  client_secret: 's6CD55v1ZV99ArtOcfYVEZRnDDf',
  issuer: 'https://dev.auth987.com/',
  domains: 'dev.auth987.com',
  token_url: 'https://dev.auth987.com/oauth/token',
  authorize_url: 'https://dev.auth987.com/authorize',
  jwks_url: 'https://dev.auth987.com/.well-known/jwks.json',
  organization: 'org_76gsfs5gd', // an attribute here, a relationship elsewhere
}
const rights = { can_create: false, can_read: true, can_update: false, can_destroy: false, subject: 'orders' }

export const cases: readonly Case[] = [
  // ── API credentials
  {
    endpoint: 'POST /api_credentials', // the example of the API's own reference
    call: (api) => api.apiCredentials.create({ name: 'My app', kind: 'sales_channel', organization: 'ABCRtyUpBa' }),
    data: {
      type: 'api_credentials',
      attributes: { name: 'My app', kind: 'sales_channel' },
      relationships: { organization: to('organizations', 'ABCRtyUpBa') },
    },
  },
  get(
    '/api_credentials',
    (api) =>
      api.apiCredentials.list({
        include: ['organization', 'role.permissions'],
        fields: { api_credentials: ['name', 'organization', 'role'], roles: ['permissions'] },
        filter: {
          kind_eq: 'integration',
          name_in: ['a', 'b'],
          expires_in_gt: 3600,
          created_at_gteq: new Date('2024-01-01T00:00:00Z'),
          confidential_true: true,
          metadata_jcont: { a: 1 },
          role: { name_start: 'A&b=c#d', organization: { slug_eq: 'x' } },
          or: [{ of: ['name', 'organization.name'], cont: 'ERP' }],
        },
        sort: ['-mode', 'created_at'],
        page: { number: 2, size: 25 },
      }),
    {
      include: 'organization,role.permissions',
      'fields[api_credentials]': 'name,organization,role',
      'fields[roles]': 'permissions',
      'filter[q][kind_eq]': 'integration',
      'filter[q][name_in]': 'a,b',
      'filter[q][expires_in_gt]': '3600',
      'filter[q][created_at_gteq]': '2024-01-01T00:00:00.000Z',
      'filter[q][confidential_true]': 'true',
      'filter[q][metadata_jcont]': '{"a":1}',
      'filter[q][role_name_start]': 'A&b=c#d',
      'filter[q][role_organization_slug_eq]': 'x',
      'filter[q][name_or_organization_name_cont]': 'ERP',
      sort: '-mode,created_at',
      'page[number]': '2',
      'page[size]': '25',
    },
  ),
  get('/api_credentials/{apiCredentialId}', (api) => api.apiCredentials.retrieve(id, { include: ['role'] }), {
    include: 'role',
  }),
  {
    endpoint: 'PATCH /api_credentials/{apiCredentialId}',
    call: (api) =>
      api.apiCredentials.update(id, { expires_in: null, role: null }, { fields: { api_credentials: ['name'] } }),
    query: { 'fields[api_credentials]': 'name' },
    data: { type: 'api_credentials', id, attributes: { expires_in: null }, relationships: { role: { data: null } } },
  },
  { endpoint: 'DELETE /api_credentials/{apiCredentialId}', call: (api) => api.apiCredentials.delete(id) },
  get('/api_credentials/{apiCredentialId}/organization', (api) => api.apiCredentials.organization(id)),
  get('/api_credentials/{apiCredentialId}/role', (api) => api.apiCredentials.role(id).include('permissions'), {
    include: 'permissions',
  }),

  // ── application memberships
  {
    endpoint: 'POST /application_memberships',
    call: (api) =>
      api.applicationMemberships.create({
        filters: { type: 'organizations', id: 'x' }, // stays an attribute
        api_credential: { type: 'api_credentials', id: 'a' },
        organization: 'b',
        role: 'c',
      }),
    data: {
      type: 'application_memberships',
      attributes: { filters: { type: 'organizations', id: 'x' } },
      relationships: {
        api_credential: to('api_credentials', 'a'),
        organization: to('organizations', 'b'),
        role: to('roles', 'c'),
      },
    },
  },
  get(
    '/application_memberships',
    (api) => api.applicationMemberships.list().sort('-created_at').page({ size: 5 }).include('role'),
    { sort: '-created_at', 'page[size]': '5', include: 'role' },
  ),
  get('/application_memberships/{applicationMembershipId}', (api) => api.applicationMemberships.retrieve(id)),
  {
    endpoint: 'PATCH /application_memberships/{applicationMembershipId}',
    call: (api) => api.applicationMemberships.update(id, { membership_profile: 'p', filters: null }),
    data: {
      type: 'application_memberships',
      id,
      attributes: { filters: null },
      relationships: { membership_profile: to('membership_profiles', 'p') },
    },
  },
  {
    endpoint: 'DELETE /application_memberships/{applicationMembershipId}',
    call: (api) => api.applicationMemberships.delete(id),
  },
  get('/application_memberships/{applicationMembershipId}/api_credential', (api) =>
    api.applicationMemberships.apiCredential(id),
  ),
  get('/application_memberships/{applicationMembershipId}/membership', (api) =>
    api.applicationMemberships.membership(id),
  ),
  get('/application_memberships/{applicationMembershipId}/membership_profile', (api) =>
    api.applicationMemberships.membershipProfile(id),
  ),
  get('/application_memberships/{applicationMembershipId}/organization', (api) =>
    api.applicationMemberships.organization(id),
  ),
  get('/application_memberships/{applicationMembershipId}/role', (api) => api.applicationMemberships.role(id)),

  // ── identity providers
  {
    endpoint: 'POST /identity_providers',
    call: (api) => api.identityProviders.create(provider),
    data: { type: 'identity_providers', attributes: provider },
  },
  get('/identity_providers', (api) => api.identityProviders.list({ filter: { status_eq: 'verified' } }), {
    'filter[q][status_eq]': 'verified',
  }),
  get('/identity_providers/{identityProviderId}', (api) => api.identityProviders.retrieve(id)),
  {
    endpoint: 'PATCH /identity_providers/{identityProviderId}',
    call: (api) => api.identityProviders.update(id, { _disable: true }),
    data: { type: 'identity_providers', id, attributes: { _disable: true } },
  },
  { endpoint: 'DELETE /identity_providers/{identityProviderId}', call: (api) => api.identityProviders.delete(id) },
  get('/identity_providers/{identityProviderId}/user', (api) => api.identityProviders.user(id)),

  // ── memberships
  {
    endpoint: 'POST /memberships',
    call: (api) =>
      api.memberships.create({
        user_email: 'a@example.com',
        access_scope: 'test_access',
        organization: 'o',
        role: { type: 'roles', id: 'r' },
        application_memberships: ['x', { type: 'application_memberships', id: 'y' }],
      }),
    data: {
      type: 'memberships',
      attributes: { user_email: 'a@example.com', access_scope: 'test_access' },
      relationships: {
        organization: to('organizations', 'o'),
        role: to('roles', 'r'),
        application_memberships: {
          data: [
            { type: 'application_memberships', id: 'x' },
            { type: 'application_memberships', id: 'y' },
          ],
        },
      },
    },
  },
  get('/memberships', (api) => api.memberships.list({ filter: { access_scope_in: ['live_access', 'all_access'] } }), {
    'filter[q][access_scope_in]': 'live_access,all_access',
  }),
  get('/memberships/{membershipId}', (api) => api.memberships.retrieve(id)),
  {
    endpoint: 'PATCH /memberships/{membershipId}',
    call: (api) => api.memberships.update(id, { application_memberships: [], membership_profile: null }),
    data: {
      type: 'memberships',
      id,
      relationships: { application_memberships: { data: [] }, membership_profile: { data: null } },
    },
  },
  { endpoint: 'DELETE /memberships/{membershipId}', call: (api) => api.memberships.delete(id) },
  { endpoint: 'POST /memberships/{membershipId}/resend', call: (api) => api.memberships.resend(id) },
  get('/memberships/{membershipId}/organization', (api) => api.memberships.organization(id)),
  get('/memberships/{membershipId}/role', (api) => api.memberships.role(id)),
  get('/memberships/{membershipId}/application_memberships', (api) => api.memberships.applicationMemberships(id)),
  get('/memberships/{membershipId}/membership_profile', (api) => api.memberships.membershipProfile(id)),
  get('/memberships/{membershipId}/versions', (api) => api.memberships.versions(id, { page: { number: 3 } }), {
    'page[number]': '3',
  }),

  // ── membership profiles
  {
    endpoint: 'POST /membership_profiles',
    call: (api) => api.membershipProfiles.create({ name: 'Marketing', access_scope: 'all_access', organization: 'o' }),
    data: {
      type: 'membership_profiles',
      attributes: { name: 'Marketing', access_scope: 'all_access' },
      relationships: { organization: to('organizations', 'o') },
    },
  },
  get('/membership_profiles', (api) => api.membershipProfiles.list({ filter: { name_null: false } }), {
    'filter[q][name_null]': 'false',
  }),
  get('/membership_profiles/{membershipProfileId}', (api) => api.membershipProfiles.retrieve(id)),
  {
    endpoint: 'PATCH /membership_profiles/{membershipProfileId}',
    call: (api) => api.membershipProfiles.update(id, { metadata: { foo: 'bar' } }),
    data: { type: 'membership_profiles', id, attributes: { metadata: { foo: 'bar' } } },
  },
  { endpoint: 'DELETE /membership_profiles/{membershipProfileId}', call: (api) => api.membershipProfiles.delete(id) },
  get('/membership_profiles/{membershipProfileId}/organization', (api) => api.membershipProfiles.organization(id)),
  get('/membership_profiles/{membershipProfileId}/application_memberships', (api) =>
    api.membershipProfiles.applicationMemberships(id),
  ),

  // ── organizations
  {
    endpoint: 'POST /organizations',
    call: (api) => api.organizations.create({ name: 'The Blue Brand', config: { mfe: {} } }),
    data: { type: 'organizations', attributes: { name: 'The Blue Brand', config: { mfe: {} } } },
  },
  get('/organizations', (api) => api.organizations.list({ sort: ['name'] }), { sort: 'name' }),
  get('/organizations/{organizationId}', (api) => api.organizations.retrieve(id)),
  {
    endpoint: 'PATCH /organizations/{organizationId}',
    call: (api) => api.organizations.update(id, { name: 'Blue', support_phone: null }),
    data: { type: 'organizations', id, attributes: { name: 'Blue', support_phone: null } },
  },
  {
    endpoint: 'PATCH /organizations/{organizationId}/transfer_ownership',
    call: (api) => api.organizations.transferOwnership(id, { new_owner_email: 'new@owner.com' }),
    data: { type: 'organizations', id, attributes: { new_owner_email: 'new@owner.com' } },
  },
  get('/organizations/{organizationId}/memberships', (api) => api.organizations.memberships(id)),
  get('/organizations/{organizationId}/roles', (api) => api.organizations.roles(id)),
  get('/organizations/{organizationId}/permissions', (api) => api.organizations.permissions(id)),
  get('/organizations/{organizationId}/api_credentials', (api) => api.organizations.apiCredentials(id)),

  // ── permissions
  {
    endpoint: 'POST /permissions',
    call: (api) => api.permissions.create({ ...rights, role: 'r' }),
    data: { type: 'permissions', attributes: rights, relationships: { role: to('roles', 'r') } },
  },
  get('/permissions', (api) => api.permissions.list({ filter: { can_create_true: true, role: { id_eq: 'r' } } }), {
    'filter[q][can_create_true]': 'true',
    'filter[q][role_id_eq]': 'r',
  }),
  get('/permissions/{permissionId}', (api) => api.permissions.retrieve(id)),
  {
    endpoint: 'PATCH /permissions/{permissionId}',
    call: (api) => api.permissions.update(id, { can_read: false }),
    data: { type: 'permissions', id, attributes: { can_read: false } },
  },
  get('/permissions/{permissionId}/organization', (api) => api.permissions.organization(id)),
  get('/permissions/{permissionId}/role', (api) => api.permissions.role(id)),
  get('/permissions/{permissionId}/versions', (api) => api.permissions.versions(id)),

  // ── roles
  {
    endpoint: 'POST /roles',
    call: (api) => api.roles.create({ name: 'Custom role', organization: 'o' }),
    data: {
      type: 'roles',
      attributes: { name: 'Custom role' },
      relationships: { organization: to('organizations', 'o') },
    },
  },
  get('/roles', (api) => api.roles.list()),
  get(
    '/roles/{roleId}',
    (api) =>
      api.roles.retrieve(id, {
        include: ['organization', 'permissions'],
        fields: { roles: ['name', 'organization', 'permissions'], organizations: ['slug'] },
      }),
    {
      include: 'organization,permissions',
      'fields[roles]': 'name,organization,permissions',
      'fields[organizations]': 'slug',
    },
  ),
  {
    endpoint: 'PATCH /roles/{roleId}',
    call: (api) => api.roles.update(id, { _add_missing_base_permissions: true }),
    data: { type: 'roles', id, attributes: { _add_missing_base_permissions: true } },
  },
  get('/roles/{roleId}/organization', (api) => api.roles.organization(id)),
  get('/roles/{roleId}/permissions', (api) => api.roles.permissions(id, { filter: { subject_in: ['orders'] } }), {
    'filter[q][subject_in]': 'orders',
  }),
  get('/roles/{roleId}/memberships', (api) => api.roles.memberships(id)),
  get('/roles/{roleId}/api_credentials', (api) => api.roles.apiCredentials(id)),
  get('/roles/{roleId}/versions', (api) => api.roles.versions(id)),

  // ── the user
  get('/user', (api) => api.user.retrieve({ fields: { users: ['email'] } }), { 'fields[users]': 'email' }),
  {
    endpoint: 'PATCH /user',
    call: (api) => api.user.update({ time_zone: 'UTC' }),
    data: { type: 'users', attributes: { time_zone: 'UTC' } },
  },

  // ── versions
  get('/versions', (api) => api.versions.list({ filter: { resource_type_eq: 'roles' } }), {
    'filter[q][resource_type_eq]': 'roles',
  }),
  get('/versions/{versionId}', (api) => api.versions.retrieve(id)),
]
