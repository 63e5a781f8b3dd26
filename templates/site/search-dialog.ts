/** VitePress's search dialog, mended for those who hear it: https://www.w3.org/WAI/ARIA/apg/patterns/. */
import type { UserConfig } from 'vitepress'

type Compiler = NonNullable<NonNullable<NonNullable<UserConfig['vue']>['template']>['compilerOptions']>
type Transform = NonNullable<Compiler['nodeTransforms']>[number]
type Node = Parameters<Transform>[0]
type Element = Extract<Node, { readonly tag: string }>
type Prop = Element['props'][number]

/**
 * Changes the dialog's template while it is compiled. In VitePress's own the dialog is a button, and a result an option
 * that holds a link; of what is in a button or an option only the words are told. What is not found is left as it is.
 */
export const searchDialog: Transform = (root, { filename }) => {
  if (!('source' in root) || !filename.endsWith('/VPLocalSearchBox.vue')) return
  for (const element of elementsIn(root)) {
    const link = elementsIn(element).find(({ tag }) => tag === 'a')
    if (has(element, 'role', 'button')) {
      take(element, 'role', 'aria-owns', 'aria-expanded', 'aria-haspopup')
      give(element, { role: 'dialog', 'aria-modal': 'true' })
    } else if (has(element, 'role', 'option') && link) {
      // It is called what its words say.
      take(link, 'aria-label')
      link.props.push(...take(element, 'id', 'role', 'aria-selected'))
      give(element, { role: 'none' })
    } else if (has(element, 'class', 'title-icon')) {
      give(element, { 'aria-hidden': 'true' })
    } else if (element.tag === 'kbd') {
      // Its label is told only where it stands for a picture.
      give(element, { role: 'img' })
    }
  }
}

/** All elements beneath a node, those that hold others first. */
const elementsIn = (node: Node): Element[] =>
  'children' in node && Array.isArray(node.children)
    ? node.children.flatMap((child) =>
        typeof child === 'object' && 'tag' in child ? [child, ...elementsIn(child)] : [],
      )
    : []

const has = ({ props }: Element, name: string, value: string): boolean =>
  props.some((prop) => 'value' in prop && prop.name === name && prop.value?.content === value)

/** Takes attributes from an element, be they static or computed. */
function take(element: Element, ...names: string[]): Prop[] {
  const taken = element.props.filter((prop) => names.includes(nameOf(prop)))
  element.props = element.props.filter((prop) => !taken.includes(prop))
  return taken
}

function nameOf(prop: Prop): string {
  if ('value' in prop) return prop.name
  return prop.name === 'bind' && prop.arg && 'content' in prop.arg ? prop.arg.content : ''
}

function give({ props, loc }: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(attributes))
    props.push({ type: 6, name, nameLoc: loc, loc, value: { type: 2, content, loc } })
}
