/**
 * A small API that the runtime is checked and tested with where it stands. In an SDK, the generator puts the API's own
 * `api.ts` in this place.
 */
import {
  type Description,
  type Filter,
  flatFilters,
  type Identifier,
  type Link,
  named,
  pagesByNumber,
} from './runtime/index.js'
import { variables } from './runtime/variables.js'

export interface Article extends Identifier<'articles'> {
  title: string
  words: number
  published_at: string | null
  draft: boolean
  tone: 'dry' | 'warm'
  settings: Record<string, unknown> | null
  author?: Identifier<'people'> | null
  comments?: Identifier<'comments'>[]
}

export interface ArticleCreate {
  title: string
  settings?: Record<string, unknown> | null
  author: Link<'people'>
  comments?: readonly Link<'comments'>[]
}

export interface Person extends Identifier<'people'> {
  name: string
  /** An attribute that bears the name of a relationship elsewhere. */
  comments: string
  articles?: Identifier<'articles'>[]
}

export interface CommentCreate {
  body: string
  subject: Identifier<'articles' | 'people'>
}

export interface Comment extends Identifier<'comments'> {
  body: string
  /** A polymorphic relationship. */
  subject?: Identifier<'articles' | 'people'> | null
  author?: Identifier<'people'> | null
}

export interface Resources {
  articles: {
    resource: Article
    targets: { author: 'people'; comments: 'comments' }
    many: 'comments'
    filter: Filter<'articles'>
    filterable: {
      id: string
      title: string
      words: number
      published_at: Date
      draft: boolean
      tone: 'dry' | 'warm'
      settings: Record<string, unknown>
    }
    sortable: 'title' | 'words'
  }
  people: {
    resource: Person
    targets: { articles: 'articles' }
    many: 'articles'
    filter: Filter<'people'>
    filterable: { name: string }
    sortable: 'name'
  }
  comments: {
    resource: Comment
    targets: { subject: 'articles' | 'people'; author: 'people' }
    many: never
    filter: Filter<'comments'>
    filterable: { body: string }
    sortable: never
  }
}

export interface Matchers {
  string: { value: 'eq' | 'cont'; list: 'in'; flag: 'null' }
  number: { value: 'eq' | 'gt' | 'lt'; list: 'in'; flag: 'null' }
  date: { value: 'eq' | 'gt' | 'lt'; list: 'in'; flag: 'null' }
  boolean: { value: 'eq'; list: 'in'; flag: 'null' | 'true' }
  object: { value: 'eq' | 'jcont'; list: 'in'; flag: 'null' }
}

export type PageSize = 1 | 2 | 3 | 4 | 5

export interface PageQueryParts {
  number: number
  size: PageSize
}

export interface ServerVariables {
  region?: 'eu' | 'us' | undefined
}

export type ServerUrl = 'https://{region}.example.com/api'

export type ApiKeyScheme = 'header' | 'query' | 'cookie'

export const description: Description = {
  baseUrl: 'https://{region}.example.com/api',
  variables: variables({ region: 'eu' }),
  mediaType: 'application/vnd.api+json',
  userAgent: 'stand-in/1.0.0',
  apiKeys: {
    header: { in: 'header', name: 'X-Key' },
    query: { in: 'query', name: 'api key' },
    cookie: { in: 'cookie', name: 'key' },
  },
  tokenUrl: '/oauth/token',
  secrets: ['password'],
  filters: flatFilters({ parameter: 'filter[q][{filter}]', or: '_or_', through: '_', list: ',' }),
  pages: pagesByNumber({
    number: 'page[number]',
    size: 'page[size]',
    total: ['meta', 'record_count'],
    count: ['meta', 'page_count'],
  }),
  resources: {
    articles: { one: { author: 'people' }, many: named('comments') },
    people: { many: named('articles') },
    comments: { one: { subject: ['articles', 'people'], author: 'people' } },
  },
}
