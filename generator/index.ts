/** What the package exports: the configuration, and the generator for programs. */
export { type Config, defineConfig, type Facts, loadConfig } from './config.js'
export type { Document, Json, JsonObject } from './document/types.js'
export { type GenerateOptions, generate, type Input, readModel } from './generate.js'
export type { InspectedOperation, Inspection, Warning } from './inspect-json.js'
export type * from './model/types.js'
export { InputError, type Place, type Problem, showProblem } from './problems.js'
export type { Changes } from './write/write.js'
