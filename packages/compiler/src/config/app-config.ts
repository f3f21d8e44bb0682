/** app.json: checked, resolved and brought into the form of the contract. */
import type { AppConfig, SubPackageConfig } from '@banyan/contract/package-format'
import { emptyJson, isObject, readJson, stringsOf, type JsonFile, type JsonObject } from './json-file.ts'
import { normalizePath, type Alias } from './paths.ts'
import { readPages, type PageDeclarations } from './pages.ts'
import { readPlugins } from './plugins.ts'
import type { ReportAt } from './report-at.ts'
import { checkWindow, windowOf } from './window.ts'
import { readTabBar } from './tab-bar.ts'
import type { Task } from '../pack/traces.ts'

export interface App {
  readonly json: JsonFile
  /** Without `pageConfigs`, which need the pages' own files. */
  readonly config: Omit<AppConfig, 'pageConfigs'>
  readonly declarations: PageDeclarations
  readonly aliases: readonly Alias[]
}

const appFile = 'app.json'

export function readApp(task: Task): App {
  const file = readJson(task, appFile)
  if (!file) {
    task.report({
      severity: 'error',
      code: 'config.appMissing',
      message: 'There is no app.json in the mini-program root.',
      file: appFile,
      hint: 'Check "miniprogramRoot" in project.config.json; a framework project must be built first.',
    })
  }
  const json = file ?? emptyJson(appFile)
  const report = (
    code: string,
    message: string,
    location: readonly (string | number)[],
    severity: 'error' | 'warning' = 'error',
  ) => task.report({ severity, code, message, file: json.path, text: json.text, offset: json.offsetOf(location) })
  const { value } = json
  const declared = file ? readPages(json, task, report) : { pages: [], places: new Map(), subPackages: [] }
  const plugins = file ? readPlugins(task, json) : {}
  const pluginPages = Object.values(plugins).flatMap(({ pages }) => Object.values(pages))
  const declarations = { ...declared, pages: [...new Set([...declared.pages, ...pluginPages])] }
  const workers = readWorkers(value.workers)
  checkWindow(value.window, ['window'], report)
  const tabBar = readTabBar(json, declarations.pages, task, report)
  const theme = readTheme(task, value, report)
  if (typeof value.sitemapLocation === 'string' && !task.exists(normalizePath(value.sitemapLocation) ?? '')) {
    report('config.sitemapMissing', `There is no file "${value.sitemapLocation}".`, ['sitemapLocation'], 'warning')
  }
  return {
    json,
    declarations,
    aliases: readAliases(value.resolveAlias),
    config: {
      pages: declarations.pages,
      entryPagePath: readEntry(value.entryPagePath, declarations.pages, report),
      subPackages: declarations.subPackages,
      preloadRule: readPreloadRule(value.preloadRule, declarations, report),
      window: windowOf(value.window),
      ...(tabBar ? { tabBar } : {}),
      networkTimeout: readTimeouts(value.networkTimeout),
      ...(value.style === 'v2' ? { style: 'v2' as const } : {}),
      darkmode: value.darkmode === true,
      ...(theme ? { theme } : {}),
      debug: value.debug === true,
      ...(Object.keys(plugins).length > 0 ? { plugins } : {}),
      ...(workers === undefined ? {} : { workers }),
      ...(typeof value.lazyCodeLoading === 'string' ? { lazyCodeLoading: value.lazyCodeLoading } : {}),
      source: value,
    },
  }
}

function readEntry(value: unknown, pages: readonly string[], report: ReportAt): string {
  const first = pages[0] ?? ''
  if (value === undefined || value === '') return first
  const route = typeof value === 'string' ? normalizePath(value.replace(/\.html$/, '')) : undefined
  if (route !== undefined && pages.includes(route)) return route
  report('config.entryPage', `entryPagePath ${JSON.stringify(value)} is not one of the pages.`, ['entryPagePath'])
  return first
}

function readPreloadRule(value: unknown, declarations: PageDeclarations, report: ReportAt): AppConfig['preloadRule'] {
  if (value === undefined) return {}
  if (!isObject(value)) {
    report('config.type', 'preloadRule must be an object.', ['preloadRule'])
    return {}
  }
  const rules: Record<string, { packages: readonly string[]; network?: 'all' | 'wifi' }> = {}
  for (const [page, rule] of Object.entries(value)) {
    const route = normalizePath(page) ?? page
    if (!declarations.pages.includes(route)) {
      report(
        'config.preloadPage',
        `preloadRule names the page "${page}", which is not declared.`,
        ['preloadRule', page],
        'warning',
      )
      continue
    }
    const written = isObject(rule) ? stringsOf(rule.packages) : []
    const packages: string[] = []
    written.forEach((name, index) => {
      const root = packageRootOf(name, declarations.subPackages)
      if (root !== undefined) packages.push(root)
      else
        report('config.preloadPackage', `preloadRule names the package "${name}", which is not declared.`, [
          'preloadRule',
          page,
          'packages',
          index,
        ])
    })
    rules[route] = { packages, network: isObject(rule) && rule.network === 'all' ? 'all' : 'wifi' }
  }
  return rules
}

/** Names the package by its `name` or its root; `__APP__` is the main package, `''` in our format. */
function packageRootOf(name: string, subPackages: readonly SubPackageConfig[]): string | undefined {
  if (name === '__APP__') return ''
  const root = `${normalizePath(name) ?? name}/`
  return subPackages.find((item) => item.name === name || item.root === root)?.root
}

/** The folder, or an object with its path. */
function readWorkers(value: unknown): string | undefined {
  const written: unknown = isObject(value) ? value.path : value
  const path = typeof written === 'string' ? normalizePath(written) : undefined
  return path === undefined || path === '' ? undefined : `${path}/`
}

function readTimeouts(value: unknown): AppConfig['networkTimeout'] {
  if (!isObject(value)) return {}
  const names = ['request', 'connectSocket', 'uploadFile', 'downloadFile'] as const
  const timeouts: AppConfig['networkTimeout'] = {}
  for (const name of names) {
    const timeoutMs = value[name]
    if (typeof timeoutMs === 'number' && timeoutMs > 0) timeouts[name] = timeoutMs
  }
  return timeouts
}

function readTheme(task: Task, app: JsonObject, report: ReportAt): AppConfig['theme'] | undefined {
  if (app.themeLocation === undefined) return undefined
  const path = typeof app.themeLocation === 'string' ? normalizePath(app.themeLocation) : undefined
  const file = path === undefined ? undefined : readJson(task, path)
  if (!file) {
    report('config.themeMissing', `There is no file ${JSON.stringify(app.themeLocation)} (themeLocation).`, [
      'themeLocation',
    ])
    return undefined
  }
  return { light: textsOf(file.value.light), dark: textsOf(file.value.dark) }
}

function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function readAliases(value: unknown): Alias[] {
  if (!isObject(value)) return []
  const aliases: Alias[] = []
  for (const [name, target] of Object.entries(value)) {
    if (typeof target !== 'string') continue
    const isPattern = name.endsWith('*') && target.endsWith('*')
    const path = (isPattern ? target.slice(0, -1) : target).replace(/^\.?\/+/, '')
    aliases.push({ prefix: isPattern ? name.slice(0, -1) : name, isPattern, target: path })
  }
  return aliases.sort((a, b) => b.prefix.length - a.prefix.length)
}
