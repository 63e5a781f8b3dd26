import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError } from '../problems.js'
import { isOurs } from './header.js'
import { type Content, hashOf, LEDGER, markAll, readLedger } from './ledger.js'
import { write } from './write.js'

const test = suite<{ out: string }>('ledger')
test.before.each((context) => {
  context.out = path.join(fs.mkdtempSync(path.join(tmpdir(), 'ledger-')), 'out')
})
test.after.each(({ out }) => fs.rmSync(path.dirname(out), { recursive: true }))

const PICTURE = Buffer.from([0x89, 0x50, 0, 13, 10, 255])
const OTHER = Buffer.from([0, 1, 2])

const put = (out: string, files: Record<string, Content>, check = false) =>
  write(markAll(new Map(Object.entries(files))), { out, check })
const bytesOf = (out: string, file: string): Buffer => fs.readFileSync(path.join(out, file))

async function inTheWay(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map(({ code, places: [place] }) => `${code} ${path.basename(place?.file ?? '')}`)
  }
}

test('texts bear the line, bytes do not, and a list that does says what they are', () => {
  const marked = markAll(
    new Map<string, Content>([
      ['b.png', PICTURE],
      ['a.ts', 'a\n'],
      ['"ü\n".pdf', OTHER],
    ]),
  )
  assert.equal([...marked.keys()], ['b.png', 'a.ts', '"ü\n".pdf', LEDGER])
  assert.is(marked.get('b.png'), PICTURE)
  const list = String(marked.get(LEDGER))
  assert.ok(isOurs(list) && isOurs(String(marked.get('a.ts'))))
  assert.equal(
    [...readLedger(list)],
    [
      ['"ü\n".pdf', hashOf(OTHER)],
      ['b.png', hashOf(PICTURE)],
    ],
  )
  assert.equal([...readLedger(list.replaceAll('\n', '\r\n'))], [...readLedger(list)])
})

test('without bytes there is no list', () => {
  assert.equal([...markAll(new Map([['a.ts', 'a\n']])).keys()], ['a.ts'])
})

test('what is no entry says nothing', () => {
  const hash = 'a'.repeat(64)
  assert.equal([...readLedger(`<<<<<<<\n"a": ${hash}\nb: ${hash}\n"c": ${hash}x\n"\\x": ${hash}\n`)], [['a', hash]])
})

test('bytes are written, compared, replaced and removed', async ({ out }) => {
  const first = { 'a.ts': 'a\n', 'img/b.png': PICTURE }
  assert.equal((await put(out, first)).added, ['a.ts', LEDGER, 'img/b.png'])
  assert.equal(bytesOf(out, 'img/b.png'), PICTURE)
  assert.is((await put(out, first, true)).unchanged, 3)
  assert.equal((await put(out, { ...first, 'img/b.png': OTHER })).changed, [LEDGER, 'img/b.png'])
  assert.equal(bytesOf(out, 'img/b.png'), OTHER)
  assert.equal((await put(out, { 'a.ts': 'a\n' })).removed, [LEDGER, 'img/b.png'])
  assert.equal(fs.readdirSync(out), ['a.ts'])
})

test('a file that was changed by hand is not ours any more', async ({ out }) => {
  await put(out, { 'b.png': PICTURE, 'c.png': PICTURE })
  fs.writeFileSync(path.join(out, 'b.png'), 'mine')
  assert.equal(await inTheWay(put(out, { 'b.png': OTHER, 'c.png': OTHER })), ['not-ours b.png'])
  assert.equal(bytesOf(out, 'c.png'), PICTURE)
  assert.equal((await put(out, { 'a.ts': '' })).removed.sort(), ['c.png', LEDGER].sort())
  assert.is(bytesOf(out, 'b.png').toString(), 'mine')
})

test('a file of another is never replaced, whatever a list of his says', async ({ out }) => {
  fs.mkdirSync(out)
  fs.writeFileSync(path.join(out, 'b.png'), PICTURE)
  fs.writeFileSync(path.join(out, LEDGER), `"b.png": ${hashOf(PICTURE)}\n`)
  assert.equal(await inTheWay(put(out, { 'b.png': OTHER })), [`not-ours b.png`, `not-ours ${LEDGER}`])
})

test('the same bytes that are there already are no obstacle', async ({ out }) => {
  fs.mkdirSync(out)
  fs.writeFileSync(path.join(out, 'b.png'), PICTURE)
  assert.equal((await put(out, { 'b.png': PICTURE })).added, [LEDGER])
})

const TEXTS: readonly (readonly [present: string, content: string, same: boolean])[] = [
  ['<svg>\r\n</svg>\r\n', '<svg>\n</svg>\n', true],
  ['<svg>\n</svg>\n', '<svg>\r\n</svg>\r\n', true],
  ['a\0\r\n', 'a\0\n', false],
  ['a', 'b', false],
]
for (const [present, content, same] of TEXTS) {
  test(`line ends: ${JSON.stringify([present, content])}`, async ({ out }) => {
    await put(out, { 'a.svg': Buffer.from(present) })
    const { changed } = await put(out, { 'a.svg': Buffer.from(content) }, true)
    assert.is(changed.length === 0, same)
  })
}

test.run()
