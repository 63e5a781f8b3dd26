import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { random as generator } from '../scripts/random.js'
import { load } from './document/load.js'
import type { Parsed, ParsedObject } from './document/parse.js'
import { parseYaml } from './document/yaml.js'
import { emit } from './emit/emit.js'
import { build } from './model/build.js'
import { InputError } from './problems.js'

const cwd = await mkdtemp(path.join(tmpdir(), 'fuzz-'))
test.after(() => rm(cwd, { recursive: true }))

interface Spot {
  readonly holder: Parsed[] | ParsedObject
  readonly name: string
}

function spots(value: Parsed, found: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return found
  const holder = value
  for (const [name, inner] of Object.entries(holder)) {
    found.push({ holder, name })
    spots(inner ?? null, found)
  }
  return found
}

const WRONG: readonly Parsed[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'a text',
  '__proto__',
  [],
  [null],
  ['a'],
  {},
  { a: 1 },
  { $ref: 5 },
]
const NAMES = ['__proto__', 'constructor', '', 'x-a', '$ref', 'a/b~c', 'type', '{id}']

/** Changes one place; gives what was changed. */
function mutate(root: Parsed, random: () => number): string {
  const one = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const all = spots(root)
  const spot = one(all)
  if (!spot) return 'nothing'
  const { holder, name } = spot
  const set = (at: string, value: Parsed): void => {
    Object.defineProperty(holder, at, { value, enumerable: true, configurable: true, writable: true })
  }
  const remove = (): void => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1)
    else delete holder[name]
  }
  const value = structuredClone(Object.getOwnPropertyDescriptor(holder, name)?.value)
  const refs = all.filter((other) => other.name === '$ref')
  switch (Math.floor(random() * 6)) {
    case 0:
      remove()
      return `without ${name}`
    case 1: {
      const other = Array.isArray(holder) ? name : (one(NAMES) ?? '')
      remove()
      set(other, value)
      return `${other} for ${name}`
    }
    case 2: {
      const target = one(refs) ?? spot
      Object.assign(target.holder, { $ref: one(['#/nowhere', '#', '', '#/components', '#/paths', 'nowhere.yaml']) })
      return 'another $ref'
    }
    case 3: {
      // Of references within one schema, one may now lead to what it is in.
      const [to, from] = [one(refs), one(all)]
      if (to && from && !Array.isArray(from.holder)) {
        Object.assign(from.holder, { $ref: Object.getOwnPropertyDescriptor(to.holder, '$ref')?.value })
      }
      return `a $ref beside ${from?.name}`
    }
    case 4: {
      const other = one(all)
      set(name, structuredClone(other ? Object.getOwnPropertyDescriptor(other.holder, other.name)?.value : null))
      return `${other?.name} in place of ${name}`
    }
    default: {
      const wrong = structuredClone(one(WRONG) ?? null)
      set(name, wrong)
      return `${JSON.stringify(wrong)} for ${name}`
    }
  }
}

/** Reads, builds and emits; only an InputError is passed over. */
async function run(text: string): Promise<boolean> {
  await writeFile(path.join(cwd, 'api.json'), text)
  try {
    const document = await load('api.json', { cwd })
    await emit(build(document).model, document)
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

// `FUZZ=200 FUZZ_OF=openapi.yaml` tries more, of any documents.
const { FUZZ, FUZZ_OF } = process.env
const inSpec = (file: string): string => fileURLToPath(new URL(`../spec/${file}`, import.meta.url))
const FILES: readonly (readonly [file: string, times: number])[] = FUZZ_OF
  ? FUZZ_OF.split(',').map((file) => [path.resolve(file), 10])
  : [
      [inSpec('provisioning.yaml'), 2],
      [inSpec('fixtures/document/swagger.yaml'), 15],
      [inSpec('fixtures/model/operations.yaml'), 10],
      [inSpec('fixtures/model/relationships.yaml'), 10],
      [inSpec('fixtures/emit/parameters.yaml'), 10],
    ]

for (const [file, times] of FILES) {
  test(`${path.basename(file)}: whatever is changed in it, it is read, or what is wrong with it is told`, async () => {
    const text = await readFile(file, 'utf8')
    const faults = new Map<string, string>()
    for (let seed = 1; seed <= Number(FUZZ ?? times); seed++) {
      const random = generator(seed)
      const root = parseYaml(text) ?? null
      const changes = Array.from({ length: 1 + Math.floor(random() * 4) }, () => mutate(root, random))
      await run(JSON.stringify(root)).catch((error: unknown) => {
        const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
        faults.set(stack.split('\n').slice(0, 3).join('\n'), `Seed ${seed}, ${changes.join('; ')}: ${stack}`)
      })
    }
    assert.equal([...faults.values()], [])
  })
}

test.run()
