import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addGuides } from './add.js'
import { guidesOf } from './read.js'

const GENERATED = new Map([
  ['index.ts', ''],
  ['docs/index.md', '# Library\n\n## Resources\n'],
  ['docs/map.md', '# Map\n'],
  ['docs/.vitepress/site.ts', ''],
  ['docs/roles/index.md', '# Roles\n'],
  ['docs/roles/create.md', '---\ntitle: "#x"\n---\n# Create a role\n\n## Request\n\n## `GET /roles`\n\n## Request\n'],
  ['docs/users/create.md', '# Create a user\n'],
])

async function added(files: Readonly<Record<string, string>>) {
  const found = Object.entries(files).map(([name, text]) => ({
    file: `guides/${name}`,
    name,
    bytes: Buffer.from(text),
  }))
  return addGuides(GENERATED, await guidesOf(found))
}

test('guides and files are added to what was generated', async () => {
  const { files, problems } = await added({ 'Two Words.md': 'Text.', 'a/b.svg': '<svg/>' })
  assert.equal(problems, [])
  assert.equal([...files.keys()], [...GENERATED.keys(), 'docs/two-words.md', 'docs/a/b.svg'])
  assert.is(
    files.get('docs/two-words.md'),
    '<!-- From the guide Two Words.md: edit that. -->\n\n# Two words\n\nText.\n',
  )
  assert.equal(files.get('docs/a/b.svg'), Buffer.from('<svg/>'))
})

test('without guides, nothing is added', async () => {
  const { files, problems } = await added({})
  assert.is(files, GENERATED)
  assert.equal(problems, [])
})

const CLASHES: readonly (readonly [name: string, text: string, want: string])[] = [
  ['map.md', '', 'guides/map.md would take the place of the generated page docs/map.md.'],
  ['Roles/Create.md', '', 'guides/Roles/Create.md would take the place of the generated page docs/roles/create.md.'],
  [
    'index.md',
    '---\nplace: before-client\n---\n',
    'guides/index.md would take the place of the generated page docs/index.md.',
  ],
]
for (const [name, text, want] of CLASHES) {
  test(`a clash: ${name}`, async () => {
    const { problems } = await added({ [name]: text })
    assert.equal(
      problems.map(({ severity, code, message, places }) => [severity, code, message, places.length]),
      [['error', 'guide-clash', want, 2]],
    )
  })
}

/** Links in `deep/guide.md`, and what is said of them; nothing where they lead somewhere. */
const LINKS: readonly (readonly [link: string, message?: string, advice?: string])[] = [
  ['../roles/create.md'],
  ['../roles/create'],
  ['../roles/create.html'],
  ['../roles/'],
  ['../'],
  ['/'],
  ['/roles/create'],
  ['/roles/create.md?a=b#request'],
  ['../roles/create.md#get-roles'],
  ['../roles/create.md#request-1'],
  ['#here'],
  ['#top'],
  ['#own'],
  ['#by-html'],
  ['./guide.md#here'],
  ['../one.md#part'],
  ['../index.md#resources'],
  ['../pictures/a.svg#any'],
  ['https://example.com/nowhere'],
  [
    '../roles/creat.md',
    'The link to ../roles/creat.md leads nowhere: there is no docs/roles/creat.md.',
    'Did you mean ../roles/create.md?',
  ],
  ['../roles', 'The link to ../roles leads nowhere: there is no docs/roles.', 'Did you mean ../roles/index.md?'],
  [
    'create.md',
    'The link to create.md leads nowhere: there is no docs/deep/create.md.',
    'Did you mean ../roles/create.md or ../users/create.md?',
  ],
  [
    'gone/nowhere.md',
    'The link to gone/nowhere.md leads nowhere: there is no docs/deep/gone/nowhere.md.',
    'Name a guide, or a page of the site as it lies there, relative to this guide: ../roles/index.md.',
  ],
  [
    '../pictures/a.png',
    'The link to ../pictures/a.png leads nowhere: there is no docs/pictures/a.png.',
    'Did you mean ../pictures/a.svg?',
  ],
  [
    '../../index.ts',
    'The link to ../../index.ts leads out of the site.',
    'Link to a page of the site, or give the whole address: https://…',
  ],
  [
    '../roles/create.md#requests',
    'The link to #requests leads nowhere: no heading of roles/create.md has this anchor.',
    'Did you mean #request?',
  ],
  [
    '#nowhere',
    'The link to #nowhere leads nowhere: no heading of deep/guide.md has this anchor.',
    'Its headings are #guide, #here, #own, #by-html.',
  ],
  [
    '../.vitepress/site.ts',
    'The link to ../.vitepress/site.ts leads nowhere: there is no docs/.vitepress/site.ts.',
    'Name a guide, or a page of the site as it lies there, relative to this guide: ../roles/index.md.',
  ],
]
for (const [link, message, advice] of LINKS) {
  test(`a link to ${link}`, async () => {
    const { problems } = await added({
      'deep/guide.md': `---\noutline: deep\n---\n# Guide\n\nSee\n[it](${link}).\n\n## Here\n\n## There {#own}\n\n<a id="by-html"></a>\n`,
      'one.md': '## Part',
      'pictures/a.svg': '<svg/>',
      'home.md': '---\nplace: home\n---\n',
    })
    assert.equal(
      problems.map(({ severity, code, message, advice, places: [place] }) => {
        return { severity, code, message, advice, line: place?.line, column: place?.column }
      }),
      message === undefined
        ? []
        : [{ severity: 'warning', code: 'guide-link-broken', message, advice, line: 7, column: 6 }],
    )
  })
}

test.run()
