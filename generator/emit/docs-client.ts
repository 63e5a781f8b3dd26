import type { Model } from '../model/types.js'
import { authorizationView } from './docs-client-authorization.js'
import { documentsView } from './docs-client-documents.js'
import { errorsView } from './docs-client-errors.js'
import { type Subjects, subjectsOf } from './docs-client-examples.js'
import { hooksView } from './docs-client-hooks.js'
import { paginationView } from './docs-client-pagination.js'
import { retriesView } from './docs-client-retries.js'
import { CLIENT, relative } from './docs-site.js'
import { link } from './markdown.js'
import { enumerated } from './prose.js'

/** A page on the client. */
interface ClientPage {
  /** The name of its file and of its template. */
  readonly name: string
  readonly title: string
  /** What it tells, for a list of the pages. */
  readonly about: string
  /** Undefined where the API has nothing of the kind. */
  readonly view: (model: Model, subjects: Subjects) => object | undefined
}

/** In the order of the sidebar. */
const PAGES: readonly ClientPage[] = [
  { name: 'authorization', title: 'Authorization', about: 'how requests are authorized', view: authorizationView },
  {
    name: 'pagination',
    title: 'Pages of a list',
    about: 'one page, the next, or the rows of all',
    view: paginationView,
  },
  { name: 'errors', title: 'Errors', about: 'what a request that fails throws', view: errorsView },
  {
    name: 'retries',
    title: 'Retries and timeouts',
    about: 'when a request is sent again, and how long it may take',
    view: retriesView,
  },
  { name: 'hooks', title: 'Hooks', about: 'what can be done as requests go out and answers come in', view: hooksView },
  {
    name: 'documents',
    title: 'Documents and requests',
    about: 'the documents, responses and requests beneath, `fetch`, the server',
    view: documentsView,
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
  return pages.map(({ name, title, about, path, view }) => {
    const others = pages.filter((page) => page.path !== path)
    const more = others.map((page) => link(page.title, relative(path, page.path)))
    return {
      title,
      about,
      path,
      template: `docs/client-${name}`,
      view: { ...view, title, paged, more: enumerated(more) },
    }
  })
}
