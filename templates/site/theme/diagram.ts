import { useData, useRouter, withBase } from 'vitepress'
import { defineComponent, h, nextTick, onMounted, ref, watch } from 'vue'

/** How much a picture may shrink. */
const LEGIBLE = 0.8

let count = 0

/** A picture in Mermaid's language; as text where it cannot be drawn. Mermaid is only loaded where there is one. */
export const Diagram = defineComponent({
  name: 'Diagram',
  props: { code: { type: String, required: true } },
  setup(props) {
    const { isDark, page } = useData()
    const router = useRouter()
    const { relativePath } = page.value
    const svg = ref('')
    const failed = ref(false)
    const picture = ref<HTMLElement>()
    const source = decodeURIComponent(props.code)
    async function draw(): Promise<void> {
      try {
        svg.value = await drawn(source, (link) => addressOf(link, relativePath))
        await nextTick()
        for (const link of picture.value?.querySelectorAll('a') ?? []) asLink(link)
      } catch {
        failed.value = true
      }
    }
    onMounted(() => {
      watch(isDark, draw, { immediate: true, flush: 'post' })
    })
    function follow(event: MouseEvent): void {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const href = link?.getAttribute('href')
      if (!href?.startsWith('/') || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      router.go(href)
    }
    return () => {
      if (svg.value) {
        const name = { role: 'group', 'aria-label': 'Diagram', tabindex: 0 }
        return h('div', { ref: picture, class: 'diagram', innerHTML: svg.value, onClick: follow, ...name })
      }
      if (failed.value) return h('pre', { class: 'diagram-source', tabindex: 0 }, source)
      return h('div', { class: 'diagram' }, h('noscript', { innerHTML: `<pre>${escaped(source)}</pre>` }))
    }
  },
})

/** Where a link of a page's Markdown leads on the site. */
function addressOf(link: string, page: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return link
  const { pathname, search, hash } = new URL(link, `http://site/${page}`)
  return withBase(pathname.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '')) + search + hash
}

/** @throws Error where Mermaid cannot be loaded, or does not take the source. */
async function drawn(source: string, addressOf: (link: string) => string): Promise<string> {
  const { default: mermaid } = await import('mermaid')
  // Labels are measured in it.
  await document.fonts.ready
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', htmlLabels: false, theme: 'base', ...looks() })
  count += 1
  const { svg } = await mermaid.render(`diagram-${count}`, source)
  const { body } = new DOMParser().parseFromString(svg, 'text/html')
  for (const link of body.querySelectorAll('a')) {
    const written = link.getAttribute('xlink:href') ?? ''
    link.removeAttribute('xlink:href')
    link.setAttribute('href', addressOf(written))
  }
  // Mermaid leaves the character references of a label as they are where it is not HTML.
  for (const words of body.querySelectorAll('tspan.text-inner-tspan')) {
    words.textContent = words.textContent.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  }
  const picture = body.querySelector('svg')
  // Words that are too small to be read are no use: a wide picture is scrolled instead.
  if (picture) picture.style.minWidth = `calc(${picture.style.maxWidth || '0px'} * ${LEGIBLE})`
  return body.innerHTML
}

/** VitePress fetches ahead what links lead to, and asks for a field that those of SVG do not have. */
function asLink(link: Element): void {
  const { pathname } = new URL(link.getAttribute('href') ?? '', location.href)
  Object.defineProperty(link, 'pathname', { value: pathname, configurable: true })
}

/** The colors and the font of the page. */
function looks(): object {
  const style = getComputedStyle(document.documentElement)
  const color = (name: string): string => style.getPropertyValue(`--vp-c-${name}`).trim()
  return {
    flowchart: { nodeSpacing: 24, rankSpacing: 32, wrappingWidth: 400 },
    fontFamily: getComputedStyle(document.body).fontFamily,
    themeVariables: {
      fontSize: '14px',
      primaryColor: color('bg-soft'),
      primaryTextColor: color('text-1'),
      primaryBorderColor: color('border'),
      lineColor: color('text-3'),
      textColor: color('text-2'),
      background: color('bg'),
      edgeLabelBackground: color('bg'),
    },
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
