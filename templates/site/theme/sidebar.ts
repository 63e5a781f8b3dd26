import { onContentUpdated } from 'vitepress'

/** Where there are many resources, the page that is read could be anywhere in the sidebar: it is scrolled into view. */
export function useVisiblePage(): void {
  onContentUpdated(() => {
    // What has just been opened is laid out in the next frame.
    requestAnimationFrame(() => {
      document.querySelector('.VPSidebarItem.is-active > .item')?.scrollIntoView({ block: 'nearest' })
    })
  })
}
