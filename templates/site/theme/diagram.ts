import { useData, useRouter, withBase } from 'vitepress'
import { defineComponent, h, onMounted, ref, watch } from 'vue'

let count = 0

/** A picture in Mermaid's language; as text where it cannot be drawn. Mermaid is only loaded where there is one. */
export const Diagram = defineComponent({
  name: 'Diagram',
  props: { code: { type: String, required: true } },
  setup(props) {
    const { isDark } = useData()
    const router = useRouter()
    const svg = ref('')
    const source = decodeURIComponent(props.code)
    async function draw(): Promise<void> {
      const { default: mermaid } = await import('mermaid')
      mermaid.initialize({
        startOnLoad: false,
        // Links work, scripts do not.
        securityLevel: 'antiscript',
        theme: isDark.value ? 'dark' : 'neutral',
        fontFamily: 'inherit',
      })
      count += 1
      const drawn = await mermaid.render(`diagram-${count}`, source)
      svg.value = drawn.svg
    }
    onMounted(() => {
      watch(isDark, draw, { immediate: true })
    })
    function follow(event: MouseEvent): void {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href')
      if (!href?.startsWith('/') || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      router.go(withBase(href))
    }
    return () =>
      svg.value === ''
        ? h('pre', { class: 'diagram-source' }, source)
        : h('div', { class: 'diagram', innerHTML: svg.value, onClick: follow, tabindex: 0, role: 'group' })
  },
})
