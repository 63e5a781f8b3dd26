/** From a document to its SDK in a folder, and whether each operation of it can be called. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { generate } from '../../generator/generate.js'
import { inspectJson } from '../../generator/inspect.js'
import { readModel } from '../../generator/read.js'
import { callsOf } from './calls.js'
import { type Inspected, operationsOf } from './inspected.js'
import { readRaw } from './raw.js'
import { run } from './run.js'

/** Emits the SDK into the folder, with a program that calls every operation, and runs it. @returns a line for each fault. */
export async function callDocument(file: string, folder: string): Promise<string[]> {
  const input = { spec: file, cwd: path.dirname(file) }
  await generate({ ...input, out: folder })
  const { model, problems } = await readModel(input)
  const api: Inspected = JSON.parse(inspectJson(model, { problems }))
  const raw = readRaw(file)
  const { program, expected } = callsOf(raw, api)
  await writeFile(path.join(folder, 'calls.ts'), program)
  const want = new Set(raw.operations.map(({ method, path }) => `${method} ${path}`))
  const told = operationsOf(api).map(({ method, path }) => `${method} ${path}`)
  return [
    ...[...want].filter((one) => !told.includes(one)).map((one) => `inspect does not tell ${one}`),
    ...told.filter((one, index) => !want.has(one) || told.indexOf(one) !== index).map((one) => `inspect tells ${one}`),
    ...(await run(folder, expected)),
  ]
}
