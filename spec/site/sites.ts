import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from '../../generator/generate.js'
import { build, temporary } from './build.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

let provisioning: Promise<string> | undefined
let hostile: Promise<string> | undefined

/** The folder of the Provisioning API's site, which is built once for all tests of a process. */
export function provisioningSite(): Promise<string> {
  provisioning ??= build(path.join(root, 'generated/docs'))
  return provisioning
}

/** That of a document that means harm. */
export function hostileSite(): Promise<string> {
  hostile ??= generated('spec/fixtures/docs/hostile.yaml', 'spec/fixtures/docs/hostile-before.overlay.yaml').then(build)
  return hostile
}

/**
 * The folder of a document's reference, which is gone when the process ends.
 *
 * @param before the overlay that makes of the document what it was before.
 */
async function generated(spec: string, before: string): Promise<string> {
  const out = temporary()
  await generate({ spec, cwd: root, out, changelog: [{ overlays: [before] }] })
  return path.join(out, 'docs')
}
