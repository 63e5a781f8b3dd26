/** The site as it is served without being built, in Chromium: what is otherwise than on the built site. */
import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { develop } from './site/build.js'
import { launch, runInBrowser } from './site/chromium.js'
import type { Served } from './site/serve.js'
import { saysSo, visit } from './site/visit.js'

const dev = suite('who has not built it')
let served: Served
let browser: Browser

dev.before(async () => {
  served = await develop('generated/docs')
  browser = await launch()
})
dev.after(async () => {
  await browser.close()
  served.close()
})

dev('sees the pages, copies them and finds them, and nothing complains', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page, complaints } = await visit(context, served.origin)
  await page.goto(`${served.origin}/roles/list`)
  await saysSo(page.getByRole('button', { name: 'Copy page' }), page.getByRole('button', { name: 'Copied' }))
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# List all roles\n/)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('transfer ownership')
  await page.getByRole('option', { name: 'Transfer the ownership', selected: true }).waitFor()
  assert.equal(complaints, [])
  await context.close()
})

dev('has the pages in one text as a program', async () => {
  const list = await (await fetch(`${served.origin}/llms.txt`)).text()
  assert.match(list, '- [List all roles](/roles/list.md): Returns the roles')
})

runInBrowser(dev)
