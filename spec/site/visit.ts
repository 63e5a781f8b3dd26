import type { BrowserContext, Locator, Page } from 'playwright-core'
import { PATIENCE } from './chromium.js'

/** A page that was opened, and whatever went wrong on it so far. */
export interface Visit {
  readonly page: Page
  /** What the console, the network and scripts complained of, each with the address of the page. */
  readonly complaints: string[]
}

/** A tab that notes what goes wrong. Nothing may be asked of another host: a site works where there is no network. */
export async function visit(context: BrowserContext, origin: string): Promise<Visit> {
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const complaints: string[] = []
  const note = (text: string): void => {
    complaints.push(`${page.url().replace(origin, '')}: ${text}`)
  }
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(message.text())
  })
  page.on('pageerror', (error) => note(error.stack ?? error.message))
  page.on('dialog', (dialog) => {
    note(`says ${dialog.message()}`)
    dialog.dismiss().catch(() => {})
  })
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`))
      note(`asks for ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} for ${response.url()}`)
  })
  return { page, complaints }
}

/** Opens an address and waits until the page is as its reader finds it: its scripts run, its pictures drawn. */
export async function open(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE)
  await page.goto(address, { waitUntil: 'load' })
  await settled(page)
}

/** Turns the light off, and waits until the page is dark, and each of its pictures drawn anew. */
export async function darken(page: Page): Promise<void> {
  const drawn = await page.locator('.diagram svg').evaluateAll((pictures) => pictures.map(({ id }) => id))
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction((before) => {
    const now = [...document.querySelectorAll('.diagram svg')].map(({ id }) => id)
    const { classList } = document.documentElement
    return classList.contains('dark') && now.length === before.length && !now.some((id) => before.includes(id))
  }, drawn)
}

/** Waits until the pictures of the page are drawn and nothing is loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const app = document.querySelector('#app')
    const drawn = [...document.querySelectorAll('.diagram')].every((diagram) => diagram.querySelector('svg'))
    return app !== null && '__vue_app__' in app && drawn
  })
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}

/** Clicks what copies, and waits until that is said: for two seconds, so it is looked for from before on. */
export const saysSo = (copy: Locator, said: Locator): Promise<unknown> => Promise.all([said.waitFor(), copy.click()])

/** Does `work` for each item, several at a time. */
export async function sideBySide<T>(
  items: readonly T[],
  workers: readonly ((item: T) => Promise<void>)[],
): Promise<void> {
  const rest = [...items]
  await Promise.all(
    workers.map(async (work) => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
    }),
  )
}
