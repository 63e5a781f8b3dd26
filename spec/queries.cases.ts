/**
 * What the fixtures in `fixtures/queries` declare of queries: how it is understood, what the SDK takes and writes, and
 * what its types refuse. `api` is the client of the fixture's SDK.
 */
export interface QueryCase {
  readonly fixture: string
  /** Of each list, the lines that say what its query takes. */
  readonly model: readonly string[]
  /** Calls, with the query that the service gets, its percent-encoding undone. */
  readonly calls: readonly (readonly [call: string, query: string])[]
  readonly refused: readonly string[]
  /** Lines of the reference of the first list. */
  readonly docs: readonly string[]
  /** The warnings about queries: their codes and the ends of their places. */
  readonly warnings?: readonly string[]
}

const list = (query: string): string => `api.notes.list(${query})`

export const cases: readonly QueryCase[] = [
  {
    fixture: 'brackets',
    model: [
      'notes.list include author author.notes',
      'notes.list fields[notes] title mood place.city',
      'notes.list sort title -title',
      'notes.list filter[mood] mood: string dry|warm',
      'notes.list filter[created][gt] created gt: string date-time',
      'notes.list filter[created][lt] created lt: string date-time',
      'notes.list filter[words] words: integer',
      'notes.list filter[words][gt] words gt: integer',
      'notes.list filter[draft] draft: boolean',
      'notes.list filter[author][name] author.name: string',
      'notes.list page[number] number: number',
      'notes.list page[size] size: number at most 5',
    ],
    calls: [
      [list("{ filter: { mood: 'dry', draft: false } }"), 'filter[mood]=dry&filter[draft]=false'],
      [
        list("{ filter: { created: { gt: new Date(0), lt: '2024-01-01T00:00:00Z' } } }"),
        'filter[created][gt]=1970-01-01T00:00:00.000Z&filter[created][lt]=2024-01-01T00:00:00Z',
      ],
      [list('{ filter: { words: 3 } }'), 'filter[words]=3'],
      [list("{ filter: { words: { gt: 3 }, author: { name: 'x' } } }"), 'filter[words][gt]=3&filter[author][name]=x'],
      [list("{ include: ['author'], sort: ['-title', 'title'] }"), 'include=author&sort=-title,title'],
      [
        list("{ fields: { notes: ['title', 'place.city'] }, page: { number: 2, size: 5 } }"),
        'fields[notes]=title,place.city&page[number]=2&page[size]=5',
      ],
      [
        "api.notes.list().include('author').filter({ mood: 'warm' }).sort('title').page({ size: 1 })",
        'include=author&filter[mood]=warm&sort=title&page[size]=1',
      ],
    ],
    docs: [
      '| `include` | string | Optional | Paths of related resources to include, comma-separated: `author`, `author.notes`. |',
      '| `fields[notes]` | string | Optional | The only attributes and relationships to return, comma-separated: `title`, `mood`, `place.city`. |',
      '| `filter[mood]` | string | Optional | One of `dry`, `warm`. |',
      '| `filter[created][gt]` | string (date-time) | Optional | `created`, by `gt`. |',
      '| `sort` | string | Optional | What to sort by, comma-separated; a `-` before a name makes it descending: `title`. |',
      '| `page[size]` | integer | Optional | How many resources a page holds, 2 by default, 5 at most. |',
      "const page = await api.notes.list({ sort: ['title'], page: { size: 5 } })",
    ],
    refused: [
      list("{ filter: { mood: 'x' } }"),
      list('{ filter: { draft: 1 } }'),
      list('{ filter: { created: { eq: new Date() } } }'),
      list("{ filter: { words: { gt: '3' } } }"),
      list("{ filter: { other: 'x' } }"),
      list("{ filter: 'x' }"),
      list("{ include: ['nobody'] }"),
      list("{ sort: ['words'] }"),
      list("{ fields: { notes: ['words'] } }"),
      list("{ fields: { people: ['name'] } }"),
      list('{ page: { size: 6 } }'),
      "api.notes.list().include('nobody')",
      "api.notes.list().filter({ mood: 'x' })",
      "api.notes.list().sort('words')",
      "api.notes.list().fields({ notes: ['words'] })",
    ],
    warnings: ['query-parameter-unread /paths/~1notes/get/parameters/7'],
  },
  {
    fixture: 'suffixes',
    model: [
      'notes.list filter[title] title: string required',
      'notes.list filter[title__icontains] title icontains: string',
      'notes.list filter[words__odd] words odd: integer',
      'notes.list filter[title__odd] title odd: string',
      'notes.list filter[mood__in] mood in: list of string dry|warm, comma',
      'notes.list filter[author.name] author.name: string',
      'notes.list filter[words.gte] words gte: integer',
      'notes.list filter[words:lt] words lt: integer',
      'notes.list filter[title_not_eq] title not_eq: string',
      'notes.list filter[tag_key] tag_key: string',
      'notes.list filter[search] search: string',
    ],
    calls: [
      [list("{ filter: { title: 'a & b' } }"), 'filter[title]=a & b'],
      [
        list("{ filter: { title: '', mood__in: ['dry', 'warm'], 'author.name': 'x', 'words.gte': 1 } }"),
        'filter[title]=&filter[mood__in]=dry,warm&filter[author.name]=x&filter[words.gte]=1',
      ],
    ],
    docs: [
      '| `filter[title]` | string | Required |  |',
      '| `filter[mood__in]` | array of string | Optional | `mood`, by `in`. Each is one of `dry`, `warm`. Several are comma-separated. |',
      "const page = await api.notes.list({ filter: { title: 'Example title' } })",
      "  'https://example.com/notes?filter[title]=Example%20title' \\",
    ],
    refused: [
      'api.notes.list()',
      'api.notes.list({})',
      list("{ filter: { search: 'x' } }"),
      list("{ filter: { title: 'x', mood__in: ['x'] } }"),
      list("{ filter: { title: 'x', mood__in: 'dry' } }"),
    ],
  },
  {
    fixture: 'deep-object',
    model: [
      'notes.list sort',
      'notes.list filter[draft] draft: boolean required',
      'notes.list filter[mood] mood: one or a list of string dry|warm, comma',
      'notes.list filter[words][gt] words gt: integer',
      'notes.list page[page] number: number',
      'notes.list page[per_page] size: number at most 500',
    ],
    calls: [
      [
        list("{ filter: { draft: true, mood: ['dry', 'warm'], words: { gt: 2 } }, sort: ['a', '-b'] }"),
        'filter[draft]=true&filter[mood]=dry,warm&filter[words][gt]=2&sort=a,-b',
      ],
      [
        list("{ filter: { draft: true, mood: 'dry' }, page: { number: 2, size: 500 } }"),
        'filter[draft]=true&filter[mood]=dry&page[page]=2&page[per_page]=500',
      ],
    ],
    docs: [
      '| `filter[draft]` | boolean | Required |  |',
      '| `filter[mood]` | string, or several of them | Optional | One of `dry`, `warm`. Several are comma-separated. |',
    ],
    refused: [
      'api.notes.list()',
      list('{ filter: {} }'),
      list("{ filter: { draft: 'true' } }"),
      list("{ include: ['author'] }"),
    ],
    warnings: ['query-style-missing /paths/~1notes/get/parameters/1'],
  },
  {
    fixture: 'expression',
    model: [
      "notes.list filter text of title equals any, created less-than greater-than, author has, author.name equals, mood equals, quoted by '",
      'notes.list page[cursor] cursor: string',
      'notes.list page[size] size: number at most 3',
      'notes.drafts filter text required',
      'notes.drafts page[size] size: number at most 2',
    ],
    calls: [
      [list(`{ filter: "or(equals(title,'a'),equals(title,'b'))" }`), "filter=or(equals(title,'a'),equals(title,'b'))"],
      [list("{ filter: { title: { equals: 'a' } } }"), "filter=equals(title,'a')"],
      [
        list(
          "{ filter: { title: { any: ['a', 'b'] }, created: { 'less-than': new Date(0) }, author: { has: true } } }",
        ),
        "filter=and(any(title,['a','b']),less-than(created,1970-01-01T00:00:00.000Z),has(author))",
      ],
      [
        list("{ filter: { 'author.name': { equals: 1 } }, page: { cursor: 'x', size: 3 } }"),
        'filter=equals(author.name,1)&page[cursor]=x&page[size]=3',
      ],
      ["api.notes.drafts({ filter: 'x', page: { size: 2 } })", 'filter=x&page[size]=2'],
    ],
    docs: ['| `page[cursor]` | string | Optional | The cursor of the page to return. |'],
    refused: [
      list("{ filter: { title: { contains: 'a' } } }"),
      list("{ filter: { title: { any: 'a' } } }"),
      list("{ filter: { created: { 'less-than': 'a' } } }"),
      list("{ filter: { mood: { equals: 'x' } } }"),
      list('{ filter: { author: { has: false } } }'),
      list('{ page: { size: 4 } }'),
      'api.notes.drafts()',
      "api.notes.drafts({ filter: 'x', page: { size: 3 } })",
    ],
  },
  {
    fixture: 'lists',
    model: [
      'notes.list include author, repeated',
      'notes.list fields[notes] , space',
      'notes.list sort , pipe',
      'notes.list filter[mood] mood: list of string, repeated',
      'notes.list filter[words] words: list of integer, comma',
      'notes.list filter[ids] ids: list of string, brackets',
    ],
    calls: [
      [
        list("{ include: ['author'], sort: ['a', '-b'], fields: { notes: ['title', 'mood'] } }"),
        'include=author&fields[notes]=title mood&sort=a|-b',
      ],
      [
        list("{ filter: { mood: ['a,b', 'c'], words: [1, 2], ids: ['1', '2'] } }"),
        'filter[mood]=a,b&filter[mood]=c&filter[words]=1,2&filter[ids][]=1&filter[ids][]=2',
      ],
    ],
    docs: [
      '| `include` | string | Optional | Paths of related resources to include, each in a parameter of its own: `author`. |',
      '| `filter[ids][]` | array of string | Optional | Several are each in a parameter of its own. |',
    ],
    refused: [list("{ filter: { mood: 'a' } }"), list("{ filter: { words: ['1'] } }")],
    warnings: ['query-list-repeated /paths/~1notes/get/parameters/0'],
  },
  {
    fixture: 'links',
    model: ['notes.list page[size] size: number at most 30'],
    calls: [[list('{ page: { size: 30 } }'), 'page[size]=30']],
    docs: ['| `page[size]` | integer | Optional | How many resources a page holds, 30 at most. |'],
    refused: [list('{ page: { size: 31 } }'), list('{ page: { number: 1 } }'), list("{ sort: ['title'] }")],
  },
  {
    fixture: 'bare',
    model: [
      'notes.list page number: number',
      'notes.list per_page size: number at most 50',
      'notes.drafts page[number] number: number',
      'notes.drafts page[total] total: boolean',
      'notes.old page number: number',
      'notes.old per_page size: number at most 50',
    ],
    calls: [
      [list('{ page: { number: 2, size: 50 } }'), 'page=2&per_page=50'],
      ['api.notes.drafts({ page: { number: 2, total: true } })', 'page[number]=2&page[total]=true'],
      ['api.notes.drafts().page({ number: 3 })', 'page[number]=3'],
    ],
    docs: ['| `per_page` | integer | Optional | How many resources a page holds, 50 at most. |'],
    refused: [list('{ page: { size: 51 } }'), 'api.notes.drafts({ page: { size: 1 } })'],
  },
  {
    fixture: 'free',
    model: [
      'notes.list include',
      'notes.list fields any',
      'notes.list sort',
      'notes.list filter any',
      'notes.list filter text',
      'notes.list page any',
    ],
    calls: [
      [
        list("{ include: ['author'], filter: \"equals(title,'x')\", sort: ['-title'], page: { number: 2 } }"),
        "include=author&filter=equals(title,'x')&sort=-title&page[number]=2",
      ],
      [list("{ filter: { title: ['x', 'y'], words: { gt: 1 } } }"), 'filter[title]=x,y&filter[words][gt]=1'],
    ],
    docs: ['| `filter[…]` | string | Optional | What the resources must match. |'],
    refused: [list('{ filter: 1 }'), list("{ include: ['nobody'] }"), list("{ fields: { notes: ['nothing'] } }")],
  },
  {
    fixture: 'texts',
    model: [
      'notes.list filter[notes] notes: string',
      'notes.list filter text',
      'notes.drafts filter any',
      'notes.drafts filter text',
    ],
    calls: [
      [list("{ filter: 'title==x' }"), 'filter=title==x'],
      [list("{ filter: { notes: 'title==x;words=gt=3' } }"), 'filter[notes]=title==x;words=gt=3'],
      ["api.notes.drafts({ filter: { a: { b: ['c', 'd'] } } })", 'filter[a][b]=c,d'],
    ],
    docs: ['| `filter` | string | Optional | What the resources must match. |'],
    refused: [list("{ filter: { people: 'x' } }")],
  },
  {
    fixture: 'ransack',
    model: [
      'notes.list filter[q][title_eq] q.title eq: string',
      'notes.list filter[q][words_gteq] q.words gteq: integer',
      'notes.list filter[q][title_or_mood_cont] q.title_or_mood_cont: string',
    ],
    calls: [
      [list("{ filter: { q: { title_eq: 'x', words_gteq: 3 } } }"), 'filter[q][title_eq]=x&filter[q][words_gteq]=3'],
    ],
    docs: ['| `filter[q][title_eq]` | string | Optional | `q.title`, by `eq`. |'],
    refused: [list("{ filter: { title_eq: 'x' } }")],
  },
]
