import type { Model } from '../model/types.js'
import { authorizationView } from './docs-client-authorization.js'
import { documentsView } from './docs-client-documents.js'
import { errorsView } from './docs-client-errors.js'
import { type Subjects, subjectsOf } from './docs-client-examples.js'
import { hooksView } from './docs-client-hooks.js'
import { installingView } from './docs-client-installing.js'
import { paginationView } from './docs-client-pagination.js'
import { queriesView } from './docs-client-queries.js'
import { retriesView } from './docs-client-retries.js'
import { testingView } from './docs-client-testing.js'
import { CLIENT, relative } from './docs-site.js'
import { sentenceCase } from './docs-words.js'
import { frontMatter, link } from './markdown.js'
import { enumerated } from './prose.js'

/** A page on the client. */
interface ClientPage {
  /** The name of its file and of its template. */
  readonly name: string
  readonly title: string
  /** What it tells, for a list of the pages. */
  readonly about: string
  /** The names of the pages to be read with it. */
  readonly see: readonly string[]
  /** Undefined where the API has nothing of the kind. */
  readonly view: (model: Model, subjects: Subjects) => object | undefined
}

/** In the order of the sidebar. */
const PAGES: readonly ClientPage[] = [
  {
    name: 'installing',
    title: 'Installing',
    about: 'where the SDK runs, the first request, what changes with the API',
    see: ['authorization', 'queries', 'errors'],
    view: installingView,
  },
  {
    name: 'authorization',
    title: 'Authorization',
    about: 'how requests are authorized',
    see: ['retries', 'hooks'],
    view: authorizationView,
  },
  {
    name: 'queries',
    title: 'Queries',
    about: 'what comes back, and in which order',
    see: ['pagination', 'documents'],
    view: queriesView,
  },
  {
    name: 'pagination',
    title: 'Pages of a list',
    about: 'one page, the next, or the rows of all',
    see: ['queries', 'documents'],
    view: paginationView,
  },
  {
    name: 'errors',
    title: 'Errors',
    about: 'what a request that fails throws',
    see: ['retries', 'hooks', 'testing'],
    view: errorsView,
  },
  {
    name: 'retries',
    title: 'Retries and timeouts',
    about: 'when a request is sent again, and how long it may take',
    see: ['errors', 'hooks'],
    view: retriesView,
  },
  {
    name: 'hooks',
    title: 'Hooks',
    about: 'what can be done as requests go out and answers come in',
    see: ['errors', 'retries'],
    view: hooksView,
  },
  {
    name: 'documents',
    title: 'Documents and requests',
    about: 'the documents, responses and requests beneath, `fetch`, the server',
    see: ['queries', 'hooks', 'testing'],
    view: documentsView,
  },
  {
    name: 'testing',
    title: 'Testing',
    about: 'a service that stands in for the API in tests',
    see: ['installing', 'errors', 'retries'],
    view: testingView,
  },
]

/** A page on the client, as it is to be rendered. */
export interface RenderedPage extends Pick<ClientPage, 'title' | 'about'> {
  /** Within the reference. */
  readonly path: string
  readonly template: string
  readonly view: object
}

/** The pages on the client. */
export function clientPages(model: Model): RenderedPage[] {
  const subjects = subjectsOf(model)
  const pages = PAGES.flatMap((page) => {
    const view = page.view(model, subjects)
    return view ? [{ ...page, path: `${CLIENT}/${page.name}.md`, view }] : []
  })
  const paged = pages.some(({ name }) => name === 'pagination')
  return pages.map(({ name, title, about, see, path, view }) => {
    const others = pages.filter((page) => see.includes(page.name))
    const more = enumerated(others.map((page) => link(page.title, relative(path, page.path))))
    const head = frontMatter({ title, description: `${sentenceCase(about)}.` })
    return { title, about, path, template: `docs/client-${name}`, view: { ...view, head, title, paged, more } }
  })
}
