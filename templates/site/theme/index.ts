/** VitePress's own theme, with the API's version, a button that copies the page, tabs that are remembered, and pictures. */
import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { h } from 'vue'
import { site } from '../site.js'
import { CopyPage } from './copy-page.js'
import { Diagram } from './diagram.js'
import { useVisiblePage } from './sidebar.js'
import { useRememberedTab } from './tabs.js'
import './style.css'
import './custom.css'

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'nav-bar-title-after': () => (site.version ? h('span', { class: 'version' }, site.version) : null),
      'doc-before': () => h(CopyPage),
    }),
  setup() {
    useRememberedTab()
    useVisiblePage()
  },
  enhanceApp({ app }) {
    app.component('Diagram', Diagram)
  },
} satisfies Theme
