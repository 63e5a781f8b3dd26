import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A function that collects all garbage at once, whether Node was started with `--expose-gc` or not. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc !== 'function') throw new Error('this Node does not let its garbage be collected')
  return () => gc()
}
