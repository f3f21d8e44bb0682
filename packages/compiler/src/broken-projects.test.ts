import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createCompiler, formatDiagnostic } from './index.ts'
import { configOf, runPackage } from './testing/project.ts'

const folder = fileURLToPath(new URL('../../../conformance/broken/', import.meta.url))
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

describe('a broken project', () => {
  it('stands in conformance/broken in at least 20 kinds', () => {
    expect(names.length).toBeGreaterThanOrEqual(20)
  })

  it.each(names)('%s: names file, line and column of every error, and the rest still runs', async (name) => {
    const build = await createCompiler({ root: folder + name, mode: 'development' }).build()
    const expected: unknown = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8'))
    const errors = build.diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, file, line, column }) => ({ code, file, line, column }))).toEqual(expected)
    expect(build.diagnostics).toEqual(errors)
    for (const error of errors) {
      expect(error.frame).toMatch(new RegExp(`^> *${error.line} \\|`, 'm'))
      expect(formatDiagnostic(error)).toContain(`${error.file}:${error.line}:${error.column} error ${error.code}`)
    }
    const running = runPackage(build)
    expect(configOf(build).pages).toContain('pages/good/good')
    expect(running.templates['pages/good/good']).toBeTypeOf('function')
    expect(() => running.require('pages/good/good.js')).not.toThrow()
  })
})
