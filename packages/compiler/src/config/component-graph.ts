/** Pages, components and who uses whom, from their JSON files. */
import type { PluginConfig } from '@banyan/contract/package-format'
import { isObject, type JsonFile, type JsonObject } from './json-file.ts'
import {
  applyAlias,
  isRelative,
  normalizePath,
  npmFolders,
  npmPackageName,
  pluginRootOf,
  resolveFrom,
  type Alias,
} from './paths.ts'
import { pluginComponent } from './plugins.ts'
import type { Finding } from '../diagnostics.ts'

export interface ComponentNode {
  readonly path: string
  readonly isPage: boolean
  readonly json: JsonFile
  /** Own and app-level `usingComponents`, resolved. */
  readonly using: Readonly<Record<string, string>>
  readonly generics: Readonly<Record<string, string | null>>
  readonly placeholders: Readonly<Record<string, string>>
}

export interface GraphSource {
  readonly app: JsonFile
  readonly aliases: readonly Alias[]
  readonly plugins: Readonly<Record<string, PluginConfig>>
  /** Undefined when there is no such file. */
  json(path: string): JsonFile | undefined
  exists(path: string): boolean
  /** Tries to build a package of `node_modules` into `miniprogram_npm`; true when there is one now. */
  provideNpm(name: string): boolean
  report(finding: Finding): void
}

export function buildGraph(
  source: GraphSource,
  pages: readonly string[],
  extraRoots: readonly string[],
): Map<string, ComponentNode> {
  const graph = new Map<string, ComponentNode>()
  const { app } = source
  const appUsing = resolveUsing(source, app, 'usingComponents')
  const appPlaceholders = textRecord(app.value.componentPlaceholder)
  const pending: { path: string; isPage: boolean }[] = [
    ...pages.map((path) => ({ path, isPage: true })),
    ...[...extraRoots, ...Object.values(appUsing)].map((path) => ({ path, isPage: false })),
  ]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, isPage } = next
    if (graph.has(path)) continue
    const json = source.json(`${path}.json`) ?? { path: `${path}.json`, text: '', value: {}, offsetOf: () => 0 }
    if (!isPage && json.value.component !== true && json.text !== '') warnNotComponent(source, json)
    const node: ComponentNode = {
      path,
      isPage,
      json,
      // A plugin knows nothing of the app's components.
      using: { ...(pluginRootOf(path) === '' ? appUsing : {}), ...resolveUsing(source, json, 'usingComponents') },
      generics: { ...resolveGenerics(source, json), ...implementedGenerics(source, path) },
      placeholders: { ...appPlaceholders, ...textRecord(json.value.componentPlaceholder) },
    }
    graph.set(path, node)
    for (const target of dependenciesOf(node)) pending.push({ path: target, isPage: false })
  }
  return graph
}

export function dependenciesOf(node: ComponentNode): string[] {
  return [...Object.values(node.using), ...Object.values(node.generics).filter((path) => path !== null)]
}

/** Where a reference of `usingComponents` leads: a component path without extension. */
function resolveComponent(source: GraphSource, from: string, reference: string): string | undefined {
  const aliased = applyAlias(source.aliases, reference)
  const direct = resolveFrom(from, aliased)
  const found = direct === undefined ? undefined : componentAt(source, direct)
  if (found !== undefined || isRelative(aliased) || aliased.startsWith('/')) return found
  const name = npmPackageName(aliased)
  const inNpm = () => {
    for (const folder of npmFolders(from)) {
      const path = normalizePath(`${folder}/${aliased}`)
      const component = path === undefined ? undefined : componentAt(source, path)
      if (component !== undefined) return component
    }
    return undefined
  }
  const component = inNpm() ?? (name !== undefined && source.provideNpm(name) ? inNpm() : undefined)
  return component ?? componentAt(source, normalizePath(aliased) ?? aliased)
}

function componentAt(source: GraphSource, path: string): string | undefined {
  const has = (candidate: string) =>
    ['.json', '.wxml', '.js', '.ts'].some((extension) => source.exists(candidate + extension))
  if (path !== '' && has(path)) return path
  const index = path === '' ? 'index' : `${path}/index`
  return has(index) ? index : undefined
}

function resolveUsing(source: GraphSource, json: JsonFile, key: string): Record<string, string> {
  const value = json.value[key]
  if (value === undefined) return {}
  if (!isObject(value)) {
    report(source, json, 'error', 'config.type', `"${key}" must be an object.`, [key])
    return {}
  }
  const using: Record<string, string> = {}
  for (const [tag, reference] of Object.entries(value)) {
    const location = [key, tag]
    if (typeof reference !== 'string') {
      report(source, json, 'error', 'config.type', `The path of <${tag}> must be a string.`, location)
      continue
    }
    if (/^(plugin|dynamicLib|plugin-private|ext):\/\//.test(reference)) {
      const component = pluginComponent(source.plugins, json.path, reference)
      if (component !== undefined) {
        using[tag] = componentAt(source, component) ?? component
        continue
      }
      report(
        source,
        json,
        'warning',
        'config.pluginComponent',
        `<${tag}> comes from a plugin (${reference}), which is not available here.`,
        location,
      )
      continue
    }
    const path = resolveComponent(source, json.path, reference)
    if (path !== undefined) using[tag] = path
    else {
      const hint = /^[./]/.test(reference)
        ? undefined
        : 'If it is an npm package: install it, so that it lies in node_modules or miniprogram_npm.'
      const message = `The component <${tag}> was not found at "${reference}".`
      const place = { file: json.path, text: json.text, offset: json.offsetOf(location) }
      source.report({ severity: 'error', code: 'config.componentMissing', message, hint, ...place })
    }
  }
  return using
}

function resolveGenerics(source: GraphSource, json: JsonFile): Record<string, string | null> {
  const value = json.value.componentGenerics
  if (!isObject(value)) return {}
  const generics: Record<string, string | null> = {}
  for (const [tag, declared] of Object.entries(value)) {
    const reference = isObject(declared) ? declared.default : undefined
    generics[tag] = null
    if (typeof reference !== 'string') continue
    const path = resolveComponent(source, json.path, reference)
    if (path !== undefined) generics[tag] = path
    else {
      const location = ['componentGenerics', tag, 'default']
      report(
        source,
        json,
        'error',
        'config.componentMissing',
        `The default of <${tag}> was not found at "${reference}".`,
        location,
      )
    }
  }
  return generics
}

/** `genericsImplementation` of app.json: components of the app that take the place of a plugin's generics. */
function implementedGenerics(source: GraphSource, path: string): Record<string, string> {
  const { plugins } = source.app.value
  const generics: Record<string, string> = {}
  for (const [name, { root, components }] of Object.entries(source.plugins)) {
    const declared = isObject(plugins) ? plugins[name] : undefined
    if (!path.startsWith(root) || !isObject(declared) || !isObject(declared.genericsImplementation)) continue
    for (const [component, implementations] of Object.entries(declared.genericsImplementation)) {
      if (components[component] !== path) continue
      for (const [tag, reference] of Object.entries(textRecord(implementations))) {
        const found = resolveComponent(source, source.app.path, reference)
        if (found !== undefined) generics[tag] = found
      }
    }
  }
  return generics
}

function textRecord(value: unknown): Record<string, string> {
  const object: JsonObject = isObject(value) ? value : {}
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function warnNotComponent(source: GraphSource, json: JsonFile): void {
  report(source, json, 'warning', 'config.notComponent', 'A component\'s JSON should say "component": true.', [])
}

function report(
  source: GraphSource,
  json: JsonFile,
  severity: Finding['severity'],
  code: string,
  message: string,
  location: readonly (string | number)[],
): void {
  source.report({ severity, code, message, file: json.path, text: json.text, offset: json.offsetOf(location) })
}
