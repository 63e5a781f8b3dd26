/** Every page of the built site, in Chromium. */
import { readdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers, overhang } from './site/accessibility.js'
import { launch, runInBrowser } from './site/chromium.js'
import { addressesOf, deadLinks } from './site/links.js'
import { fileOf, type Served, serve } from './site/serve.js'
import { provisioningSite } from './site/sites.js'
import { darken, open, sideBySide, visit } from './site/visit.js'

const pages = suite('every page')
let site: string
let served: Served
let browser: Browser
const found = {
  complaints: [] as string[],
  drawn: [] as string[],
  light: [] as string[],
  dark: [] as string[],
  narrow: [] as string[],
}

pages.before(async () => {
  site = await provisioningSite()
  served = await serve(site)
  browser = await launch()
  await look(addressesOf(site))
})
pages.after(async () => {
  await browser.close()
  served.close()
})

/** What is the same on all pages, and takes axe-core the longest: it is looked at on one page of each kind. */
const ALIKE = ['.VPNav', '.VPSidebar', 'pre']

/** Pages with each thing that a page may have. */
const OF_ALL_KINDS = /^\/([^/]*|client\/.*|organizations\/.*)$/

/** Opens all pages, two at a time, and looks at each in the light and on a narrow screen, and at some in the dark. */
async function look(addresses: readonly string[]): Promise<void> {
  const context = await browser.newContext({ colorScheme: 'light' })
  const visits = await Promise.all([1, 2].map(() => visit(context, served.origin)))
  await sideBySide(
    addresses,
    visits.map(({ page }) => async (address: string) => {
      const note = (list: string[], texts: readonly string[]) =>
        list.push(...texts.map((text) => `${address}: ${text}`))
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1280, height: 900 })
      await open(page, served.origin + address)
      const drawn = await page
        .locator('.diagram svg a')
        .evaluateAll((links) => links.map((link) => String(link.getAttribute('href'))))
      note(
        found.drawn,
        drawn.filter((href) => !href.startsWith('/') || !fileOf(site, href)),
      )
      // What fades in has no color that could be judged.
      await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
      const isOne = OF_ALL_KINDS.test(address)
      note(found.light, await barriers(page, isOne ? {} : { without: ALIKE }))
      await page.setViewportSize({ width: 360, height: 740 })
      note(found.narrow, await overhang(page))
      if (!isOne) return
      await darken(page)
      note(found.dark, await barriers(page, { rules: ['color-contrast'] }))
    }),
  )
  found.complaints.push(...visits.flatMap(({ complaints }) => complaints))
  await context.close()
}

pages('there is one for each page of the reference', () => {
  const sources = readdirSync('generated/docs', { recursive: true, encoding: 'utf8' })
  assert.is(addressesOf(site).length, sources.filter((file) => file.endsWith('.md')).length)
})

pages('every link leads somewhere, from pages and from Markdown for programs', () => {
  assert.equal(deadLinks(site), [])
})

pages('every link of a picture leads to a page', () => assert.equal(found.drawn, []))

pages('loads without a complaint, and asks no other host for anything', () => assert.equal(found.complaints, []))

pages('keeps nobody out', () => assert.equal(found.light, []))

pages('can be read in the dark', () => assert.equal(found.dark, []))

pages('fits a narrow screen', () => assert.equal(found.narrow, []))

runInBrowser(pages)
