import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { main } from '../cli.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = await readFile(`${root}README.md`, 'utf8')
const [, section = ''] = readme.split('\n## Templates of your own\n')

/** The blocks of code whose first line names their file. */
const files = [...section.matchAll(/^```\w+\n(?:\{\{!--|\/\*) (my-templates\/\S+) .*\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', text = '']) => [name, text] as const,
)

test('the example of the README does what it says', async () => {
  const cwd = await mkdtemp(path.join(tmpdir(), 'openapi-resources-readme-'))
  try {
    const put = async (name: string, text: string): Promise<void> => {
      await mkdir(path.dirname(path.join(cwd, name)), { recursive: true })
      await writeFile(path.join(cwd, name), text)
    }
    let told = ''
    const say = (text: string): void => {
      told += text
    }
    const run = (...argv: string[]) => main(argv, { cwd, stdout: say, stderr: say })
    const page = (name: string): Promise<string> => readFile(path.join(cwd, 'src/api/docs', name), 'utf8')

    assert.is(files.length, 3)
    for (const [name, text] of files) await put(name, text)
    // What was made is remembered here, and must not be taken for what other templates make.
    await mkdir(path.join(cwd, 'node_modules'))
    const config = { spec: `${root}spec/provisioning.yaml`, out: 'src/api', templates: 'my-templates' }
    await put('openapi-resources.config.json', JSON.stringify(config))
    assert.is(await run('generate'), 0, told)
    const text = await page('roles/list.md')
    assert.match(text, /\n# List all roles\n\nSend a `GET` request[\s\S]*\nTry it in a terminal:\n\n```sh\ncurl /)
    assert.not.match(text, /## Response/)
    assert.match(await page('.vitepress/theme/custom.css'), /brand-1: #b45309/)

    assert.is(await run('generate', '--check'), 0, told)
    await put('my-templates/docs/tried.hbs', '{{crl}}')
    told = ''
    assert.is(await run('generate'), 2)
    assert.match(told, /unknown-template-name: docs\/tried is given nothing that is called crl here\./)
    assert.match(told, /at my-templates\/docs\/tried\.hbs:1:3\n[\s\S]*\n *1 \| \{\{crl\}\}\n[\s\S]*Did you mean curl\?/)
    await put('my-templates/docs/tried.hbs', '{{curl}}')
    assert.is(await run('generate', '--check'), 1)
    await put('elsewhere/docs/map.hbs', '# My map')
    assert.is(await run('generate', '--templates', 'elsewhere'), 0)
    assert.match(await page('map.md'), /# My map/)
    assert.match(await page('roles/list.md'), /## Response/)
  } finally {
    await rm(cwd, { recursive: true })
  }
})

test.run()
