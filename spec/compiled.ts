/** Compiles what was emitted as its user would, with the flags of the type tests. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** All that stands in the folder, as one program. @returns what TypeScript 5.9 and 7.0 find wrong; empty texts for nothing. */
export async function compiled(folder: string): Promise<string[]> {
  await configure(folder, OPTIONS)
  return Promise.all(['typescript', 'typescript7'].map((compiler) => compile(compiler, folder)))
}

/** The same under other options, by TypeScript 7.0 alone, which is the faster. */
export async function compiledWith(folder: string, options: object): Promise<string> {
  await configure(folder, { ...OPTIONS, ...options })
  return compile('typescript7', folder)
}

const configure = (folder: string, compilerOptions: object): Promise<void> =>
  writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, exclude: ['**/docs'] }))

const OPTIONS = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
  ...{ noEmit: true, skipLibCheck: true, target: 'ES2022', module: 'NodeNext', types: [] },
}

/** What the compiler finds wrong in the folder. */
function compile(compiler: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const tsc = fileURLToPath(new URL(`../node_modules/${compiler}/bin/tsc`, import.meta.url))
    const child = spawn(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })
}
