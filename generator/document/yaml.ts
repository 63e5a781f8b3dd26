/** YAML as JSON's data model: no timestamps, no language's own tags; anchors and merge keys. https://yaml.org/spec/1.2.2/ */
import yaml from 'js-yaml'
import { MAX_DEPTH } from './limits.js'
import type { Parsed } from './parse.js'

/** `<<`, which js-yaml knows by this tag. https://yaml.org/type/merge.html */
const merge = new yaml.Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data) => data === '<<' || data === null,
})
const schema = yaml.JSON_SCHEMA.extend({ implicit: [merge] })

/**
 * The value of a YAML text, undefined where it holds only space and comments. `listener` is told of each value that is
 * begun and ended.
 *
 * @throws yaml.YAMLException
 */
export function parseYaml(text: string, listener?: NonNullable<yaml.LoadOptions['listener']>): Parsed | undefined {
  const options = { schema, maxDepth: MAX_DEPTH, ...(listener && { listener }) }
  // The types of this schema make nothing else.
  return yaml.load(text, options) as Parsed | undefined
}
