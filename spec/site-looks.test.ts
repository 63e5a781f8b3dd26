/** What is looked for on the pages of the site is seen where it is. */
import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers, overhang } from './site/accessibility.js'
import { launch, runInBrowser } from './site/chromium.js'
import { visit } from './site/visit.js'

const looks = suite('the looks at a page')
let browser: Browser

looks.before(async () => {
  browser = await launch()
})
looks.after(() => browser.close())

const pageOf = (body: string): string =>
  `<!doctype html><html lang="en"><title>t</title><main><h1>h</h1>${body}</main></html>`

const SEEN: readonly (readonly [body: string, look: (page: Page) => Promise<string[]>, want: RegExp | undefined])[] = [
  ['<p>a</p>', barriers, undefined],
  ['<p style="color: #aaa">pale words</p>', barriers, /^color-contrast at p: /],
  ['<p style="color: #aaa">pale words</p>', (page) => barriers(page, { rules: ['image-alt'] }), undefined],
  ['<p style="color: #aaa">pale words</p>', (page) => barriers(page, { without: ['p'] }), undefined],
  ['<img src="data:,">', barriers, /^image-alt at img: /],
  ['<button></button>', barriers, /^button-name at button: /],
  ['<p>a</p>', overhang, undefined],
  ['<div style="overflow: auto"><p style="width: 500px">a</p></div>', overhang, undefined],
  ['<p style="width: 500px">a</p>', overhang, /^\d+ pixels wide: <p style="width: 500px">/],
]

for (const [body, look, want] of SEEN) {
  looks(`${look.name || 'one rule'}: ${body}`, async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 600 } })
    await page.setContent(pageOf(body))
    const [found, ...more] = await look(page)
    assert.equal(more, [])
    if (want) assert.match(found ?? '', want)
    else assert.is(found, undefined)
    await page.close()
  })
}

looks('what the console, scripts and the network complain of is noted, and dialogs', async () => {
  const context = await browser.newContext()
  const { page, complaints } = await visit(context, 'http://site')
  const texts: Readonly<Record<string, string>> = {
    '/': pageOf(
      '<script src="/gone"></script><script src="http://other/a.js"></script><script>console.error("b"); alert("c"); d()</script>',
    ),
    '/a.js': '',
  }
  await context.route('**', (route) => {
    const body = texts[new URL(route.request().url()).pathname]
    return route.fulfill({ status: body === undefined ? 404 : 200, contentType: 'text/html', body: body ?? '' })
  })
  await page.goto('http://site/')
  for (const want of [
    /404 for http:\/\/site\/gone/,
    /asks for http:\/\/other\/a\.js/,
    /: b$/,
    /says c/,
    /d is not defined/,
  ]) {
    assert.ok(
      complaints.some((complaint) => want.test(complaint)),
      `${want} in ${complaints}`,
    )
  }
  await context.close()
})

runInBrowser(looks)
