/** The site of the reference, for VitePress: `npx vitepress dev` or `build`, followed by the folder above this one. */
import path from 'node:path'
import { defineConfig } from 'vitepress'
import { copyFiles } from './files.js'
import { changeMarkdown } from './markdown.js'
import { servedPrograms, writePrograms } from './programs.js'
import { searchDialog } from './search-dialog.js'
import { site } from './site.js'

const icon = { rel: 'icon', href: site.icon }

export default defineConfig({
  title: site.title,
  description: site.description,
  lang: 'en',
  head: [['link', icon]],
  cleanUrls: true,
  // Otherwise every page holds what the site knows of all others, in a script that a title could end.
  metaChunk: true,
  // Beside the packages, not among the pages.
  cacheDir: path.resolve('node_modules/.cache/vitepress'),
  markdown: {
    // Both are legible on grey.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: changeMarkdown,
  },
  themeConfig: {
    ...(site.logo && { logo: site.logo }),
    nav: site.nav,
    sidebar: site.sidebar,
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        // The title counts most; a page is found by parts of the names in it, as by `cred` of `api_credentials`.
        miniSearch: {
          options: { tokenize: (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean) },
          searchOptions: { prefix: true, fuzzy: 0.1, boost: { title: 6, titles: 2, text: 1 } },
        },
      },
    },
    notFound: { title: 'Page not found', quote: 'There is nothing at this address.', linkText: 'To the first page' },
    docFooter: { prev: 'Previous', next: 'Next' },
  },
  // VitePress's own title lacks what looks like HTML.
  transformPageData: ({ frontmatter, title }) => ({ title: frontmatter.title ?? title }),
  transformHead: ({ pageData, siteData }) =>
    pageData.isNotFound
      ? []
      : [['link', { rel: 'alternate', type: 'text/markdown', href: siteData.base + pageData.relativePath }]],
  buildEnd: async (built) => {
    await writePrograms(built)
    await copyFiles(built)
  },
  vue: { template: { compilerOptions: { nodeTransforms: [searchDialog] } } },
  vite: {
    plugins: [
      servedPrograms,
      // Where the site is not built, VitePress names the icon when browsers have asked for one already.
      {
        name: 'icon-from-the-start',
        apply: 'serve',
        transformIndexHtml: () => [{ tag: 'link', attrs: icon, injectTo: 'head' }],
      },
    ],
    build: { chunkSizeWarningLimit: 4_000 },
  },
})
