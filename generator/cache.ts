/** The folder for what makes the next run faster: within the project, for where other users can write they could run code. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Within the nearest `node_modules` at or above a folder; undefined where there is none. */
export function cacheFolder(above: string): string | undefined {
  const modules = path.join(above, 'node_modules')
  if (existsSync(modules)) return path.join(modules, '.cache', 'openapi-resources')
  const parent = path.dirname(above)
  return parent === above ? undefined : cacheFolder(parent)
}
