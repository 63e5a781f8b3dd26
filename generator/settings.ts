import path from 'node:path'
import type { Arguments } from './arguments.js'
import { type Config, loadConfig } from './config.js'
import type { InputArguments } from './input-arguments.js'
import { InputError } from './problems.js'

/**
 * What the arguments say, else the config. Its paths are made relative to the working directory, as a person names them.
 *
 * @throws InputError for a wrong config, and `no-spec` where neither names a document.
 */
export async function settings(
  args: InputArguments & Partial<Pick<Arguments & { command: 'generate' }, 'out' | 'docs' | 'guides' | 'templates'>>,
  cwd: string,
): Promise<Config & { configFile: string | undefined }> {
  const { config, file } = await loadConfig({ cwd, ...(args.config !== undefined && { file: args.config }) })
  const fromCwd = (value: string): string => (path.isAbsolute(value) ? path.relative(cwd, value) || '.' : value)
  const spec = args.spec ?? (config.spec && fromCwd(config.spec))
  const templates = args.templates ?? (config.templates && fromCwd(config.templates))
  const out = args.out ?? (config.out && fromCwd(config.out))
  const overlays = args.overlays ?? config.overlays?.map(fromCwd)
  const { dates = config.dates, enums = config.enums, include = config.include, exclude = config.exclude } = args
  const { strict = config.strict, docs = config.docs } = args
  const guides = args.guides ?? (config.guides && fromCwd(config.guides))
  // What the config says to one service is not for another.
  const headers = { ...(args.spec === undefined && config.headers), ...args.headers }
  if (spec || overlays?.length) {
    return {
      ...config,
      spec,
      overlays,
      headers,
      include,
      exclude,
      out,
      docs,
      guides,
      templates,
      dates,
      enums,
      strict,
      configFile: file,
    }
  }
  throw new InputError([
    {
      severity: 'error',
      code: 'no-spec',
      message: 'No OpenAPI document is named.',
      advice: `Name one: openapi-resources generate openapi.yaml; or as spec in ${file ?? 'openapi-resources.config.ts'}.`,
      places: file === undefined ? [] : [{ file }],
    },
  ])
}
