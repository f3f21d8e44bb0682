import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildRuntime } from '../../build.ts'

test('an extra part is a file of its own with its hash in its name, and goes when its contents change', async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'banyan-parts-'))
  try {
    const build = async (value: string) => {
      const { runtime } = await buildRuntime({
        outdir,
        mode: 'development',
        parts: { table: { for: 'data', read: async () => ({ value }) } },
      })
      return { runtime, file: runtime.parts['table'] ?? '' }
    }
    const first = await build('one')
    expect(first.file).toMatch(/^table-[\da-f]{12}\.json$/)
    expect(first.runtime.files).toContain(first.file)
    expect(await readFile(join(outdir, first.file), 'utf8')).toBe('{"value":"one"}')
    const later = await readFile(join(outdir, first.runtime.later), 'utf8')
    expect(later).toContain(first.file)
    const second = await build('two')
    expect(second.file).not.toBe(first.file)
    expect(second.runtime.later).not.toBe(first.runtime.later)
    expect((await readdir(outdir)).filter((name) => name.startsWith('table-'))).toEqual([second.file])
  } finally {
    await rm(outdir, { recursive: true, force: true })
  }
})
