import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsOf } from '../../spec/fixtures/emit/compiled.js'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import { emit } from './emit.js'
import { compoundQuery } from './example-compound.js'
import { loopExample, sdkExample } from './examples.js'

test('every example of the Provisioning API type-checks against its SDK', async () => {
  const document = await load('spec/provisioning.yaml', { cwd: fileURLToPath(new URL('../../', import.meta.url)) })
  const { model } = build(document)
  const operations = [...model.resources.flatMap((resource) => resource.operations), ...model.operations]
  const examples = operations.flatMap((operation) => {
    const compound = compoundQuery(model, operation)
    return [
      sdkExample(model, operation),
      ...(compound ? [sdkExample(model, operation, compound)] : []),
      loopExample(model, operation) ?? '',
    ]
  })
  assert.ok(examples.length >= operations.length)
  assert.equal(await faultsOf(await emit(model, document), examples), [])
})

test.run()
