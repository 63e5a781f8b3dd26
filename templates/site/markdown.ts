/** What the site makes of the pages' Markdown, which reads well without it. */
import type { MarkdownRenderer } from 'vitepress'
import { diagrams } from './markdown/diagrams.js'
import { entries } from './markdown/entries.js'
import { heads } from './markdown/heads.js'
import { braces, words } from './markdown/literal.js'
import { tabs } from './markdown/tabs.js'
import { top } from './markdown/top.js'

/** For VitePress's `markdown.config`. */
export function changeMarkdown(md: MarkdownRenderer): void {
  for (const change of [tabs, diagrams, entries, heads, top, words, braces]) change(md)
}
