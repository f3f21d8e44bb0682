/** The published threat model names checks that exist, every check belongs to a threat, and both languages say the same. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { attackNames, viewProbes, workerProbes } from '@banyan/cli/selftest'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

async function readThreats(language: string): Promise<Map<string, string[]>> {
  const text = await readFile(new URL(`docs/security/threat-model.${language}.md`, root), 'utf8')
  const rows = text.split('\n').filter((line) => /^\| T\d+ \|/.test(line))
  return new Map(
    rows.map((row) => {
      const cells = row.split(' | ')
      const checks = Array.from((cells.at(-1) ?? '').matchAll(/`([^`]+)`/g), ([, check = '']) => check)
      return [cells[0]?.replace('| ', '') ?? '', checks]
    }),
  )
}

test('each threat has a check, and both languages name the same', async () => {
  const english = await readThreats('en')
  expect(english.size).toBeGreaterThanOrEqual(25)
  for (const [threat, checks] of english) expect([threat, checks.length > 0]).toEqual([threat, true])
  expect(await readThreats('zh-CN')).toEqual(english)
})

test('each file that is named exists', async () => {
  const checks = [...(await readThreats('en')).values()].flat()
  const files = checks.filter((check) => /^(?:packages|tests|conformance)\//.test(check))
  expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, root))))).toEqual([])
})

test('each probe and each attack of the suite answers to a threat, and none is named that does not exist', async () => {
  const named = new Set([...(await readThreats('en')).values()].flat())
  const all = [
    ...Object.keys(workerProbes).map((name) => `worker/${name}`),
    ...Object.keys(viewProbes).map((name) => `view/${name}`),
    ...attackNames.map((name) => `attack/${name}`),
  ]
  expect(all.filter((id) => !named.has(id))).toEqual([])
  expect([...named].filter((id) => /^(?:worker|view|attack)\//.test(id) && !all.includes(id))).toEqual([])
})
