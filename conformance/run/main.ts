/** `npm run conformance`: README.md describes its options. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EngineMissing } from '../../tests/support/engines/engine.ts'
import type { EngineName } from '../../tests/support/engines/engine.ts'
import { engineNames, isEngineName, launchEngine } from '../../tests/support/engines/launch.ts'
import { buildRuntime } from '@banyan/runtime/build'
import { loadCases } from './load-cases.ts'
import type { CaseFile } from './load-cases.ts'
import { printResults, summaryOf } from './report.ts'
import type { Summary } from './report.ts'
import { runSuite } from './run-suite.ts'
import type { CaseResult } from './run-suite.ts'
import { sampleOf } from './sample.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    engine: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', multiple: true, default: [] },
    headed: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    phones: { type: 'string' },
    /** At most so many cases an engine, spread over all files. */
    sample: { type: 'string' },
    /** Cases that fail have one more try, alone: a shared machine may stall a browser for seconds. */
    retry: { type: 'boolean', default: process.env['CI'] !== undefined },
  },
})

const files = await loadCases(values.only)
const count = files.reduce((sum, { cases }) => sum + cases.length, 0)
if (values.list) {
  for (const { name, cases } of files) for (const { id, says } of cases) console.log(`${name}/${id}  ${says}`)
  console.log(`${count} cases`)
} else if (count === 0) {
  console.error(`no case is named ${values.only.join(' or ')}`)
  process.exitCode = 1
} else {
  await run()
}

async function run(): Promise<void> {
  const unknown = values.engine.filter((name) => !isEngineName(name))
  if (unknown.length > 0) throw new Error(`no such engine: ${unknown.join(', ')}; there are ${engineNames.join(', ')}`)
  const engines = engineNames.filter((name) => values.engine.length === 0 || values.engine.includes(name))
  const outdir = await mkdtemp(join(tmpdir(), 'banyan-conformance-'))
  try {
    const runtime = await buildRuntime({ outdir })
    const summary: Summary = {}
    for (const engine of engines) {
      const wanted = values.sample === undefined ? files : sampleOf(files, Number(values.sample))
      summary[engine] = await runEngine(engine, wanted, runtime)
    }
    if (values.json) console.log(JSON.stringify(summary))
    if (Object.values(summary).some(({ failed }) => failed > 0)) process.exitCode = 1
  } finally {
    await rm(outdir, { recursive: true, force: true })
  }
}

async function runEngine(
  engine: EngineName,
  wanted: readonly CaseFile[],
  runtime: Awaited<ReturnType<typeof buildRuntime>>,
): Promise<{ passed: number; failed: number }> {
  const began = performance.now()
  const print = (line: string) => (values.json ? console.error(line) : console.log(line))
  try {
    const suite = {
      launch: () => launchEngine(engine, { isHeaded: values.headed }),
      phones: values.headed ? 1 : Number(values.phones ?? 2),
      runtime,
      onFile: (file: string, done: readonly CaseResult[]) =>
        printResults({ engine, file, results: done, isJson: values.json, print }),
    }
    const first = await runSuite(wanted, suite)
    const again = values.retry ? filesOf(first.filter(({ outcome }) => outcome.kind === 'failed')) : []
    if (again.length > 0) print(`${engine}: what failed once more, alone`)
    const second = await runSuite(again, { ...suite, phones: 1 })
    const results = first.map((result) => second.find((each) => each.case === result.case) ?? result)
    const summary = summaryOf(results)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const excepted = results.filter(({ outcome }) => outcome.kind === 'excepted').length
    print(
      `${engine}: ${summary.passed} passed, ${summary.failed} failed${excepted > 0 ? `, ${excepted} not for this engine` : ''} in ${seconds} s`,
    )
    return summary
  } catch (error) {
    if (!(error instanceof EngineMissing)) throw error
    print(`${engine}: ${error.message}`)
    return { passed: 0, failed: wanted.reduce((sum, { cases }) => sum + cases.length, 0) }
  }
}

function filesOf(results: readonly CaseResult[]): CaseFile[] {
  const files = Map.groupBy(results, ({ file }) => file)
  return Array.from(files, ([name, list]) => ({ name, cases: list.map((result) => result.case) }))
}
