/** The pages of a document that has been generated, and whether their examples are what they say. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { serverUrl } from '../../generator/emit/example-documents.js'
import type { Model } from '../../generator/model/types.js'
import { operationPages } from './page.js'
import { program } from './program.js'
import { runPages } from './run.js'

/**
 * Writes the program of the examples into the folder of the SDK, and runs it.
 *
 * @returns a line for each fault, and the names of what was run.
 */
export async function examplePages(
  model: Model,
  folder: string,
  { curl = false }: { readonly curl?: boolean } = {},
): Promise<{ readonly faults: string[]; readonly ran: string[]; readonly pages: number }> {
  const pages = await operationPages(path.join(folder, 'docs'))
  await writeFile(path.join(folder, 'examples.ts'), program(pages))
  return { ...(await runPages({ folder, server: serverUrl(model), curl }, pages)), pages: pages.length }
}
