import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What keeps somebody from using the page, as axe-core sees it: its serious and critical violations.
 *
 * @param only the names of the rules that are asked for, and what is passed over: all rules and nothing where not said.
 */
export async function barriers(
  page: Page,
  only: { readonly rules?: readonly string[]; readonly without?: readonly string[] } = {},
): Promise<string[]> {
  await page.evaluate(source)
  const context = JSON.stringify({ include: ['html'], exclude: only.without ?? [] })
  const options = JSON.stringify({ resultTypes: ['violations'], ...(only.rules ? { runOnly: only.rules } : {}) })
  const { violations }: Pick<AxeResults, 'violations'> = await page.evaluate(`axe.run(${context}, ${options})`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
    )
}

/** What sticks out of a page that is narrow, and so makes the page itself scroll sideways. */
export function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.right > width + 1
    })
    return [`${document.documentElement.scrollWidth} pixels wide: ${wide.at(-1)?.outerHTML.slice(0, 120)}`]
  })
}
