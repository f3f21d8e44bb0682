/**
 * Plugins that come with the project. Their files stand under `__plugin__/<name>/`, of the app or of the sub-package that declares them; an
 * absolute path in a plugin's file means the plugin's own root.
 */
import type { PluginConfig } from '@banyan/contract/package-format'
import { isObject, readJson, type JsonFile, type JsonObject } from './json-file.ts'
import { normalizePath, pluginRootOf } from './paths.ts'
import type { Task } from '../pack/traces.ts'

export interface PluginDeclaration {
  readonly name: string
  readonly provider: string
  /** Where its files stand in the app, with a trailing slash. */
  readonly root: string
  /** Place in app.json. */
  readonly location: readonly (string | number)[]
  /** Module of the app that `requireMiniProgram()` gives to the plugin. */
  readonly exported?: string
}

/** `plugins` of app.json and of its sub-packages. */
export function declaredPlugins(app: JsonObject): PluginDeclaration[] {
  const key = app.subPackages === undefined ? 'subpackages' : 'subPackages'
  const subPackages: unknown = app[key]
  const inSubPackages = Array.isArray(subPackages)
    ? subPackages.flatMap((item: unknown, index) =>
        isObject(item) && typeof item.root === 'string'
          ? pluginsOf(item.plugins, `${normalizePath(item.root) ?? ''}/`, [key, index, 'plugins'])
          : [],
      )
    : []
  return [...pluginsOf(app.plugins, '', ['plugins']), ...inSubPackages]
}

function pluginsOf(value: unknown, prefix: string, location: readonly (string | number)[]): PluginDeclaration[] {
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, declared]) => {
    if (!isObject(declared) || !/^[\w.-]+$/.test(name)) return []
    const exported = typeof declared.export === 'string' ? normalizePath(declared.export) : undefined
    return [
      {
        name,
        provider: typeof declared.provider === 'string' ? declared.provider : '',
        root: `${prefix}__plugin__/${name}/`,
        location: [...location, name],
        ...(exported === undefined ? {} : { exported: exported.replace(/\.[jt]s$/, '') }),
      },
    ]
  })
}

/** The folders in which a plugin's source may lie, from the project's root; the first with a plugin.json is taken. */
export function pluginFolders(
  { name, provider }: PluginDeclaration,
  project: { pluginRoot?: string; plugins: Readonly<Record<string, string>>; miniprogramRoot: string; appid?: string },
): string[] {
  const { pluginRoot, plugins, miniprogramRoot, appid } = project
  const own =
    pluginRoot !== undefined && (provider === '' || provider === appid || appid === undefined) ? [pluginRoot] : []
  const named = [plugins[name], plugins[provider]].filter((folder) => folder !== undefined)
  const vendored = [provider, name]
    .filter((word) => /^[\w.-]+$/.test(word))
    .flatMap((word) => [`${miniprogramRoot}__plugin__/${word}`, `${miniprogramRoot}plugins/${word}`, `plugins/${word}`])
  // The project's own plugin stands in for one whose provider is another: a copy of the project has an appid of its own.
  return [...named, ...own, ...vendored, ...(pluginRoot === undefined ? [] : [pluginRoot])]
}

/** `plugin.json` of each declared plugin that has one. */
export function readPlugins(task: Task, app: JsonFile): Record<string, PluginConfig> {
  const plugins: Record<string, PluginConfig> = {}
  for (const { name, root, location, exported } of declaredPlugins(app.value)) {
    const json = readJson(task, `${root}plugin.json`)
    if (json === undefined) {
      const message = `The plugin "${name}" does not come with the project: its components stay empty, and requirePlugin fails.`
      const hint = `Put its source, the folder with plugin.json, into plugins/${name}.`
      const place = { file: app.path, text: app.text, offset: app.offsetOf(location) }
      task.report({ severity: 'warning', code: 'config.pluginMissing', message, hint, ...place })
      continue
    }
    const { main } = json.value
    const path = typeof main === 'string' ? normalizePath(main) : undefined
    plugins[name] = {
      root,
      pages: pathsOf(json.value.pages, root),
      components: pathsOf(json.value.publicComponents, root),
      ...(path === undefined ? {} : { main: root + path.replace(/\.[jt]s$/, '') }),
      ...(exported === undefined ? {} : { exported }),
    }
  }
  return plugins
}

/** The component that `plugin://name/component` means; `plugin-private://` names a plugin's own file. */
export function pluginComponent(
  plugins: Readonly<Record<string, PluginConfig>>,
  from: string,
  reference: string,
): string | undefined {
  const [, scheme, name = '', path = ''] = /^(plugin|plugin-private):\/\/([^/]+)\/(.+)$/.exec(reference) ?? []
  if (scheme === 'plugin-private') {
    const root = pluginRootOf(from)
    return root === '' ? undefined : root + path
  }
  const plugin = Object.hasOwn(plugins, name) ? plugins[name] : undefined
  return plugin !== undefined && Object.hasOwn(plugin.components, path) ? plugin.components[path] : undefined
}

function pathsOf(value: unknown, root: string): Record<string, string> {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, written]) => {
      const path = typeof written === 'string' ? normalizePath(written) : undefined
      return path === undefined ? [] : [[name, root + path] as const]
    }),
  )
}
