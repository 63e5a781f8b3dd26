/** What `inspect --json` tells of an API, as far as it takes to call it. */

export interface Inspected {
  readonly dialect: { readonly filter: { readonly parameter: string; readonly matchers: readonly Matcher[] } | null }
  readonly resources: readonly InspectedResource[]
  readonly operations: readonly InspectedOperation[]
  readonly warnings: readonly { readonly code: string }[]
}

interface Matcher {
  readonly name: string
  readonly takes: string
  readonly for: readonly string[]
}

export interface InspectedResource {
  readonly type: string
  readonly id: { readonly create: string | null }
  readonly attributes: readonly InspectedAttribute[]
  readonly relationships: readonly InspectedRelationship[]
  readonly operations: readonly InspectedOperation[]
}

export interface InspectedAttribute {
  readonly name: string
  readonly type: string
  readonly readable: boolean
  readonly create: string | null
  readonly update: string | null
  readonly filterable: boolean
  readonly sortable: boolean
  readonly enum?: readonly unknown[]
  /** The pointers of its schemas. */
  readonly schema: Readonly<Partial<Record<'read' | 'create' | 'update', readonly string[]>>>
}

export interface InspectedRelationship {
  readonly name: string
  readonly cardinality: string
  readonly types: readonly string[]
  readonly readable: boolean
  readonly create: string | null
  readonly update: string | null
}

interface Names {
  readonly values?: readonly string[]
}

export interface InspectedOperation {
  readonly call: string
  readonly kind: string
  readonly method: string
  readonly path: string
  readonly pathParameters: readonly string[]
  /** The names of the arguments in their order. */
  readonly signature: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly given: 'query' | 'options' }[]
  readonly body: InspectedBody | null
  readonly answer: InspectedAnswer
  readonly query: {
    readonly include: Names | null
    readonly sort: Names | null
    readonly fields: { readonly types: readonly (Names & { readonly type: string })[] } | null
    readonly filter: InspectedFilter | null
    readonly page: { readonly parameters: readonly { readonly parameter: string; readonly key: string }[] } | null
  }
}

export interface InspectedFilter {
  readonly dialect: boolean
  readonly open: boolean
  readonly text: object | null
  readonly parameters: readonly {
    readonly parameter: string
    readonly path: readonly string[]
    readonly list: string | null
  }[]
}

export interface InspectedBody {
  readonly kind: string
  readonly type?: string
  readonly types?: readonly string[]
  readonly cardinality?: string
  readonly write?: 'create' | 'update'
  readonly attributes?: readonly InspectedAttribute[]
  readonly contents?: readonly Content[]
}

/** https://spec.openapis.org/oas/v3.1.1#media-type-object */
export interface Content {
  readonly mediaType: string
  readonly format: string
  readonly schema?: string
}

export interface InspectedAnswer {
  readonly kind: string
  readonly types?: readonly string[]
  readonly cardinality?: string
  readonly contents?: readonly Content[]
  readonly status: number
}

/** All operations, the resources' first. */
export const operationsOf = ({ resources, operations }: Inspected): InspectedOperation[] => [
  ...resources.flatMap((resource) => resource.operations),
  ...operations,
]
