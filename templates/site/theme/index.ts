/** VitePress's own theme, with a button that copies the page, and pictures. */
import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { h } from 'vue'
import { CopyPage } from './copy-page.js'
import { Diagram } from './diagram.js'
import './style.css'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-before': () => h(CopyPage) }),
  enhanceApp({ app }) {
    app.component('Diagram', Diagram)
  },
} satisfies Theme
