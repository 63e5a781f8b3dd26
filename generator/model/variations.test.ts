/** One fixture for each way in which documents are built, and the Model that it must give. */
import { readdirSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { told } from '../../spec/fixtures/variations/tell.js'

/** By fixture: what `told` says of its Model. */
const WANT: Readonly<Record<string, string>> = {
  actions: `
    orders (orders)
      number: integer
      GET /orders = orders.list(): orders[], list
      GET /orders/{id} = orders.retrieve(id): orders, retrieve
      POST /orders/{id}/resend = orders.resend(id): nothing, action
      POST /orders/{id}/actions/cancel = orders.cancel(id, { reason }): orders, action
      POST /orders/{id}/-actions/approve = orders.approve(id): orders, action
    DELETE /orders/-actions/purge = deleteOrdersActionsPurge(): nothing, plain
    POST /orders/{id}:archive = postOrdersIdArchive(id): nothing, plain
    POST /orders/import = postOrdersImport(text/csv): nothing, plain`,
  atomic: `
    notes (notes)
      text: string
      GET /notes = notes.list(): notes[], list
    POST /operations = operate(application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"): application/vnd.api+json; ext="https://jsonapi.org/ext/atomic", plain`,
  'attributes-deep': `
    roles (roles)
      name: string, create required
      kind: string null, create optional
      GET /roles = roles.list(): roles[], list
      POST /roles = roles.create(create roles): roles, create
    ! response-not-declared`,
  'attributes-flat': `
    GET /notes = getNotes(): application/vnd.api+json, plain`,
  'attributes-one-of': `
    orders (orders)
      kind: string [limit,market], create required
      price: number, create optional
      note: string null, create optional
      GET /orders = orders.list(): orders[], list
      POST /orders = orders.create(create orders): orders, create`,
  'attributes-open': `
    records (records)
      GET /records = records.list(): records[], list
    ! fields-open`,
  bulk: `
    notes (notes, id optional)
      text: string, create optional
      GET /notes = notes.list(): notes[], list
      POST /notes = notes.create(create notes): notes, create
      PATCH /notes = notes.updateMany(application/vnd.api+json): notes[], action
      DELETE /notes = notes.deleteMany(application/vnd.api+json): nothing, action
      POST /notes/bulk = notes.bulk(application/vnd.api+json): notes[], action`,
  casing: `
    blog-posts (blogPosts)
      first-name: any
      GET /blog-posts = blogPosts.list(): blog-posts[], list
    blogPostComments (blogPostComments)
      GET /blogPostComments = blogPostComments.list(): blogPostComments[], list
    line_items (lineItems)
      GET /line_items = lineItems.list(): line_items[], list
    person (person)
      GET /person = person.list(): person[], list
    node--article (nodeArticle)
      GET /node/article = nodeArticle.list(): node--article[], list
    GiftCard (giftCard)
      GET /GiftCards = giftCard.list(): GiftCard[], list`,
  'circular-documents': `
    books (books)
      sequel: object
      author: one people
      GET /books = books.list(): books[], list
    people (people)
      books: many books
      GET /people/{id} = people.retrieve(id): people, retrieve`,
  'data-or-null': `
    notes (a, one)
      text: string
      GET /a = a.retrieve(): notes or null, retrieve
      GET /b = a.b(): notes or null, retrieve
      GET /c = a.c(): notes or null, retrieve
      GET /d = a.d(): notes or null, retrieve`,
  'document-all-of-data-twice': `
    Note (note)
      text: string
      GET /notes = note.list(): Note[], list`,
  'document-all-of': `
    notes (notes)
      text: string
      made: string date
      GET /notes = notes.list(): notes[], list`,
  'empty-parts': `
    bare (d, one)
      GET /d = d.retrieve(): bare, retrieve
    GET /a = getA(): application/vnd.api+json, plain
    GET /b = getB(): nothing, plain
    POST /b = postB(): nothing, plain
    GET /c = getC(): nothing, plain
    GET /e = getE(): application/vnd.api+json, plain`,
  ids: `
    a (a)
      id: integer
      GET /a = a.list(): a[], list
      POST /a = a.create(create a): a, create
    b (b, id required)
      POST /b = b.create(create b): b, create
    c (c, id optional)
      POST /c = c.create(create c): c, create
    ! field-clash`,
  'included-any-of': `
    articles (articles)
      title: string
      GET /articles = articles.list(): articles[], list
    people (people)
      name: string
    comments (comments)
      body: string`,
  inheritance: `
    cars (cars)
      name: string
      doors: integer
      GET /cars/{id} = cars.retrieve(id): cars, retrieve
    boats (boats)
      name: string
    GET /vehicles = vehicles.list(): cars|boats[], list`,
  'media-types': `
    notes (notes)
      text: string
      GET /a = notes.list(): notes[], list
      GET /b = notes.b(): notes[], list
      GET /c = notes.c(): notes[], list
      GET /d = notes.d(): notes[], list
      GET /e = notes.e(): notes[], list`,
  'meta-only': `
    notes (notes)
      text: string
      GET /notes/{id} = notes.retrieve(id): notes, retrieve
      DELETE /notes/{id} = notes.delete(id): application/vnd.api+json, delete
    GET /statistics = statistics(): application/vnd.api+json, plain
    GET / = entry(): application/vnd.api+json, plain`,
  nested: `
    shops (shops)
      name: string
      GET /shops = shops.list(): shops[], list
      GET /shops/{shopId} = shops.retrieve(id): shops, retrieve
      GET /shops/{shopId}/orders = shops.orders(id): orders[], related
    orders (orders, id optional)
      number: integer, create optional update optional
      POST /shops/{shopId}/orders = orders.create(shopId, create orders): orders, create
      GET /shops/{shopId}/orders/{orderId} = orders.retrieve(shopId, id): orders, retrieve
      PATCH /shops/{shopId}/orders/{orderId} = orders.update(shopId, id, update orders): orders, update
      DELETE /shops/{shopId}/orders/{orderId} = orders.delete(shopId, id): nothing, delete`,
  'operation-ids': `
    GET /a/{x} = tools.run(x): nothing, plain
    PUT /a/{x} = tools.putAByX(x): nothing, plain
    GET /b = tools.getB(): nothing, plain
    POST /b = postB(): nothing, plain
    POST /c = postC(): nothing, plain
    GET /c = run(): nothing, plain
    ! operation-id-doubled`,
  'path-refs': `
    notes (notes)
      text: string
      GET /notes = notes.list(): notes[], list
      GET /notes/{id} = notes.retrieve(id): notes, retrieve
      GET /memos/{id} = notes.retrieveMemos(id): notes, retrieve`,
  'plain-data': `
    GET /pets = listPets(): application/json, plain
    GET /events = getEvents(): application/vnd.api+json, plain`,
  prefixes: `
    notes (notes, id optional)
      text: string, create optional
      GET /api/v1/notes/ = notes.list(): notes[], list
      GET /api/v2/notes = notes.listNotes(): notes[], list
      POST /api/v2/notes = notes.create(create notes): notes, create
      GET /api/v1/notes/{id}/ = notes.retrieve(id): notes, retrieve
      GET /api/v2/notes/{id} = notes.retrieveApiV2Notes(id): notes, retrieve
      POST /api/v1/notes/{id}/archive/ = notes.archive(id): nothing, action`,
  'read-and-write-types': `
    api_keys (apiKeys)
      name: string, create required update optional
      scopes: array, hidden create optional
      GET /api-keys = apiKeys.list(): api_keys[], list
      POST /api-keys = apiKeys.create(create api_keys): api_keys, create
      GET /api-keys/{id} = apiKeys.retrieve(id): api_keys, retrieve
      PATCH /api-keys/{id} = apiKeys.update(id, update api_keys): api_keys, update
    ! written-type-contradiction`,
  'read-only-write-only': `
    users (users)
      email: string email, create required update required
      password: string, hidden create optional update optional
      created: string date-time
      manager: one users null, create optional update optional
      logins: many users
      GET /users = users.list(): users[], list
      POST /users = users.create(create users): users, create
      PATCH /users/{id} = users.update(id, update users): users, update
    ! cardinality-unknown
    ! linkage-type-unknown`,
  'related-contradiction': `
    books (books)
      author: one firms
      GET /books = books.list(): books[], list
      GET /books/{id}/author = books.author(id): people, related
    firms (firms)
      GET /firms = firms.list(): firms[], list
    people (people)
    ! linkage-type-contradiction`,
  'related-tagged-by-owner': `
    books (books)
      tags: many books|labels
      labels: many labels
      GET /books = books.list(): books[], list
      GET /books/{id}/tags = books.tags(id): books|labels[], related
      GET /books/{id}/labels = books.labels(id): labels[], related
    labels (labels)
      GET /labels = labels.list(): labels[], list
    ! response-not-declared
    ! cardinality-unknown
    ! linkage-type-unknown
    ! linkage-type-inferred`,
  'relationship-any': `
    books (books)
      author: one people
      readers: many people
      GET /books = books.list(): books[], list
      GET /books/{id}/author = books.author(id): people, related
      GET /books/{id}/readers = books.readers(id): people[], related
    people (people)`,
  'relationship-one-for-both': `
    books (books)
      reviews: many reviews
      praises: many reviews
      latest: one reviews
      GET /books = books.list(): books[], list
      GET /books/{id}/reviews = books.reviews(id): reviews[], related
    reviews (reviews)
      GET /reviews = reviews.list(): reviews[], list
    ! response-not-declared
    ! cardinality-contradiction`,
  'relationship-open': `
    books (books)
      title: string
      GET /books = books.list(): books[], list
    ! fields-open`,
  'relationship-shared': `
    books (books)
      person: one people
      people: many people
      shelf: one books|people
      GET /books = books.list(): books[], list
    people (people)
      GET /people = people.list(): people[], list
    ! linkage-type-inferred
    ! linkage-type-unknown`,
  search: `
    books (books)
      pages: integer
      GET /books = books.list(): books[], list
    films (films)
      minutes: integer
    GET /search = search.list(): books|films[], list`,
  sideposting: `
    orders (orders)
      number: integer, create optional
      lines: many lines, create optional
      GET /orders = orders.list(): orders[], list
      POST /orders = orders.create(create orders): orders, create
    lines (lines, id optional)
      text: string, create optional
    ! included-not-sent`,
  singletons: `
    users (users)
      name: string
      GET /me = users.me(): users, retrieve
      GET /users/{id} = users.retrieve(id): users, retrieve
      GET /users/{id}/profile = users.profile(id): profiles, related
      PATCH /users/{id}/profile = users.updateProfile(id, { bio? }): profiles, action
    settings (settings, one)
      theme: string, update optional
      GET /settings = settings.retrieve(): settings, retrieve
      PUT /settings = settings.update(update settings): settings, update
    profiles (profile)
      bio: string`,
  slashes: `
    notes (notes)
      text: string
      GET /notes/ = notes.list(): notes[], list
      GET /notes = notes.listNotes(): notes[], list
      GET /notes/{id}/ = notes.retrieve(id): notes, retrieve
      GET /notes/{id} = notes.retrieveNotes(id): notes, retrieve`,
  statuses: `
    jobs (jobs, id optional)
      done: boolean, create optional update optional
      GET /jobs = jobs.list(): jobs[], list
      POST /jobs = jobs.create(create jobs): jobs or null, create
      GET /jobs/{id} = jobs.retrieve(id): jobs, retrieve
      PATCH /jobs/{id} = jobs.update(id, update jobs): jobs or null, update
      DELETE /jobs/{id} = jobs.delete(id): jobs, delete
      GET /jobs/{id}/log = jobs.log(id): jobs, related
      HEAD /jobs = jobs.headList(): nothing, plain`,
  tenant: `
    notes (notes, id optional)
      text: string, create optional
      GET /{tenant}/api/notes = notes.list(tenant): notes[], list
      POST /{tenant}/api/notes = notes.create(tenant, create notes): notes, create
      GET /{tenant}/api/notes/{id} = notes.retrieve(tenant, id): notes, retrieve
      GET /{tenant}/api/notes/{id}/notes = notes.notes(tenant, id): notes[], related`,
  'tags-empty': `
    GET /a = first(): nothing, plain
    GET /b = parts.second(): nothing, plain`,
  'type-default': `
    notes (notes)
      GET /notes = notes.list(): notes[], list
    ! resource-type-inferred`,
  'type-enum-of-many': `
    cats (cats)
      name: string
      GET /cats = cats.list(): cats|dogs[], list
    dogs (dogs)
      name: string
    GET /animals = animals.list(): cats|dogs[], list`,
  'type-in-example': `
    books (books)
      title: string
      GET /library/{id}/stock = books.list(id): books[], list
    ! resource-type-inferred`,
  'type-nowhere': `
    authors (authors)
      name: string
      bio: string
      GET /authors/ = authors.list(): authors[], list
      GET /authors/{id}/ = authors.retrieve(id): authors, retrieve
    entries (entries)
      author: one authors
      GET /entries/ = entries.list(): entries[], list
      GET /entries/{entry_pk}/author/ = entries.author(id): authors, related
    ! resource-type-unknown`,
  'unused-write': `
    events (events)
      name: string, create required
      metric: one metrics null, create optional
      POST /events = events.create(create events): nothing, create
    metrics (metrics)
    ! linkage-type-unknown`,
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .slice(1)
    .map((line) => line.slice(4))

for (const [name, want] of Object.entries(WANT)) {
  test(name.replaceAll('-', ' '), async () => assert.equal(await told(`${name}.yaml`), lines(want)))
}

test('every fixture has its Model', () => {
  const files = readdirSync(new URL('../../spec/fixtures/variations/', import.meta.url))
  const names = files.filter((file) => file.endsWith('.yaml')).map((file) => file.replace('.yaml', ''))
  assert.equal(Object.keys(WANT).sort(), names.sort())
})

test.run()
