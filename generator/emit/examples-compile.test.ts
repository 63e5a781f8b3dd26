import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsOf } from '../../spec/fixtures/emit/compiled.js'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import { emit } from './emit.js'
import { moreExamples, sdkExample } from './examples.js'

test('every example of the Provisioning API type-checks against its SDK', async () => {
  const document = await load('spec/provisioning.yaml', { cwd: fileURLToPath(new URL('../../', import.meta.url)) })
  const { model } = build(document)
  const operations = [...model.resources.flatMap((resource) => resource.operations), ...model.operations]
  const examples = operations.flatMap((operation) => [
    sdkExample(model, operation),
    ...moreExamples(model, operation).map(({ source }) => source),
  ])
  assert.ok(examples.length >= operations.length)
  assert.equal(await faultsOf(await emit(model, document), examples), [])
})

test.run()
