import { watch } from 'chokidar'
import { createCompiler } from '@banyan/compiler'
import type { Build } from '@banyan/compiler'

export interface BuildReport {
  build: Build
  /** Counts builds of this project since the start. */
  sequence: number
  durationMs: number
  /** Absolute paths whose change led to this build, and when the first of them was seen, in milliseconds since 1970. */
  changedPaths: readonly string[]
  changedAt: number
}

/** The project's newest build, made again whenever a source file changes. */
export interface ProjectBuilds {
  current(): BuildReport
  /** A file of this build or one shortly before: an open page may still load a sub-package of the build that it started with. */
  readFile(hash: string): Uint8Array | undefined
  close(): Promise<void>
}

const keptBuilds = 3
/** Editors and build tools write several files for one save. */
const settleMs = 20

interface BuildListener {
  onBuild: (report: BuildReport) => void
  /** The compiler itself failed, which no source file should be able to cause. The build before stays current. */
  onCrash: (error: unknown) => void
}

export async function watchProject(root: string, listener: BuildListener): Promise<ProjectBuilds> {
  const compiler = createCompiler({ root, mode: 'development' })
  const recent: BuildReport[] = []
  const changedPaths = new Set<string>()
  let changedAt = Date.now()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isStale = false
  let isClosed = false

  async function compile(): Promise<void> {
    const startedAt = performance.now()
    const paths = [...changedPaths]
    changedPaths.clear()
    const seenAt = changedAt
    if (recent.length > 0) compiler.changed(paths)
    const build = await compiler.build()
    const sequence = (recent[0]?.sequence ?? 0) + 1
    recent.unshift({
      build,
      sequence,
      durationMs: performance.now() - startedAt,
      changedPaths: paths,
      changedAt: seenAt,
    })
    recent.length = Math.min(recent.length, keptBuilds)
  }

  async function compileUntilFresh(): Promise<void> {
    do {
      isStale = false
      await compile()
    } while (isStale && !isClosed)
    if (!isClosed) listener.onBuild(current())
  }

  function schedule(path: string): void {
    isStale = true
    if (changedPaths.size === 0) changedAt = Date.now()
    changedPaths.add(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      running ??= compileUntilFresh()
        .catch(listener.onCrash)
        .finally(() => {
          running = undefined
        })
    }, settleMs)
  }

  function current(): BuildReport {
    const report = recent[0]
    if (report === undefined) throw new Error('The first build has not finished.')
    return report
  }

  // Watching starts first, so that a change during the first build is not missed.
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => isIgnored(path.slice(root.length)),
  })
  watcher.on('all', (_event, path) => schedule(path))
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  await compile()
  listener.onBuild(current())

  return {
    current,
    readFile: (hash) => recent.map((report) => report.build.files.get(hash)).find((bytes) => bytes !== undefined),
    async close() {
      isClosed = true
      clearTimeout(timer)
      await watcher.close()
      await running
      compiler.dispose()
    },
  }
}

/** Paths below the root that never belong to a mini-program: installed packages, version control, editors' files. */
function isIgnored(path: string): boolean {
  return /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(path)
}
