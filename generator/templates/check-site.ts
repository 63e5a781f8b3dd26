import path from 'node:path'
import { suggest } from '../document/suggest.js'
import type { Problem } from '../problems.js'
import { type OwnFile, textOf } from './own-file.js'
import { unknownTemplate } from './problems.js'

/** What says of the API what the site needs: made of the document. */
const MADE = 'site/site.ts'

/**
 * Which files for the site stand for nothing: they neither replace one of ours nor are named by another.
 *
 * @param ours the names of those that there are: `site/theme/style.css`.
 */
export function checkSite(own: readonly OwnFile[], ours: readonly string[]): Problem[] {
  return own.flatMap((file) => {
    const { name } = file
    if (name === MADE)
      return unknownTemplate(file, `${name} is made of the document.`, 'Replace site/config.mts instead.')
    const stem = path.posix.basename(name).replace(/\.[^.]+$/, '')
    if (ours.includes(name) || own.some((other) => other !== file && textOf(other).includes(stem))) return []
    const meant = suggest(name, ours)
    const advice = meant ? `Did you mean ${meant}?` : `Those that it could replace: ${ours.join(', ')}.`
    return unknownTemplate(file, `${name} replaces no file of the site, and none of yours names it.`, advice)
  })
}
