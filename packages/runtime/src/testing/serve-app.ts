/** Compiles a mini-program and serves it, for tests in a real browser. */
import { compileApp, type Sources } from './run-app.ts'
import { type ServedApp, serveBuild, type ServeOptions } from './serve-build.ts'

export type { ServedApp } from './serve-build.ts'

export async function serveApp(sources: Sources, options: ServeOptions = {}): Promise<ServedApp> {
  return serveBuild(await compileApp(sources), options)
}
