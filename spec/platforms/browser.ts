/** What a page calls. */
import { run } from './program.js'

Object.assign(globalThis, { run })
