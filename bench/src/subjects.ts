/** What is compared: our runtime behind the real server, and two controls that do the same work as ordinary web pages. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createClient } from '@banyan/sdk'
import { build, type Plugin } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { compileScript, parse } from 'vue/compiler-sfc'
import { publishProject } from '../../scripts/start/seed.ts'
import { startServer } from '../../scripts/start/server-process.ts'

/** `components`: rows without a node of their own for the component; `hosts`: with one, as WeChat makes it unless told otherwise. */
export type PageName = 'rows' | 'components' | 'hosts'
/** Pages that only the mini-program has, besides those that a control may have. */
export type AppPage = PageName | 'work' | 'gestures' | 'long'

export interface Subject {
  readonly name: string
  url(page: AppPage): string
  close(): Promise<void>
}

const bench = join(import.meta.dirname, '..')

export async function startBanyan(): Promise<Subject> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'banyan-bench-'))
  const server = startServer({ PORT: '0', BANYAN_DATA: dataFolder, BANYAN_LOG_LEVEL: 'error' })
  const ready = await server.ready
  if (ready === undefined) throw new Error('the server did not start')
  const client = createClient({ baseUrl: ready.url, apiKey: ready.seed.apiKey ?? undefined })
  const project = { folder: join(bench, 'app'), name: 'Benchmark', description: '', version: '1.0.0' }
  const appId = await publishProject(client, project, [])
  return {
    name: 'Banyan',
    url: (page) => `${ready.url}/a/${appId}/pages/${page}/${page}`,
    async close() {
      server.drain()
      await server.exitCode
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

const entries = { dom: 'main.ts', vue: 'main.ts', react: 'main.tsx', 'one-thread': 'main.js' } as const

export async function startControl(name: string, folder: keyof typeof entries): Promise<Subject> {
  const { outputFiles } = await build({
    entryPoints: [join(bench, 'controls', folder, entries[folder])],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    jsx: 'automatic',
    plugins: [vueFiles, appParts],
  })
  const style = await readFile(join(bench, 'app', 'app.wxss'), 'utf8')
  const template = await readFile(join(bench, 'controls', 'page.html'), 'utf8')
  const html = brotliCompressSync(template.replace('/*style*/', style.replace(/^page\b/m, 'body')))
  const script = brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array())
  const server = createServer((request, response) => {
    const isScript = request.url === '/main.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.setHeader('content-encoding', 'br')
    response.end(isScript ? script : html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    name,
    url: (page) => `http://127.0.0.1:${port}/${page === 'rows' ? '' : `?${page}`}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Compiles single-file components as Vue's own build tools do, templates inlined and optimised. */
const vueFiles: Plugin = {
  name: 'vue',
  setup(pluginBuild) {
    pluginBuild.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path })
      const { content } = compileScript(descriptor, { id: path, inlineTemplate: true, isProd: true })
      return { contents: content, loader: 'ts' }
    })
  },
}

/** What the mini-program itself is made of: modules, and templates by name, in which `view` and `text` are elements of a document. */
const appParts: Plugin = {
  name: 'app-parts',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^virtual:app$/ }, ({ path }) => ({ path, namespace: 'bench' }))
    pluginBuild.onLoad({ filter: /.*/, namespace: 'bench' }, async () => {
      const read = (path: string) => readFile(join(bench, 'app', path), 'utf8')
      const group = new TmplGroup()
      for (const folder of [
        'pages/rows',
        'pages/components',
        'pages/hosts',
        'components/row',
        'components/hosted-row',
      ]) {
        const text = await read(`${folder}/${basename(folder)}.wxml`)
        const elements = text.replaceAll(/(<\/?)view\b/g, '$1div').replaceAll(/(<\/?)text\b/g, '$1span')
        const ofDocument = elements.replaceAll('bindtap=', 'bind:tap=')
        group.addTmpl(basename(folder), ofDocument)
      }
      const contents = [
        'const run = (code, module = {}) => (code(module), module.exports)',
        `export const operations = run((module) => {${await read('operations.js')}})`,
        `export const rowDefinition = run((module) => {${await read('components/row/definition.js')}})`,
        `export const templates = ${group.getTmplGenObjectGroups()}`,
      ].join('\n')
      group.free()
      return { contents, loader: 'js' }
    })
  },
}
