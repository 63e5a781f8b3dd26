export { apiKey } from './api-key.js'
export type { AccessToken, Auth, Authorizer, Outgoing } from './auth.js'
export { BaseClient } from './base-client.js'
export { basic } from './basic.js'
export type { BodyContent } from './body.js'
export { resource } from './body.js'
export { Calls } from './calls.js'
export { type ClientCredentials, clientCredentials } from './client-credentials.js'
export { datesIn } from './dates.js'
export { type Description, named, type ResourceDescription } from './description.js'
export type { ErrorObject, Links, Meta } from './document.js'
export {
  type AnyEndpoint,
  type Endpoint,
  type EndpointArguments,
  endpointRequest,
  type OperationOf,
  type Reply,
} from './endpoint.js'
export type { FieldError } from './error-document.js'
export {
  AbortError,
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  NotFoundError,
  ParseError,
  PermissionError,
  RateLimitError,
  RequestError,
  ServerError,
  TimeoutError,
  ValidationError,
} from './errors.js'
export { expressionFilters } from './expressions.js'
export type { AnyOf, Filter, FilterOf, FilterValue, OpenFilter, OrFilter, OwnFilter, ThroughFilter } from './filter.js'
export { flatFilters, nestedFilters } from './filters.js'
export {
  type ErrorEvent,
  type HookFunctions,
  type Hooks,
  hooks,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
} from './hooks.js'
export type { Include } from './include.js'
export { type InputDocument, inputDocument } from './input.js'
export { ListRequest } from './list-request.js'
export { listsAs } from './lists.js'
export { logging } from './logging.js'
export { lidOf, linksOf, metaOf } from './origin.js'
export type { AllOptions, Page, PageMeta } from './page.js'
export { pagesByCursor, pagesByLinks, pagesByNumber, pagesByOffset } from './pages.js'
export { type Expected, parse, parseList } from './parse.js'
export { path } from './path.js'
export { json, PlainRequest, parameters } from './plain.js'
export type { ListQuery, Needing, PageQuery, Query, Sort } from './query.js'
export { LinkageRequest, linkage } from './relationship.js'
export { ApiRequest, EmptyRequest, type Settled, type WithResponse } from './request.js'
export type { Identifier, Link, Type } from './resource.js'
export { ResourceRequest } from './resource-request.js'
export type { Field, Fields, NoFields, Result } from './result.js'
export type { RetryOptions } from './retry.js'
export { type ClientOptions, type Fetch, type RequestOptions, Transport } from './transport.js'
