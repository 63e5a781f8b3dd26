/** Runs the program where there are arguments and an output. */
import process from 'node:process'
import { run } from './program.js'

console.log(JSON.stringify(await run(process.argv[2] ?? '')))
