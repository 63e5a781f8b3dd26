/** The built site of a document that means harm, in Chromium: whatever the document says is seen, and nothing of it is done. */
import type { Browser, Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers, overhang } from './site/accessibility.js'
import { launch, runInBrowser } from './site/chromium.js'
import { addressesOf, deadLinks } from './site/links.js'
import { type Served, serve } from './site/serve.js'
import { hostileSite } from './site/sites.js'
import { open, visit } from './site/visit.js'

const hostile = suite('a document that means harm')
let site: string
let served: Served
let browser: Browser

hostile.before(async () => {
  site = await hostileSite()
  served = await serve(site)
  browser = await launch()
})
hostile.after(async () => {
  await browser.close()
  served.close()
})

/** Elements that nothing on a page of ours is, and attributes that nothing has. */
const FOREIGN = [
  '#VPContent :is(script, iframe, object, embed, component, template, img, i)',
  '[onerror], [onclick], [onload], [srcdoc], [v-html]',
  '#custom-id, .custom-class, #heading-id, .custom-block, .table-of-contents',
  'a[href^="javascript:" i], a[href^="vbscript:" i], a[href^="data:" i], a[*|href^="javascript:" i]',
]

/** What is on a page, or was done by it, and came from the document as more than words. */
const done = (page: Page): Promise<string[]> =>
  page.evaluate(
    (foreign) => [
      ...('hacked' in window ? [`window.hacked is ${window.hacked}`] : []),
      ...[...document.querySelectorAll(foreign.join())].map((element) => element.outerHTML.slice(0, 200)),
      ...[...document.querySelectorAll('style')].flatMap(({ textContent }) =>
        textContent === 'body { display: none }' ? textContent : [],
      ),
    ],
    FOREIGN,
  )

hostile('nothing that it says is done, on any page', async () => {
  const context = await browser.newContext()
  const { page, complaints } = await visit(context, served.origin)
  for (const address of addressesOf(site)) {
    await open(page, served.origin + address)
    assert.equal(await done(page), [], address)
  }
  assert.equal(complaints, [])
  assert.equal(deadLinks(site), [])
  await context.close()
})

hostile('all of it can be used by everybody, on a narrow screen too', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const { page } = await visit(context, served.origin)
  for (const address of addressesOf(site)) {
    await open(page, served.origin + address)
    await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
    assert.equal([...(await overhang(page)), ...(await barriers(page))], [], address)
  }
  await context.close()
})

/** What is seen on which page, among other things. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  '/': [
    'The "API" </script><script>window.hacked=1</script> {{ 1 + 1 }}',
    'A summary <img src=x onerror=window.hacked=3> {{ 3 + 3 }}',
    'Version 1.0</script><script>window.hacked=2</script>',
    'title: front matter',
    '<script>window.hacked = 4</script>',
    '<script setup>window.hacked = 5</script>',
    '<style>body { display: none }</style>',
    '<img src=x onerror="window.hacked = 6"> <iframe src="javascript:parent.hacked = 7"></iframe>',
    "{{ 1 + 1 }} and {{ constructor.constructor('window.hacked = 8')() }} and {{ 2 + 2 }}",
    '<!-- a comment --> after the comment',
    '<b v-html="\'x\'" @click="window.hacked = 9" :title="1">bold</b> </code></pre></div></template>',
    '<component :is="\'script\'">window.hacked = 10</component> <Diagram code="x" />',
    '::: danger A container',
    '::: v-pre',
    '{{ 4 + 4 }}',
    '::: code-group',
    '[[toc]]',
    '<<< ./index.md',
    '<<< @/../package.json{1,3}',
    '<!--@include: ./index.md-->',
    '[!WARNING] Not a warning.',
    ':tada: :) and $& $1 $',
    'emphasis{onclick="window.hacked = 11"} and text {#custom-id .custom-class}',
    'A heading {#heading-id}',
    '[script](javascript:window.hacked=12) [data](data:text/html,<script>window.hacked=13</script>) [vb](vbscript:x)',
    '| a | b |',
    '<i>2</i> | {{ 5 + 5 }} | 4',
    '{{ 6 + 6 }} </script> <!--@\u200binclude: ./index.md-->',
    '// [!\u200bcode highlight] [!\u200bcode --]',
    "{{ constructor.constructor('window.hacked = 32')() }}",
    'a["<img src=x onerror=window.hacked=14>"]',
    'Good: a link, emphasis, strong, code, https://example.com/auto.',
    'https://example.com/{{ 7 + 7 }}/<script>window.hacked=15</script>',
    'Token <script>window.hacked = 24</script> {{ 18 + 18 }}',
    'Documentation: Manual <script>window.hacked = 50</script> {{ 50 + 50 }}',
    'Contact: Us ](x) <img src=x onerror=window.hacked=51>',
    'License: {{ 51 + 51 }}',
    'Terms of service: javascript:window.hacked=53',
  ],
  '/things/': [
    'Tag <script>window.hacked = 17</script> {{ 9 + 9 }}',
    'List <script>window.hacked=18</script> {{ 10 + 10 }} [x](javascript:1) ::: tip',
  ],
  '/things/list': [
    'List <script>window.hacked=18</script> {{ 10 + 10 }} [x](javascript:1) ::: tip',
    'Described <script>window.hacked = 19</script> {{ 11 + 11 }}',
    'Odd <img src=x onerror=window.hacked=20> {{ 12 + 12 }} | a pipe',
    'x{{ 13 + 13 }}<script>window.hacked=21</script>',
    '<script>window.hacked=22</script>',
    '{{ 14 + 14 }}',
    'Missing <script>window.hacked=23</script> {{ 15 + 15 }} | pipe',
  ],
  '/things/retrieve': ['Id {{ 16 + 16 }} <b>'],
  '/things/object': [
    'A thing <script>window.hacked=25</script> {{ 19 + 19 }}',
    'Name <img src=x onerror=window.hacked=26> {{ 20 + 20 }} a | b',
    '"</script><script>window.hacked=27</script> {{ 21 + 21 }}"',
    '<script>window.hacked=28</script>',
    '{{ 22 + 22 }}',
    '"{{ 23 + 23 }}</code>"',
    'a|b`c',
    '<!--@include: ./index.md-->',
    '</code><script>window.hacked=29</script>',
    '{{ 24 + 24 }}',
    'either as One <script>window.hacked=60</script> {{ 60 + 60 }} a | b',
    'This <img src=x onerror=window.hacked=61>',
    'either.{{ 61 + 61 }}',
    'either as [x](javascript:window.hacked=62)',
    'either.<b>c</b>',
    'others<script>window.hacked=30</script>',
    '"]; click n0 call alert(1)',
  ],
  '/changelog': [
    'Version 1.0</script><script>window.hacked=2</script>',
    'version 0.9<script>window.hacked=40</script> {{ 40 + 40 }}',
    'GET /<b>bold</b>/{{ 17 + 17 }}',
    'x{{ 13 + 13 }}<script>window.hacked=21</script> of GET /things',
    '<script>window.hacked=28</script>',
    'a|b`c',
    'takes <!--@include: ./index.md-->, </code><script>window.hacked=29</script>, {{ 24 + 24 }}, [x](javascript:1) alone',
    'by default "{{ 23 + 23 }}</code>", before "</code><script>window.hacked=41</script> {{ 41 + 41 }} `|`"',
  ],
  '/operations/': ['Plain <i>operation</i>', 'GET /<b>bold</b>/{{ 17 + 17 }}'],
}

hostile('all of it is seen', async () => {
  const context = await browser.newContext()
  const { page } = await visit(context, served.origin)
  for (const [address, texts] of Object.entries(SEEN)) {
    await open(page, served.origin + address)
    const seen = (await page.locator('#VPContent .vp-doc').innerText()).replace(/\s+/g, ' ')
    for (const text of texts) assert.ok(seen.includes(text), `${address} shows ${text}\n\nin ${seen}`)
  }
  await context.close()
})

hostile('the Markdown that it may use works', async () => {
  const page = await browser.newPage()
  await open(page, `${served.origin}/`)
  const good = page.locator('.vp-doc p', { hasText: 'Good:' })
  assert.equal(await good.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), [
    'https://example.com/good',
    'https://example.com/auto',
  ])
  assert.equal(await good.locator('em, strong, code').allInnerTexts(), ['emphasis', 'strong', 'code'])
  assert.equal(await page.locator('.vp-doc ol li').allInnerTexts(), ['one', 'two\n\nnested', 'nested'])
  assert.is(await page.locator('.vp-doc .language-sh code').first().innerText(), 'echo good')
  await page.close()
})

hostile('it is words in the title, in the navigation, in pictures and in what is found', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const { page, complaints } = await visit(context, served.origin)
  await open(page, `${served.origin}/things/list`)
  const title = 'List <script>window.hacked=18</script> {{ 10 + 10 }} [x](javascript:1) ::: tip'
  assert.match(await page.locator('.VPSidebar').innerText(), title)
  assert.is(
    await page.locator('.VPNavBarTitle span').first().innerText(),
    'The "API" </script><script>window.hacked=1</script> {{ 1 + 1 }}',
  )
  await open(page, `${served.origin}/things/`)
  assert.match((await page.locator('.diagram').textContent()) ?? '', 'others<script>window.hacked=30</script>')
  await page.keyboard.press('Control+k')
  for (const words of ['<script>', 'hacked', '{{ 1 + 1 }}', 'onerror']) {
    const results = page.locator('.VPLocalSearchBox .result')
    await page.locator('#localsearch-input').fill('')
    await results.first().waitFor({ state: 'detached' })
    await page.locator('#localsearch-input').fill(words)
    await results.locator('mark').first().waitFor()
    assert.equal(await done(page), [], words)
  }
  assert.equal(complaints, [])
  await context.close()
})

runInBrowser(hostile)
