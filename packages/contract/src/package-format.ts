/**
 * The package format: what the compiler writes, the server stores and the runtime loads.
 *
 * A build is a small manifest plus immutable files named by the SHA-256 of their bytes. Every package (the main one and each
 * sub-package) has one file for each language: a script for the worker and a style map for the page frames. Images, fonts and other
 * resources are files of their own, listed in the asset table.
 */
import { z } from 'zod'

export const packageFormatVersion = 1

/** The host and worker contract that a build needs; a runtime serves every build whose number is not above its own. */
export const runtimeVersion = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A content-addressed file: the SHA-256 of its bytes in hex, and their number. */
export const fileRefSchema = z.object({ hash, sizeBytes: z.int().nonnegative() })
export type FileRef = z.infer<typeof fileRefSchema>

/** A resource of the app, found by its path relative to the mini-program root, without a leading slash. */
export const assetRefSchema = fileRefSchema.extend({ mediaType: z.string().max(127) })
export type AssetRef = z.infer<typeof assetRefSchema>

/** Contents of the file `manifest.assets`: path -> resource. */
export type AssetTable = Readonly<Record<string, AssetRef>>

export const codePackageSchema = z.object({
  /** `''` for the main package, else the sub-package root with a trailing slash, `packageA/`. */
  root: z.string().max(255),
  independent: z.boolean(),
  /** A classic script, run in the worker; calls `$banyan` once with a `PackageScript`. */
  script: fileRefSchema,
  /** JSON: `StyleMap`. */
  style: fileRefSchema,
})
export type CodePackage = z.infer<typeof codePackageSchema>

export const packageManifestSchema = z.object({
  format: z.literal(packageFormatVersion),
  compilerVersion: z.string().max(64),
  minRuntime: z.int().positive(),
  /** JSON: `AppConfig`. */
  config: fileRefSchema,
  /** JSON: `AssetTable`. */
  assets: fileRefSchema,
  /** The areas of `wx.*` (`WxFunction.area`) of which the code names a function that answers at once, sorted. A build from before this field may use all. */
  areas: z.array(z.string().max(64)).max(200).optional(),
  /** JSON: `SnapshotTable` of `snapshot.ts`. A server reads it; clients do not. */
  snapshots: fileRefSchema.optional(),
  /** The main package comes first. */
  packages: z.array(codePackageSchema).min(1).max(200),
})
export type PackageManifest = z.infer<typeof packageManifestSchema>

/**
 * Style sheets of one package. Keys are `app` (from app.wxss) and the path of a page or component without its extension; values are CSS.
 * A page's and the app's class names stand as written; a component's carry its scope: `.title` becomes `.<styleScope>--title`.
 */
export type StyleMap = Readonly<Record<string, string>>

export const styleKeyOfApp = 'app'

/** `window` of app.json and the same keys of a page's JSON; WeChat's names. */
export interface WindowConfig {
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationBarTitleText?: string
  navigationStyle?: 'default' | 'custom'
  homeButton?: boolean
  backgroundColor?: string
  backgroundColorContent?: string
  backgroundTextStyle?: 'dark' | 'light'
  backgroundColorTop?: string
  backgroundColorBottom?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  pageOrientation?: 'portrait' | 'landscape' | 'auto'
  disableScroll?: boolean
  initialRenderingCache?: string
  restartStrategy?: string
  visualEffectInBackground?: string
  handleWebviewPreload?: string
}

export interface PageConfig {
  window: WindowConfig
  /** Style keys that a frame of this page needs before its first content, in order of the cascade; the app's comes first, its own last. */
  styles: readonly string[]
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  color: string
  selectedColor: string
  backgroundColor: string
  borderStyle: 'black' | 'white' | (string & {})
  list: readonly TabBarItem[]
  position: 'bottom' | 'top'
  custom: boolean
}

export interface SubPackageConfig {
  /** With a trailing slash. */
  root: string
  name?: string
  /** Full routes, root included. */
  pages: readonly string[]
  independent: boolean
}

/** plugin.json; all paths are relative to the mini-program root and have no extension. */
export interface PluginConfig {
  /** With a trailing slash: `__plugin__/<name>/`, or that in a sub-package. */
  root: string
  main?: string
  /** Name in `plugin://<plugin>/<name>` -> route. */
  pages: Readonly<Record<string, string>>
  components: Readonly<Record<string, string>>
  /** Module of the app that `requireMiniProgram()` gives to the plugin. */
  exported?: string
}

/** app.json after the compiler has resolved it. Routes have no leading slash and no extension. */
export interface AppConfig {
  /** Every page of the app: those of the main package in app.json's order, then those of the sub-packages. */
  pages: readonly string[]
  entryPagePath: string
  subPackages: readonly SubPackageConfig[]
  preloadRule: Readonly<Record<string, { packages: readonly string[]; network?: 'all' | 'wifi' }>>
  window: WindowConfig
  tabBar?: TabBarConfig
  pageConfigs: Readonly<Record<string, PageConfig>>
  networkTimeout: { request?: number; connectSocket?: number; uploadFile?: number; downloadFile?: number }
  style?: 'v2'
  darkmode: boolean
  /** theme.json; `@name` in window and tabBar values refers to these. */
  theme?: { light: Readonly<Record<string, string>>; dark: Readonly<Record<string, string>> }
  debug: boolean
  /** Plugins that come with the app, by the names that app.json gives them. */
  plugins?: Readonly<Record<string, PluginConfig>>
  /** Folder of the code that `wx.createWorker` runs, with a trailing slash. */
  workers?: string
  lazyCodeLoading?: string
  /** app.json as written, for whatever is not listed above. */
  source: Readonly<Record<string, unknown>>
}

/**
 * What a package script hands over: `$banyan({ root, modules, templates, components })`.
 *
 * A literal `require` path that the compiler could resolve is written as the module's path with a leading slash and its extension,
 * `require('/utils/format.js')`; `require.async` likewise. Any other path reaches the runtime as the app wrote it, to be resolved
 * against the requiring module: the path itself, `.js`, `.json`, `/index.js`; a bare one also in each `miniprogram_npm` upwards.
 *
 * `$banyan.wxs` (`WxsHooks`) is used by templates and wxs files. It must stand when `templates` is called.
 */
export interface PackageScript {
  root: string
  /** Path with `.js` -> module function in WeChat's CommonJS. `Page`, `Component`, `wx`, ... are true globals, so they can be re-assigned. */
  modules: Readonly<Record<string, ModuleFunction>>
  /**
   * Called once, when the first template is needed: template path without extension -> glass-easel generator.
   *
   * Compiled WXS finds what it needs in `$banyan.wxs`: `getRegExp`, `getDate`, `typeOf(value)`, which is what WXS's `value.constructor`
   * means (`'Array'`, `'String'`, ...), and `fail(path, error)` for a file that throws. `wrapChangeProp` and `wrapListener` are there for
   * `Q.A` and `Q.C`; the runtime hands `change:prop` functions and WXS event handlers their ComponentDescriptor itself.
   */
  templates: () => Readonly<Record<string, unknown>>
  /** Page and component path without extension -> its resolved JSON. */
  components: Readonly<Record<string, ComponentConfig>>
  /** In development: names the app's own files and lines in the text of an error's stack. */
  mapStack?: ((stack: string) => string) | undefined
}

export type ModuleFunction = (
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void

/** A page's or component's JSON after resolution. All paths are relative to the mini-program root and have no extension. */
export interface ComponentConfig {
  /** Tag -> component path; app-level `usingComponents` are already merged in. */
  using: Readonly<Record<string, string>>
  /** Generic tag -> path of its default component, or null. */
  generics: Readonly<Record<string, string | null>>
  /** Tag -> tag shown until the component has loaded. */
  placeholders: Readonly<Record<string, string>>
  /** Prefix of the scoped classes; `''` for pages, whose classes are global in their frame. */
  styleScope: string
  /** As JSON says; JS options may override. */
  styleIsolation?: string
  /** The component's style sheet has tag, id, attribute or universal selectors: its nodes carry the class `<styleScope>--`. */
  marksNodes: boolean
  /** The component's style sheet has `:host`: its host carries the class `<styleScope>--host`. */
  marksHost: boolean
  /** The JSON as written, for whatever is not listed above. */
  source: Readonly<Record<string, unknown>>
}

/**
 * What generated templates and wxs files expect of the worker as `$banyan.wxs`.
 * `path` in the wrappers is glass-easel's origin of the function: `[1, file, name, ...]` in a wxs file, `[2, template, module, name, ...]`
 * in an inline `<wxs>`, `[0, ...]` or nothing for data and plain handler names: those are not wxs and must be called as without a hook.
 */
export interface WxsHooks {
  /** glass-easel's `changePropFilter`, for `change:prop="{{module.name}}"`: returns the listener `(newValue, oldValue, owner, element)` to be called. */
  wrapChangeProp(
    listener: (...args: unknown[]) => unknown,
    path?: readonly unknown[] | null,
  ): (...args: unknown[]) => unknown
  /** glass-easel's `eventListenerWrapper`: calls `listener` for `event` (of all listeners of a template that has scripts); false stops the event. May be left out. */
  wrapListener?(
    component: unknown,
    event: unknown,
    listener: (event: unknown) => unknown,
    path?: readonly unknown[] | null,
  ): unknown
  /** `getRegExp(pattern, flags?)` of WXS. */
  getRegExp(pattern: string, flags?: string): RegExp
  /** `getDate(...)` of WXS: as `new Date(...)`. */
  getDate(...args: unknown[]): Date
  /** `value.constructor` of WXS is compiled to this: the name of the type, `'Array'`, `'Object'`, `'String'`, `'Number'`, `'Boolean'`, `'Function'`, `'Date'`, `'RegExp'`. Undefined for null and undefined. */
  typeOf(value: unknown): string | undefined
  /** A wxs file threw while it was evaluated; its exports stay as they were then. `path` is `file` or `template#module`. */
  fail(path: string, error: unknown): void
}
