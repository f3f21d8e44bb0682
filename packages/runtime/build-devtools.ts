/** What a build for the simulator has more: its agents in host and worker, and safe areas of devices that are not there. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

const folder = fileURLToPath(new URL('./src/', import.meta.url))

export function simulatorAgents(): Plugin {
  return {
    name: 'simulator-agents',
    setup(build) {
      build.onResolve({ filter: /devtools\/(?:logic|host)\/hook\.ts$/ }, ({ path }) => ({
        path: join(folder, path.replace(/^.*(?=devtools\/)/, '').replace('hook.ts', 'agent.ts')),
      }))
      build.onLoad({ filter: /[\\/]runtime[\\/]src[\\/](?:host|api)[\\/].*\.ts$/ }, async ({ path }) => ({
        contents: withSimulatedSafeArea(await readFile(path, 'utf8')),
        loader: 'ts',
      }))
    },
  }
}

/** No page can set `env()`; a property of the root can stand before it. */
export function withSimulatedSafeArea(text: string): string {
  return text.replaceAll(
    /\benv\((safe-area-inset-(?:top|right|bottom|left))(?:, ?[^()]*)?\)/g,
    (whole, name: string) => `var(--simulated-${name}, ${whole})`,
  )
}
