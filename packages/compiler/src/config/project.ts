/** project.config.json: where the mini-program lies, and which of its files are packed. */
import { isObject, readJson, stringsOf, type JsonObject } from './json-file.ts'
import { normalizePath } from './paths.ts'
import type { Task } from '../pack/traces.ts'

export interface Project {
  readonly appid?: string
  readonly projectName?: string
  /** `''` or a path with a trailing slash, relative to the project root. */
  readonly miniprogramRoot: string
  readonly isPacked: (path: string) => boolean
  /** Both a `.js` and a `.ts` of one name: whether the `.ts` is the source. */
  readonly prefersTypeScript: boolean
  /** `setting.es6` or `setting.enhance`, WeChat's "ES6 to ES5": variables may be read before their line. */
  readonly readsEarly: boolean
  /** Folder of the plugin that is developed in this project, without a trailing slash. */
  readonly pluginRoot?: string
  /** `banyan.plugins`: name or provider of a plugin -> its folder. */
  readonly plugins: Readonly<Record<string, string>>
  /** `setting.packNpmRelationList`: folders whose package.json the mini-program's packages come from. */
  readonly npmFolders: readonly string[]
  /** `setting.urlCheck: false`: web-view may show any site while developing. */
  readonly opensAnySite: boolean
  /** `banyan.upstreams`: origin that the app calls -> origin that answers while developing. */
  readonly upstreams?: Readonly<Record<string, string>>
}

const projectFile = 'project.config.json'

/** `hasFile` answers for paths relative to the project root. */
export function readProject(task: Task, hasFile: (path: string) => boolean): Project {
  const file = readJson(task, projectFile)
  const personal = readJson(task, 'project.private.config.json')
  const config = file?.value ?? {}
  const text = file?.text
  const declared = typeof config.miniprogramRoot === 'string' ? config.miniprogramRoot : undefined
  const root = declared ?? guessRoot(config, hasFile)
  const normalized = normalizePath(root)
  if (normalized === undefined) {
    const message = `miniprogramRoot "${root}" lies outside the project.`
    task.report({
      severity: 'error',
      code: 'config.rootOutside',
      message,
      file: projectFile,
      text,
      offset: file?.offsetOf(['miniprogramRoot']),
    })
  }
  const compileType = config.compileType
  if (compileType === 'game') {
    const message = `compileType "${compileType}" is not a mini-program.`
    task.report({
      severity: 'error',
      code: 'config.compileType',
      message,
      file: projectFile,
      text,
      offset: file?.offsetOf(['compileType']),
    })
  }
  const packOptions = isObject(config.packOptions) ? config.packOptions : {}
  const setting = {
    ...(isObject(config.setting) ? config.setting : {}),
    ...(isObject(personal?.value.setting) ? personal.value.setting : {}),
  }
  const name = config.projectname ?? config.projectName
  const upstreams = { ...upstreamsOf(config), ...upstreamsOf(personal?.value ?? {}) }
  return {
    ...(typeof config.appid === 'string' ? { appid: config.appid } : {}),
    ...(typeof name === 'string' ? { projectName: decodeName(name) } : {}),
    miniprogramRoot: normalized ? `${normalized}/` : '',
    isPacked: packRules(packOptions),
    ...(typeof config.pluginRoot === 'string' ? { pluginRoot: normalizePath(config.pluginRoot) ?? '' } : {}),
    plugins: pluginFoldersOf(config),
    npmFolders: npmFoldersOf(setting),
    prefersTypeScript: stringsOf(setting.useCompilerPlugins).includes('typescript'),
    readsEarly: setting.es6 !== false || setting.enhance === true,
    opensAnySite: setting.urlCheck === false,
    ...(Object.keys(upstreams).length > 0 ? { upstreams } : {}),
  }
}

function upstreamsOf(config: JsonObject): Record<string, string> {
  const declared = isObject(config.banyan) && isObject(config.banyan.upstreams) ? config.banyan.upstreams : {}
  const upstreams: Record<string, string> = {}
  for (const [origin, upstream] of Object.entries(declared))
    if (typeof upstream === 'string') upstreams[origin] = upstream
  return upstreams
}

function pluginFoldersOf({ banyan }: JsonObject): Record<string, string> {
  const declared = isObject(banyan) && isObject(banyan.plugins) ? banyan.plugins : {}
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, folder]) =>
      typeof folder === 'string' ? [[name, normalizePath(folder) ?? ''] as const] : [],
    ),
  )
}

function npmFoldersOf({ packNpmRelationList }: JsonObject): string[] {
  if (!Array.isArray(packNpmRelationList)) return []
  return packNpmRelationList.flatMap((item: unknown) => {
    const path = isObject(item) && typeof item.packageJsonPath === 'string' ? item.packageJsonPath : undefined
    const folder = path === undefined ? undefined : normalizePath(path.replace(/(^|\/)package\.json$/, ''))
    return folder === undefined ? [] : [folder]
  })
}

/** Without `miniprogramRoot`: the folder itself, or the usual output folders of frameworks and templates. */
function guessRoot(config: JsonObject, hasFile: (path: string) => boolean): string {
  if (hasFile('app.json')) return ''
  const candidates = ['miniprogram', 'dist', 'src', 'dist/build/mp-weixin', 'dist/dev/mp-weixin', 'dist/wx']
  return (
    candidates.find((folder) => hasFile(`${folder}/app.json`)) ??
    (typeof config.srcMiniprogramRoot === 'string' ? config.srcMiniprogramRoot : '')
  )
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function packRules(packOptions: JsonObject): (path: string) => boolean {
  const ignore = rulesOf(packOptions.ignore)
  const include = rulesOf(packOptions.include)
  if (ignore.length === 0) return () => true
  return (path) => include.some((matches) => matches(path)) || !ignore.some((matches) => matches(path))
}

/** WeChat's rule types; matching does not depend on case. */
function rulesOf(value: unknown): ((path: string) => boolean)[] {
  if (!Array.isArray(value)) return []
  const rules: ((path: string) => boolean)[] = []
  for (const rule of value) {
    if (!isObject(rule) || typeof rule.type !== 'string' || typeof rule.value !== 'string' || rule.value === '')
      continue
    const wanted = (normalizePath(rule.value) ?? '').toLowerCase()
    const matches = ruleOf(rule.type, wanted, rule.value)
    if (matches) rules.push(matches)
  }
  return rules
}

function ruleOf(type: string, wanted: string, written: string): ((path: string) => boolean) | undefined {
  switch (type) {
    case 'folder':
      return (path) => path.toLowerCase().startsWith(`${wanted}/`)
    case 'file':
      return (path) => path.toLowerCase() === wanted
    case 'prefix':
      return (path) => baseName(path).startsWith(wanted)
    case 'suffix':
      return (path) => path.toLowerCase().endsWith(written.toLowerCase())
    case 'glob':
      return globMatcher(wanted)
    case 'regexp':
      return regexpMatcher(written)
    default:
      return undefined
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

function globMatcher(glob: string): (path: string) => boolean {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : `\\${part}`
  })
  const pattern = new RegExp(`^${source}$`, 'i')
  return (path) => pattern.test(path)
}

function regexpMatcher(source: string): ((path: string) => boolean) | undefined {
  try {
    const pattern = new RegExp(source, 'i')
    return (path) => pattern.test(path)
  } catch {
    return undefined
  }
}
