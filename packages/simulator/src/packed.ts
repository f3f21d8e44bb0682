/** What the published command has instead of `runtime-files.ts` and `browser-scripts.ts`: it carries their results and builds nothing. */
import { readFile } from 'node:fs/promises'
import type { RuntimeBuild } from '@banyan/contract/boot'
import type { BrowserScripts } from './browser-scripts.ts'
import type { RuntimeFiles } from './runtime-files.ts'

const packageUrl = new URL('../', import.meta.url)

export async function loadRuntime({ hasDevtools = false } = {}): Promise<RuntimeFiles> {
  const folder = new URL(hasDevtools ? 'runtime/devtools/' : 'runtime/', packageUrl)
  const build: RuntimeBuild = JSON.parse(await readFile(new URL('runtime.json', folder), 'utf8'))
  const files = await Promise.all(
    build.files.map(async (file) => [file, new Uint8Array(await readFile(new URL(file, folder)))] as const),
  )
  return { build, files: new Map(files) }
}

export async function buildBrowserScripts(): Promise<BrowserScripts> {
  const read = (name: string) => readFile(new URL(`browser/${name}.js`, packageUrl), 'utf8')
  const [overlay, prelude, panel] = await Promise.all([read('overlay'), read('prelude'), read('panel')])
  return { overlay, prelude, panel }
}
