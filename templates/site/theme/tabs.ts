import { onContentUpdated } from 'vitepress'
import { onMounted } from 'vue'

const KEY = 'code-tab'

/** Who reads one example as curl reads the next one so, on this page and on others. */
export function useRememberedTab(): void {
  onMounted(() => {
    document.addEventListener('change', ({ target }) => {
      const title = target instanceof Element && target.matches('.vp-code-group input') ? titleOf(target) : undefined
      if (title === undefined) return
      localStorage.setItem(KEY, title)
      show(title, target)
    })
  })
  onContentUpdated(() => {
    const title = localStorage.getItem(KEY)
    if (title !== null) show(title)
  })
}

/** Opens the tabs of this title, but for the one that was opened by hand. */
function show(title: string, opened?: EventTarget | null): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.vp-code-group input:not(:checked)')) {
    if (input !== opened && titleOf(input) === title) input.click()
  }
}

const titleOf = (input: Element): string | undefined =>
  input.nextElementSibling?.getAttribute('data-title') ?? undefined
