import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ERRORS, WARNINGS } from './codes.js'
import { CODES, explain, isCode, listCodes, paragraphs } from './explain.js'

const generator = fileURLToPath(new URL('.', import.meta.url))
const sources = readdirSync(generator, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.includes(`emit${path.sep}`) && file !== 'codes.ts')
  .map((file) => readFileSync(path.join(generator, file), 'utf8'))

// That no other code is used, the compiler sees: `Problem` takes none.
test('every code is used', () => {
  const unused = CODES.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))
  assert.equal(unused, [])
})

test('each code has one paragraph, and each paragraph a code', () => {
  assert.equal([...paragraphs().keys()].sort(), CODES)
  assert.is(new Set(CODES).size, WARNINGS.length + ERRORS.length)
})

for (const code of CODES) {
  test(`${code}: what it means, an example, what to do`, () => {
    const [heading, ...parts] = explain(code).trim().split('\n\n')
    assert.is(heading, `## ${code}`)
    assert.ok(
      parts.some((part) => /^```(yaml|ts|sh|md)\n/.test(part)),
      'no example',
    )
    assert.ok(parts.join('\n').replace(/```[^`]*```/g, '').length > 100, 'too little is said')
  })
}

test('the list has a line for each code', () => {
  const lines = listCodes().split('\n')
  for (const code of CODES)
    assert.ok(
      lines.some((line) => line.startsWith(`  ${code} `) && line.endsWith('.')),
      code,
    )
  assert.not(isCode('something-else'))
})

test.run()
