import { readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { buildRuntime } from '@banyan/runtime/build'

/** The built runtime, held in memory: what a page needs to run an app. */
export interface RuntimeFiles {
  build: RuntimeBuild
  files: ReadonlyMap<string, Uint8Array>
}

const runtimeFolder = dirname(fileURLToPath(import.meta.resolve('@banyan/runtime/build')))
const contractFolder = dirname(fileURLToPath(import.meta.resolve('@banyan/contract/boot')))

/** `hasDevtools`: with the simulator's agents in it. Takes the runtime's build folder when it is newer than the sources, else builds the runtime first. */
export async function loadRuntime({ hasDevtools = false } = {}): Promise<RuntimeFiles> {
  const dist = hasDevtools ? join(runtimeFolder, 'dist', 'devtools') : join(runtimeFolder, 'dist')
  if (!(await isFresh(dist))) {
    const { runtime, files } = await buildRuntime({
      outdir: dist,
      ...(hasDevtools ? ({ hasDevtools, mode: 'development' } as const) : {}),
    })
    return { build: runtime, files: new Map(files.map(({ file, bytes }) => [file, bytes])) }
  }
  const build: RuntimeBuild = JSON.parse(await readFile(join(dist, 'runtime.json'), 'utf8'))
  const files = await Promise.all(
    build.files.map(async (file) => [file, new Uint8Array(await readFile(join(dist, file)))] as const),
  )
  return { build, files: new Map(files) }
}

async function isFresh(dist: string): Promise<boolean> {
  const builtAt = await changedAt(join(dist, 'runtime.json'))
  if (builtAt === 0) return false
  const sources = [join(runtimeFolder, 'build.ts')]
  for (const folder of [join(runtimeFolder, 'src'), contractFolder]) {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    sources.push(
      ...names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => join(folder, name)),
    )
  }
  const changes = await Promise.all(sources.map(changedAt))
  return changes.every((change) => change < builtAt)
}

async function changedAt(path: string): Promise<number> {
  const status = await stat(path).catch(() => undefined)
  return status?.mtimeMs ?? 0
}
