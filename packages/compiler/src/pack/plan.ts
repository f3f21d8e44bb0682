/** Brings the compiled parts into the shapes of the contract: the app's configuration and one set of parts for each package. */
import type { AppConfig, ComponentConfig, PageConfig } from '@banyan/contract/package-format'
import { styleKeyOfApp } from '@banyan/contract/package-format'
import type { App } from '../config/app-config.ts'
import type { ComponentNode } from '../config/component-graph.ts'
import { stylesOfPage } from '../config/style-order.ts'
import { checkWindow, windowOf } from '../config/window.ts'
import type { Scripts } from '../script/compile-scripts.ts'
import type { Templates } from '../wxml/compile-templates.ts'
import type { CompiledStyle } from '../wxss/compile-style.ts'
import { scopeOf } from '../wxss/compile-styles.ts'
import type { PackageParts } from './assemble.ts'
import type { ProjectFiles } from './project-files.ts'
import type { Report } from './report.ts'

type Graph = ReadonlyMap<string, ComponentNode>

export interface Compiled {
  readonly app: App
  readonly graph: Graph
  readonly scripts: Scripts
  readonly templates: Templates
  readonly styles: ReadonlyMap<string, CompiledStyle>
}

export function planConfig({ app, graph, scripts, templates, styles }: Compiled, report: Report): AppConfig {
  const order = {
    graph,
    wordsOf: (path: string) => templates.wordsOf(path),
    hasStyle: (key: string) => styles.has(key),
  }
  const tabPages = new Set(app.config.tabBar?.list.map((item) => item.pagePath))
  const pageConfigs: Record<string, PageConfig> = {}
  for (const route of app.config.pages) {
    const json = graph.get(route)?.json
    if (!json) continue
    // A page's keys stand at the top; some write them below "window".
    checkWindow(json.value, [], (code, message, location, severity = 'error') =>
      report.add({ severity, code, message, file: json.path, text: json.text, offset: json.offsetOf(location) }),
    )
    const extra = app.config.tabBar?.custom === true && tabPages.has(route) ? ['custom-tab-bar/index'] : []
    pageConfigs[route] = {
      window: { ...windowOf(json.value.window), ...windowOf(json.value) },
      styles: stylesOfPage(order, route, { extra, withoutApp: isWithoutApp(graph.get(route), scripts) }),
    }
  }
  return { ...app.config, pageConfigs }
}

export function planPackages({ app, graph, scripts, templates, styles }: Compiled): PackageParts[] {
  const packages = [{ root: '', independent: false }, ...app.config.subPackages]
  const rootOf = (path: string) => app.config.subPackages.find(({ root }) => path.startsWith(root))?.root ?? ''
  return packages.map(({ root, independent }) => {
    const nodes = [...graph.values()]
      .filter(({ path }) => rootOf(path) === root)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
    const keys = [...styles.keys()].filter((key) => (key === styleKeyOfApp ? root === '' : rootOf(key) === root)).sort()
    return {
      root,
      independent,
      modules: scripts.modules.filter(({ path }) => rootOf(path) === root),
      ...templates.chunksOf(nodes.map(({ path }) => path)),
      components: Object.fromEntries(
        nodes.map((node) => [node.path, planComponent(node, scripts, styles.get(node.path))]),
      ),
      styles: Object.fromEntries(keys.map((key) => [key, styles.get(key)?.css ?? ''])),
    }
  })
}

/** A page that isolates itself does without app.wxss: all three `page-` values say so. */
function isWithoutApp(page: ComponentNode | undefined, scripts: Scripts): boolean {
  return page !== undefined && isolationOf(page, scripts)?.startsWith('page-') === true
}

/** JSON comes first; a literal in the script's options is the usual other place. */
export function isolationOf({ path, json }: ComponentNode, scripts: Scripts): string | undefined {
  const { styleIsolation, addGlobalClass } = json.value
  if (typeof styleIsolation === 'string') return styleIsolation
  if (addGlobalClass === true) return 'apply-shared'
  return scripts.compiled.get(`${path}.js`)?.options.styleIsolation
}

export function reportMissingTemplates(app: App, graph: Graph, files: ProjectFiles, report: Report): void {
  const appFile = app.json
  for (const { path, isPage, json } of graph.values()) {
    if (files.get(`${path}.wxml`) !== undefined) continue
    const message = `There is no template ${path}.wxml.`
    const place = app.declarations.places.get(path)
    if (
      isPage &&
      place &&
      files.get(`${path}.js`) === undefined &&
      files.get(`${path}.ts`) === undefined &&
      json.text === ''
    )
      continue
    if (isPage && place)
      report.add({
        severity: 'error',
        code: 'config.templateMissing',
        message,
        file: appFile.path,
        text: appFile.text,
        offset: appFile.offsetOf(place),
      })
    else report.add({ severity: 'warning', code: 'config.templateMissing', message, file: json.path })
  }
}

function planComponent(node: ComponentNode, scripts: Scripts, style: CompiledStyle | undefined): ComponentConfig {
  const styleIsolation = isolationOf(node, scripts)
  return {
    using: node.using,
    generics: node.generics,
    placeholders: node.placeholders,
    styleScope: node.isPage ? '' : scopeOf(node.path),
    ...(styleIsolation === undefined ? {} : { styleIsolation }),
    marksNodes: style?.marksNodes ?? false,
    marksHost: style?.marksHost ?? false,
    source: node.json.value,
  }
}
