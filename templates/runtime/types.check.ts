/**
 * What must compile, and what must not (`@ts-expect-error` on the line before). Only compiled, never run. Its own
 * functions are never called, so nothing is sent.
 */
import type { Article, ArticleCreate, Comment, Person } from '../api.js'
import type { ApiError, FieldError, Identifier, NoFields, Page, ResourceRequest, Result } from './index.js'
import type { client } from './testing.fixture.js'
import { answer, answerErrors, answerLate, answerPages, fakeService } from './testing.js'

declare const api: ReturnType<typeof client>
declare const id: string
declare const number: number

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false
/** `is(value).exactly<Type>(true)`: no type that is merely assignable will do. */
declare function is<A>(value: A): { exactly<B>(same: Same<A, B>): void }

export async function nothingAskedFor() {
  const article = await api.retrieve(id)
  is(article).exactly<Article>(true)
  is(article.author).exactly<Identifier<'people'> | null | undefined>(true)
  is(article.comments).exactly<Identifier<'comments'>[] | undefined>(true)
  // @ts-expect-error not included
  article.author?.name
  is(await api.retrieve(id, { include: [] })).exactly<Article>(true)
  is(await api.retrieve(id, {})).exactly<Article>(true)
  is(await api.author(id)).exactly<Person | null>(true)
  is(await api.delete(id)).exactly<void>(true)
}

export async function include() {
  const article = await api.retrieve(id, { include: ['author', 'comments.author.articles.comments.author'] })
  is(article.author).exactly<Person | null>(true)
  is(article.comments[0]?.author?.articles[0]?.comments[0]?.author?.name).exactly<string | undefined>(true)
  is(article.comments[0]?.subject).exactly<Identifier<'articles' | 'people'> | null | undefined>(true)
  const kept = { include: ['author'], fields: { articles: ['author'] } } as const
  is((await api.retrieve(id, kept)).author?.name).exactly<string | undefined>(true)
  is((await api.author(id, { include: ['articles'] }))?.articles[0]?.title).exactly<string | undefined>(true)

  // @ts-expect-error no such relationship
  api.retrieve(id, { include: ['autor'] })
  // @ts-expect-error wrong in the second segment, beside a good one
  api.retrieve(id, { include: ['author', 'comments.autor'] })
  // @ts-expect-error wrong in the fourth segment
  api.retrieve(id, { include: ['comments.author.articles.nope'] })
  // @ts-expect-error an attribute is no relationship
  api.retrieve(id, { include: ['title'] })
  // @ts-expect-error an attribute is no relationship, though another type has one of that name
  api.retrieve(id, { include: ['author.comments'] })
  // @ts-expect-error a trailing dot
  api.retrieve(id, { include: ['comments.'] })
  // @ts-expect-error empty
  api.retrieve(id, { include: [''] })
  // @ts-expect-error not a literal
  api.retrieve(id, { include: [id] })
  // @ts-expect-error no such relationship
  api.retrieve(id).include('autor')
  // @ts-expect-error wrong in the second segment, beside a good one
  api.list().include('author', 'comments.nope')
}

export async function fields() {
  const article = await api.retrieve(id, {
    include: ['author', 'comments.author'],
    fields: { articles: ['title', 'author', 'comments'], people: ['name'] },
  })
  is(article).exactly<{
    readonly type: 'articles'
    readonly id: string
    title: string
    author: { readonly type: 'people'; readonly id: string; name: string } | null
    comments: Result<'comments', 'author', { readonly people: readonly ['name'] }>[]
  }>(true)
  is(article.comments[0]?.body).exactly<string | undefined>(true)
  is(article.comments[0]?.author?.name).exactly<string | undefined>(true)
  // @ts-expect-error not in the fields of articles
  article.words
  // @ts-expect-error not in the fields of people, one level down
  article.author?.comments
  // @ts-expect-error not in the fields of people, two levels down
  article.comments[0]?.author?.comments

  const hidden = await api.retrieve(id, { include: ['author'], fields: { articles: ['title'] } })
  // @ts-expect-error included, but not in the fields
  hidden.author
  is(await api.retrieve(id, { fields: { people: ['name'] } })).exactly<Article>(true)
  const bare = await api.retrieve(id, { fields: { articles: [] } })
  is(bare).exactly<{ readonly type: 'articles'; readonly id: string }>(true)

  // @ts-expect-error no such field
  api.retrieve(id, { fields: { articles: ['titel'] } })
  // @ts-expect-error no such type, beside a good one
  api.retrieve(id, { fields: { articles: ['title'], peoples: ['name'] } })
  // @ts-expect-error no such type, beside a good one
  api.retrieve(id).fields({ articles: ['title'], peoples: ['name'] })
  const later = await api
    .retrieve(id)
    .fields({ articles: ['title'] })
    .fields({ articles: ['words'] })
  // @ts-expect-error the later fieldset of a type wins
  later.title
}

export async function polymorphic() {
  const query = {
    include: ['subject.comments'],
    fields: { comments: ['subject'], people: ['name', 'comments'] },
  } as const
  const [comment] = (await api.comments(id, query)).data
  const subject = comment?.subject
  if (subject?.type === 'articles') is(subject.comments[0]?.type).exactly<'comments' | undefined>(true)
  // of people, it is an attribute, and stays one
  if (subject?.type === 'people') is(subject.comments).exactly<string>(true)
  // @ts-expect-error only one of the types has it
  subject?.name
  // @ts-expect-error neither type has it
  api.comments(id, { include: ['subject.subject'] })
  is((await api.comments(id)).data).exactly<Comment[]>(true)
}

export function filter() {
  const filter = {
    title_eq: 'x',
    title_cont: 'x',
    title_in: ['x'],
    title_null: true,
    id_in: ['x'],
    words_gt: 3,
  } as const
  api.list({ filter: { ...filter, published_at_gt: new Date(), published_at_lt: '2024-01-01', draft_true: true } })
  api.list({ filter: { settings_jcont: { a: 1 }, tone_eq: 'dry', tone_in: ['dry', 'warm'] } })
  api.list({ filter: { author: { name_eq: 'x' }, comments: { body_cont: 'x', author: { name_in: ['x'] } } } })
  api.list({
    filter: {
      or: [
        { of: ['title', 'tone', 'author.name'], cont: 'x' },
        { of: ['words'], gt: 3 },
      ],
    },
  })
  api.list({
    filter: {
      or: [
        { of: ['published_at'], in: ['2024-01-01', new Date()] },
        { of: ['draft'], null: false },
      ],
    },
  })
  api.list().filter({ title_eq: 'x' })

  // @ts-expect-error not filterable
  api.list({ filter: { author_eq: 'x' } })
  // @ts-expect-error no such attribute, beside a good one
  api.list({ filter: { title_eq: 'x', titel_eq: 'x' } })
  // @ts-expect-error a number
  api.list({ filter: { words_gt: '3' } })
  // @ts-expect-error numbers have no cont
  api.list({ filter: { words_cont: '3' } })
  // @ts-expect-error strings have no gt
  api.list({ filter: { title_gt: 'a' } })
  // @ts-expect-error in takes a list
  api.list({ filter: { title_in: 'a' } })
  // @ts-expect-error null takes true or false
  api.list({ filter: { title_null: 'yes' } })
  // @ts-expect-error not in the enum
  api.list({ filter: { tone_eq: 'wet' } })
  // @ts-expect-error one of the list is not in the enum
  api.list({ filter: { tone_in: ['dry', 'wet'] } })
  // @ts-expect-error no such attribute behind the relationship
  api.list({ filter: { author: { nam_eq: 'x' } } })
  // @ts-expect-error attributes of several kinds
  api.list({ filter: { or: [{ of: ['title', 'words'], eq: 'x' }] } })
  // @ts-expect-error a matcher of another kind
  api.list({ filter: { or: [{ of: ['title', 'tone'], gt: 'x' }] } })
  // @ts-expect-error a matcher of another kind, beside a good one
  api.list({ filter: { or: [{ of: ['title'], eq: 'x', jcont: {} }] } })
  // @ts-expect-error no such matcher
  api.list({ filter: { or: [{ of: ['title'], ceq: 'x' }] } })
  // @ts-expect-error no such attribute behind the relationship
  api.list({ filter: { or: [{ of: ['author.nam'], eq: 'x' }] } })
  // @ts-expect-error one resource cannot be filtered
  api.retrieve(id, { filter: { title_eq: 'x' } })
}

export function sortAndPage() {
  api.list({ sort: ['-words', 'title'], page: { number: 2, size: 5 } })
  api
    .list({ page: { size: number } })
    .sort('-title')
    .page({ size: number })
  // @ts-expect-error not sortable
  api.list({ sort: ['draft'] })
  // @ts-expect-error no such direction
  api.list({ sort: ['+title'] })
  // @ts-expect-error not sortable
  api.list().sort('-draft')
  // @ts-expect-error more than a page holds
  api.list({ page: { size: 6 } })
  // @ts-expect-error less than a page holds
  api.list().page({ size: 0 })
  // @ts-expect-error no such part of a page
  api.list({ page: { offset: 3 } })
  // @ts-expect-error nothing of it is sortable
  api.comments(id, { sort: ['body'] })
}

export async function oneQueryInTwoStyles() {
  const fields = { articles: ['title', 'author'] } as const
  const asked = await api.retrieve(id, { include: ['author'], fields: { ...fields, people: ['name'] } })
  const built = await api
    .retrieve(id)
    .include('author')
    .fields({ articles: ['title', 'author'] })
    .fields({ people: ['name'] })
  is(built).exactly<typeof asked>(true)

  const page = await api.list().include('comments.author').filter({ words_gt: 3 }).sort('-words').page({ size: 5 })
  is(page).exactly<Page<Result<'articles', 'comments.author'>>>(true)
  is(await page.next()).exactly<typeof page | undefined>(true)
  for await (const article of api.list({ include: ['author'] })) is(article.author).exactly<Person | null>(true)
  // @ts-expect-error one resource cannot be iterated
  for await (const _ of api.retrieve(id));

  const { data, response } = await api.retrieve(id, { include: ['author'] }).withResponse()
  is(data.author).exactly<Person | null>(true)
  is(response).exactly<Response>(true)
  is(await Promise.all([api.retrieve(id), api.list()])).exactly<[Article, Page<Article>]>(true)
  const promise: Promise<Article> = api.retrieve(id)
  is(await promise).exactly<Article>(true)
  is(api.author(id).include('articles')).exactly<ResourceRequest<'people', 'articles', NoFields, never, null>>(true)
}

export async function inputs() {
  const author = await api.author(id, { fields: { people: ['name'] } })
  const article = await api.retrieve(id)
  if (author) api.create({ title: 'x', author, comments: [id, { type: 'comments', id }] })
  api.create({ title: 'x', author: { type: 'people', id }, comments: [], settings: null })
  api.comment({ body: 'x', subject: article })
  api.comment({ body: 'x', subject: { type: 'people', id } })

  // @ts-expect-error a required attribute is missing
  api.create({ author: id })
  // @ts-expect-error a required relationship is missing
  api.create({ title: 'x' })
  // @ts-expect-error read only
  api.create({ title: 'x', author: id, words: 3 })
  // @ts-expect-error another type
  api.create({ title: 'x', author: article })
  // @ts-expect-error required, so never null
  api.create({ title: 'x', author: null })
  // @ts-expect-error to-many takes a list
  api.create({ title: 'x', author: id, comments: id })
  // @ts-expect-error a polymorphic relationship needs its type
  api.comment({ body: 'x', subject: id })
  // @ts-expect-error none of its types
  api.comment({ body: 'x', subject: { type: 'comments', id } })
}

export async function errors() {
  const outcome = await api.create({ title: 'x', author: id }).include('author').settled()
  if (outcome.ok) return is(outcome.data.author).exactly<Person | null>(true)
  is(outcome.error.fields.title).exactly<readonly FieldError<ArticleCreate>[] | undefined>(true)
  is(outcome.error.fields.author?.[0]?.field).exactly<'title' | 'settings' | 'author' | 'comments' | undefined>(true)
  // @ts-expect-error not a key of the input
  outcome.error.fields.words

  const show = (error: ApiError): (string | undefined)[] => error.errors.map(({ field, title }) => field ?? title)
  show(outcome.error)
  const other = await api.retrieve(id).settled()
  if (!other.ok) is(other.error.fields.anything?.[0]?.field).exactly<string | undefined>(true)
  if (!other.ok) show(other.error)
}

export function fakes() {
  const one = { type: 'people', id, name: 'Ada' } as const
  fakeService({
    'GET /articles': answerPages([
      { type: 'articles', id, title: 'x', author: one, comments: [id, { type: 'comments', id }] },
    ]),
    'GET /articles/{id}': ({ path }) => {
      is(path).exactly<Readonly<Record<'id', string>>>(true)
      return answer({ type: 'articles', id: path.id, author: null })
    },
    'DELETE /articles/{id}': [
      answerErrors(429),
      answerLate(5, ({ path }) => answer({ type: 'articles', id: path.id })),
    ],
    'POST https://auth.test/token': async ({ body }) => Response.json(body),
  })
  // @ts-expect-error no such endpoint
  fakeService({ 'GET /artciles': answer() })
  // @ts-expect-error no such name in the path
  fakeService({ 'GET /articles/{id}': ({ path }) => answer({ type: 'articles', id: path.articleId }) })
  // @ts-expect-error no such type
  answer({ type: 'artciles', id })
  // @ts-expect-error no such attribute
  answer({ type: 'articles', id, titel: 'x' })
  // @ts-expect-error another type of value
  answer([{ type: 'articles', id, title: 1 }])
  // @ts-expect-error leads to another type
  answer({ type: 'articles', id, author: { type: 'comments', id } })
  // @ts-expect-error no such attribute of what is related
  answer({ type: 'articles', id, author: { type: 'people', id, nome: 'Ada' } })
  // @ts-expect-error to-many takes a list
  answer({ type: 'articles', id, comments: id })
}
