/** What a reader does with the built site, in Chromium. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from './site/accessibility.js'
import { launch, PATIENCE, runInBrowser } from './site/chromium.js'
import { type Served, serve } from './site/serve.js'
import { provisioningSite } from './site/sites.js'
import { open, saysSo, settled, visit } from './site/visit.js'

const use = suite('a reader')
let site: string
let served: Served
let browser: Browser

use.before(async () => {
  site = await provisioningSite()
  served = await serve(site)
  browser = await launch()
})
use.after(async () => {
  await browser.close()
  served.close()
})

const WIDE = { viewport: { width: 1280, height: 900 } }
const NARROW = { viewport: { width: 360, height: 740 }, hasTouch: true }

/** A test that begins at an address of the site, and ends with nothing to complain of. */
function reads(
  name: string,
  address: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): void {
  use(name, async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const context = await browser.newContext({ baseURL: served.origin, permissions, ...options })
    try {
      const { page, complaints } = await visit(context, served.origin)
      await open(page, served.origin + address)
      await act(page)
      assert.equal(complaints, [])
    } finally {
      await context.close()
    }
  })
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

/** Waits until the address is this one. */
const arrives = (page: Page, address: string): Promise<void> => page.waitForURL(served.origin + address)

for (const words of ['transfer ownership', 'transfer_ownership']) {
  reads(`finds "${words}"`, '/', WIDE, async (page) => {
    await page.keyboard.press('Control+k')
    await page.locator('#localsearch-input').fill(words)
    await page.locator('.result.selected .title').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/organizations\/transfer-ownership/)
    await page.locator('h1', { hasText: 'Transfer the ownership of an organization' }).waitFor()
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  reads(`keeps nobody out of the search, ${colorScheme}`, '/', { ...WIDE, colorScheme }, async (page) => {
    await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
    await page.keyboard.press('Control+k')
    const words = page.getByRole('dialog').getByRole('searchbox')
    await words.fill('transfer ownership')
    const found = page.getByRole('listbox').getByRole('option')
    await page.getByRole('option', { name: 'Transfer the ownership', selected: true }).waitFor()
    assert.ok((await found.count()) > 1)
    assert.equal(await barriers(page), [])
    await page.getByRole('button', { name: 'Display detailed list' }).click()
    await page.locator('.result .excerpt mark').first().waitFor()
    assert.equal(await barriers(page), [])
    await words.press('ArrowDown')
    assert.is(await words.getAttribute('aria-activedescendant'), await found.nth(1).getAttribute('id'))
    assert.is(await found.nth(1).getAttribute('aria-selected'), 'true')
    await words.fill('xyzzyx')
    await page.locator('.no-results').waitFor()
    assert.equal(await barriers(page), [])
  })
}

reads(
  'opens tabs by click and by key, and finds the same ones open on other pages',
  '/roles/create',
  WIDE,
  async (page) => {
    const first = page.locator(':nth-match(.vp-code-group .active code, 1)')
    const shows = (text: string): Promise<void> => first.filter({ hasText: text }).waitFor()
    await shows('api.roles.create(')
    await page.locator('label[data-title=curl]').click()
    await shows('curl -g -X POST')
    await page.keyboard.press('ArrowRight')
    await shows('await fetch(')
    await page.getByRole('link', { name: 'Next' }).click()
    await arrives(page, '/roles/list')
    await page.locator('.vp-code-group input:checked + label[data-title=fetch]').first().waitFor()
    await shows('await fetch(')
    await page.reload()
    await settled(page)
    await shows('await fetch(')
  },
)

reads('copies a block of code', '/organizations/transfer-ownership', WIDE, async (page) => {
  for (const tab of ['SDK', 'curl', 'fetch']) {
    await page.locator(`.vp-code-group label[data-title=${tab}]`).click()
    const block = page.locator('.vp-code-group .blocks > .active')
    await block.hover()
    await saysSo(block.locator('button.copy'), block.locator('button.copied'))
    assert.is(await copied(page), await block.locator('code').innerText(), tab)
  }
})

for (const [address, file] of Object.entries({
  '/': 'index.md',
  '/roles/': 'roles/index.md',
  '/roles/list': 'roles/list.md',
})) {
  reads(`copies ${address} as Markdown`, address, WIDE, async (page) => {
    await saysSo(page.getByRole('button', { name: 'Copy page' }), page.getByRole('button', { name: 'Copied' }))
    const source = readFileSync(path.join('generated/docs', file), 'utf8')
    assert.is(await copied(page), source.slice(source.search(/^# /m)))
    const link = await page.getByRole('link', { name: 'View as Markdown' }).getAttribute('href')
    assert.is(await copied(page), await (await fetch(served.origin + link)).text())
  })
}

reads('turns the light off, and finds it off again', '/roles/', { ...WIDE, colorScheme: 'light' }, async (page) => {
  const colors = (): Promise<string[]> =>
    page.evaluate(() =>
      ['body', '.diagram rect.label-container'].map((selector) => {
        const { backgroundColor, fill } = getComputedStyle(document.querySelector(selector) ?? document.body)
        return selector === 'body' ? backgroundColor : fill
      }),
    )
  const light = await colors()
  await page.locator('.VPNavBarAppearance .VPSwitchAppearance').click()
  await page.locator('html.dark').waitFor()
  await page.reload()
  await settled(page)
  const dark = await colors()
  assert.is(dark.filter((color, index) => color !== light[index]).length, 2, `${light} and ${dark}`)
})

reads('follows the pictures', '/map', WIDE, async (page) => {
  assert.ok((await page.locator('.diagram svg a').count()) > 5)
  await page.locator('.diagram svg a', { hasText: 'permissions' }).click()
  await arrives(page, '/permissions/object')
  await page.goBack()
  await settled(page)
  await page.locator('.diagram svg a', { hasText: 'memberships' }).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/memberships\/object$/)
})

/** Follows a link at the foot of a page, and waits until the page is another. */
async function turns(page: Page, to: 'next' | 'prev'): Promise<void> {
  const selector = `.pager-link.${to}`
  const href = await page.locator(selector).getAttribute('href')
  await page.locator(selector).click()
  await arrives(page, href ?? '')
  await page.waitForFunction(
    ([selector, href]) => document.querySelector(`${selector}`)?.getAttribute('href') !== href,
    [selector, href],
  )
}

reads('goes on to the next page and back', '/', WIDE, async (page) => {
  const seen: string[] = []
  for (let step = 0; step < 8; step += 1) {
    seen.push(page.url())
    await turns(page, 'next')
  }
  for (const address of seen.reverse()) {
    await turns(page, 'prev')
    assert.is(page.url(), address)
  }
})

reads('finds the way on a narrow screen', '/', NARROW, async (page) => {
  await page.getByRole('button', { name: 'Menu' }).click()
  const sidebar = page.locator('.VPSidebar')
  await sidebar.getByRole('link', { name: 'Organizations', exact: true }).click()
  await arrives(page, '/organizations/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await sidebar.getByRole('link', { name: 'The organization object' }).click()
  await arrives(page, '/organizations/object')
  await page.getByRole('button', { name: 'On this page' }).click()
  await page.locator('.VPLocalNavOutlineDropdown').getByRole('link', { name: 'Relationships' }).click()
  await arrives(page, '/organizations/object#relationships')
  await page.getByRole('button', { name: 'mobile navigation' }).click()
  await page.locator('.VPNavScreen').getByRole('link', { name: 'Client' }).click()
  await page.waitForURL(/\/client\//)
})

reads('sees in the sidebar which page it is', '/', { viewport: { width: 1280, height: 400 } }, async (page) => {
  for (const address of ['/versions/list', '/', '/organizations/transfer-ownership']) {
    await open(page, served.origin + address)
    const active = page.locator('.VPSidebarItem.is-active > .item').first()
    await page.waitForFunction(
      (element) => {
        const { top, bottom } = element?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
        return top >= 0 && bottom <= innerHeight
      },
      await active.elementHandle(),
    )
    assert.is(await page.evaluate(() => scrollY), 0)
  }
})

reads('comes to the top of a page by a link that knows nothing of its title', '/roles/list', WIDE, async (page) => {
  const title = page.locator('h1')
  assert.is(await title.locator('a').getAttribute('href'), '#top')
  for (const anchor of ['top', 'list-all-roles']) {
    await open(page, `${served.origin}/roles/create#response`)
    await open(page, `${served.origin}/roles/list#${anchor}`)
    const box = await title.boundingBox()
    assert.ok(box && box.y >= 0 && box.y < 300, `${anchor}: ${box?.y}`)
  }
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill('transfer ownership')
  await page.locator('.result.selected .title').first().waitFor()
  await page.keyboard.press('Enter')
  await arrives(page, '/organizations/transfer-ownership#top')
})

reads('sees the name of the API and its version', '/', WIDE, async (page) => {
  assert.is(await page.locator('.VPNavBarTitle').innerText(), 'Commerce Layer Provisioning API\n1.0.0')
  assert.match(await page.title(), /Commerce Layer Provisioning API$/)
})

use('who has no JavaScript has the words, and the source of the pictures', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  await page.goto(`${served.origin}/map`)
  assert.match(await page.locator('.diagram').innerText(), 'flowchart TB')
  await context.close()
})

use('a page that is not there says so', async () => {
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE)
  const response = await page.goto(`${served.origin}/no/such/page`)
  assert.is(response?.status(), 404)
  assert.match(await page.locator('.NotFound').innerText(), 'Page not found')
  await page.locator('.NotFound a').click()
  await arrives(page, '/')
  await page.close()
})

use('a program has a list of the pages, and all of them in one text', async () => {
  const [list = '', full = ''] = await Promise.all(
    ['/llms.txt', '/llms-full.txt'].map(async (address) => (await fetch(served.origin + address)).text()),
  )
  const linked = [...list.matchAll(/\]\(\/([^)]*\.md)\)/g)].map(([, page]) => page)
  const held = [...full.matchAll(/^url: \/(.*)$/gm)].map(([, page]) => page)
  assert.ok(linked.length > 90)
  assert.equal([...linked].sort(), [...held].sort())
})

runInBrowser(use)
