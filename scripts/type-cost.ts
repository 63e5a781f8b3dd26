/**
 * What the types cost: the instantiations that TypeScript 5.9 makes to check a program that imports the SDK, and those
 * that ten typical queries add, for the Provisioning API and for one of 150 resources. `npm run type-cost` prints them.
 */
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from '../generator/generate.js'
import { multiplied } from './multiplied.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const compiler = join(root, 'node_modules/typescript/bin/tsc')

export interface TypeCost {
  readonly imported: number
  /** What the queries add to it. */
  readonly queries: number
}

/** Checks the import of the SDK in `folder` alone, then with the queries. */
async function cost(folder: string): Promise<TypeCost> {
  const queries = await readFile(join(root, 'scripts/type-cost.queries.ts'), 'utf8')
  await Promise.all([
    writeFile(
      join(folder, 'import.ts'),
      "import { createClient } from './generated/index.js'\nexport const api = createClient()\n",
    ),
    writeFile(join(folder, 'queries.ts'), queries.replace('../generated/', './generated/')),
  ])
  const imported = await instantiations(folder, 'import.ts')
  return { imported, queries: (await instantiations(folder, 'queries.ts')) - imported }
}

async function instantiations(folder: string, file: string): Promise<number> {
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
    ...{ noEmit: true, skipLibCheck: true, target: 'es2022', module: 'nodenext', lib: ['es2023', 'dom'], types: [] },
  }
  const project = join(folder, 'tsconfig.json')
  await writeFile(project, JSON.stringify({ compilerOptions, files: [file] }))
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', project, '--extendedDiagnostics'], {
    encoding: 'utf8',
  })
  const [, count] = /^Instantiations:\s+(\d+)/m.exec(stdout) ?? []
  if (count === undefined || stdout.includes('error TS')) throw new Error(`${file} does not compile:\n${stdout}`)
  return Number(count)
}

/** The cost of both SDKs; they are made in a folder that is removed again. */
export async function typeCosts(): Promise<{ provisioning: TypeCost; large: TypeCost }> {
  const folder = await mkdtemp(join(tmpdir(), 'type-cost-'))
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    await cp(join(root, 'generated'), join(folder, 'generated'), { recursive: true })
    const provisioning = await cost(folder)
    await rm(join(folder, 'generated'), { recursive: true })
    await writeFile(
      join(folder, 'large.json'),
      JSON.stringify(await multiplied(join(root, 'spec/provisioning.yaml'), 15)),
    )
    await generate({ spec: 'large.json', out: 'generated', cwd: folder })
    return { provisioning, large: await cost(folder) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const { provisioning, large } = await typeCosts()
console.log(`instantiations           import   ten queries
Provisioning API     ${show(provisioning.imported)}  ${show(provisioning.queries)}   (at most 40,000 and 15,000)
150 resources        ${show(large.imported)}  ${show(large.queries)}   (ten queries at most 20,000)`)
if (provisioning.imported > 40_000 || provisioning.queries > 15_000 || large.queries > 20_000) process.exitCode = 1

function show(count: number): string {
  return count.toLocaleString('en').padStart(10)
}
