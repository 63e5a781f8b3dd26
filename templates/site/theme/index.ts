/** VitePress's own theme, with the API's version, a button that copies the page, tabs that are remembered, and pictures. */
import { type DefaultTheme, dataSymbol, type Theme, useData } from 'vitepress'
import VitePress from 'vitepress/theme'
import { computed, defineComponent, h, provide } from 'vue'
import { site } from '../site.js'
import { CopyPage } from './copy-page.js'
import { Diagram } from './diagram.js'
import { near } from './near.js'
import { useVisiblePage } from './sidebar.js'
import { useRememberedTab } from './tabs.js'
import './style.css'
import './custom.css'

const Layout = defineComponent(() => {
  const data = useData<DefaultTheme.Config>()
  const theme = computed(() => {
    const { sidebar } = data.theme.value
    if (!Array.isArray(sidebar)) return data.theme.value
    return { ...data.theme.value, sidebar: near(sidebar, data.page.value.relativePath) }
  })
  provide(dataSymbol, { ...data, theme })
  return () =>
    h(VitePress.Layout, null, {
      'nav-bar-title-after': () => (site.version ? h('span', { class: 'version' }, site.version) : null),
      'doc-before': () => h(CopyPage),
    })
})

export default {
  extends: VitePress,
  Layout,
  setup() {
    useRememberedTab()
    useVisiblePage()
  },
  enhanceApp({ app }) {
    app.component('Diagram', Diagram)
  },
} satisfies Theme
