/** What a reader sees of a run. */
import type { EngineName } from '../../tests/support/engines/engine.ts'
import type { CaseResult } from './run-suite.ts'

export type Summary = Partial<Record<EngineName, { passed: number; failed: number }>>

export function summaryOf(results: readonly CaseResult[]): { passed: number; failed: number } {
  const failed = results.filter(({ outcome }) => outcome.kind === 'failed').length
  return { passed: results.filter(({ outcome }) => outcome.kind === 'passed').length, failed }
}

export interface FileReport {
  engine: EngineName
  file: string
  results: readonly CaseResult[]
  isJson: boolean
  print: (line: string) => void
}

export function printResults({ engine, file, results, isJson, print }: FileReport): void {
  const { passed, failed } = summaryOf(results)
  const ms = results.reduce((sum, { outcome }) => sum + ('ms' in outcome ? outcome.ms : 0), 0)
  const excepted = results.length - passed - failed
  const counts = [`${String(passed).padStart(4)} passed`]
  if (failed > 0) counts.push(`${failed} FAILED`)
  if (excepted > 0) counts.push(`${excepted} not here`)
  print(`${engine.padEnd(9)} ${file.padEnd(34)} ${counts.join(', ')}  ${(ms / 1000).toFixed(1)} s`)
  for (const { case: each, outcome } of results) {
    if (outcome.kind === 'excepted') print(`  not here: ${each.id}: ${outcome.reason}`)
    if (outcome.kind !== 'failed') continue
    const name = `${file}/${each.id}`
    if (isJson)
      console.log(
        JSON.stringify({ engine, case: name, says: each.says, source: each.source, failure: outcome.message }),
      )
    else print(`  FAIL ${name}: ${each.says}\n    ${outcome.message.replaceAll('\n', '\n    ')}\n    ${each.source}`)
  }
}
