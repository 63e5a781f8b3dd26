import { useData, withBase } from 'vitepress'
import { defineComponent, h, ref, watch } from 'vue'

/** How long the button says what came of it, in milliseconds. */
const SAID = 2_000

/** A button that copies the page as Markdown, and a link to it. */
export const CopyPage = defineComponent({
  name: 'CopyPage',
  setup() {
    const { page } = useData()
    const label = ref('Copy page')
    watch(page, () => {
      label.value = 'Copy page'
    })
    const source = (): string => withBase(`/${page.value.relativePath}`)
    async function copy(): Promise<void> {
      label.value = await copied(source()).then(
        () => 'Copied',
        () => 'Not copied',
      )
      setTimeout(() => {
        label.value = 'Copy page'
      }, SAID)
    }
    return () =>
      page.value.isNotFound
        ? null
        : h('div', { class: 'copy-page' }, [
            h('button', { type: 'button', onClick: copy, 'aria-live': 'polite' }, label.value),
            h('a', { href: source(), target: '_blank', rel: 'noopener' }, 'View as Markdown'),
          ])
  },
})

/** @throws Error where the page cannot be had, or the browser does not let it be copied. */
async function copied(source: string): Promise<void> {
  const response = await fetch(source)
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  await navigator.clipboard.writeText(await response.text())
}
