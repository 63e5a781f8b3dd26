/** Names for the components that come from other files. */
import { parse } from './pointer.js'

/**
 * The name for the thing at `pointer` in the file at `address`: its own (`preferred`, or the last token of the pointer,
 * or the file's), or where that is taken a longer one. It is valid as the name of a component: letters, digits, `.`, `-`
 * and `_`. https://spec.openapis.org/oas/v3.1.1#components-object
 */
export function freeName(
  { address, pointer, preferred }: { address: string; pointer: string; preferred: string | undefined },
  isTaken: (name: string) => boolean,
): string {
  const tokens = parse(pointer)
  const folders = address.replace(/[?#].*$/, '').split(/[\\/]+/)
  const file = (folders.pop() ?? '').replace(/\.[^.]*$/, '')
  const own = preferred ?? tokens.at(-1) ?? file
  const long = [file, ...tokens].join('-')
  const longer = folders.map((_, index) => [...folders.slice(index), long].join('-')).reverse()
  const name = [own, ...(own === file ? [] : [`${file}-${own}`]), long, ...longer]
    .map(valid)
    .find((candidate) => !isTaken(candidate))
  if (name !== undefined) return name
  // Two that differ only in what `valid` replaces.
  let number = 2
  while (isTaken(valid(`${long}-${number}`))) number++
  return valid(`${long}-${number}`)
}

function valid(name: string): string {
  const clean = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|-+$/g, '')
  return clean === '' || clean === '__proto__' ? 'part' : clean
}
