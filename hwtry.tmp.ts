import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { readRaw } from '/tmp/wt/hw/spec/calls/raw.js'
import { callsOf } from '/tmp/wt/hw/spec/calls/calls.js'
import { run } from '/tmp/wt/hw/spec/calls/run.js'
import { operationsOf } from '/tmp/wt/hw/spec/calls/inspected.js'
import { generate, readModel } from '/tmp/wt/hw/generator/generate.js'
import { inspectJson } from '/tmp/wt/hw/generator/inspect.js'
const out = '/tmp/hw-run'
mkdirSync(out, { recursive: true })
writeFileSync(out + '/package.json', '{"type":"module"}')
const docs: string[] = []
for (const file of process.argv.slice(2)) {
  const name = path.basename(file)
  const folder = path.join(out, name)
  rmSync(folder, { recursive: true, force: true })
  try {
    const t = Date.now()
    await generate({ spec: file, cwd: '/', out: folder })
    const t2 = Date.now()
    const { model, problems } = await readModel({ spec: file, cwd: '/' })
    const api = JSON.parse(inspectJson(model, problems))
    const raw = readRaw(file)
    const got = operationsOf(api).map((o) => `${o.method} ${o.path}`).sort()
    const want = raw.operations.map((o) => `${o.method} ${o.path}`).sort()
    const miss = want.filter((w) => !got.includes(w)), extra = got.filter((w) => !want.includes(w))
    if (miss.length || extra.length || got.length !== want.length) console.log(name, 'MISSING', miss, 'EXTRA', extra, got.length, want.length)
    const { program, expected } = callsOf(raw, api)
    writeFileSync(path.join(folder, 'calls.ts'), program)
    const faults = await run(folder, expected)
    console.log(`== ${name}: ${raw.operations.length} operations, ${faults.length} faults, generate ${t2 - t} ms, ${problems.length} warnings`)
    for (const f of faults.slice(0, Number(process.env.N ?? 12))) console.log('   ', f.slice(0, 600))
    docs.push(name)
  } catch (e: any) { console.log(`== ${name}: ${e?.problems ? 'INPUT ' + e.problems.map((p: any) => p.code + ' ' + p.message).join('\n').slice(0, 600) : 'CRASH ' + e?.stack}`) }
}
writeFileSync(out + '/tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, noEmit: true, skipLibCheck: true, target: 'ES2022', module: 'NodeNext', types: [] }, include: docs.map((d) => d + '/**/*.ts'), exclude: ['**/docs'] }))
for (const c of process.env.TSC?.split(',') ?? ['typescript7', 'typescript']) {
  const t = Date.now()
  const r = spawnSync(process.execPath, [`/tmp/wt/hw/node_modules/${c}/bin/tsc`, '-p', out, '--pretty', 'false'], { encoding: 'utf8' })
  const lines = (r.stdout + r.stderr).split('\n').filter(Boolean)
  console.log(`== ${c}: ${lines.filter((l) => /error TS/.test(l)).length} errors, ${Date.now() - t} ms`)
  for (const l of lines.slice(0, Number(process.env.N ?? 12) * 3)) console.log('   ', l.slice(0, 400))
}
