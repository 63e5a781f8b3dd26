/** The files that lie among the pages, as a guide may link to: VitePress itself takes pictures along, and nothing else. */
import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { SiteConfig } from 'vitepress'

/** Copies them to where they are on the built site. What begins with a dot is none of them. */
export async function copyFiles({ srcDir, outDir }: Pick<SiteConfig, 'srcDir' | 'outDir'>): Promise<void> {
  const folders = ['']
  for (const folder of folders) {
    for (const entry of await readdir(path.join(srcDir, folder), { withFileTypes: true })) {
      const name = path.join(folder, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || path.join(srcDir, name) === outDir) continue
      if (entry.isDirectory()) folders.push(name)
      else if (!entry.name.endsWith('.md')) await cp(path.join(srcDir, name), path.join(outDir, name))
    }
  }
}
