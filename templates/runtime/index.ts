export { resource } from './body.js'
export type { Description, ResourceDescription } from './description.js'
export type { ErrorObject, Links, Meta } from './document.js'
export { ApiError, type FieldError, ParseError } from './errors.js'
export type { AnyOf, Filter, FilterOf, OpenFilter, OrFilter, OwnFilter, ThroughFilter } from './filter.js'
export type { Include } from './include.js'
export { type InputDocument, inputDocument } from './input.js'
export { ListRequest, type Page, type PageMeta } from './list-request.js'
export { linksOf, metaOf } from './origin.js'
export { path } from './path.js'
export { type PlainBody, type PlainData, type PlainQuery, PlainRequest, parameters, plain } from './plain.js'
export type { ListQuery, PageQuery, Query, Sort } from './query.js'
export { LinkageRequest, linkage } from './relationship.js'
export { ApiRequest, EmptyRequest, type Settled, type WithResponse } from './request.js'
export type { Identifier, Link, Type } from './resource.js'
export { ResourceRequest } from './resource-request.js'
export type { Field, Fields, NoFields, Result } from './result.js'
export {
  type AccessToken,
  type Auth,
  type ClientOptions,
  type Fetch,
  type RequestOptions,
  Transport,
} from './transport.js'
