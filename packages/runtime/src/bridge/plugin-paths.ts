/** Paths of plugins that come with an app, as worker and host resolve them. */
import type { AppConfig } from '@banyan/contract/package-format'

/** The root of the plugin that a file belongs to, with a trailing slash; `''` for the app's own files. */
export function pluginRootOf(path: string): string {
  return /^(?:.*?\/)?__plugin__\/[^/]+\//.exec(path)?.[0] ?? ''
}

/**
 * The absolute path of a page: `plugin://name/page` as plugin.json names it, `plugin-private://...` in the asking plugin, and an absolute
 * path of a plugin's file from the plugin's root. Everything else stays as it is.
 */
export function pagePath({ plugins }: Pick<AppConfig, 'plugins'>, path: string, base: string): string {
  const root = pluginRootOf(base)
  const [, kind, name = '', page = ''] = /^plugin(-private)?:\/\/([^/]+)\/(.*)$/.exec(path) ?? []
  if (page !== '') return `/${kind === undefined ? (plugins?.[name]?.pages[page] ?? path) : root + page}`
  return root !== '' && path.startsWith('/') && !path.startsWith(`/${root}`) ? `/${root}${path.slice(1)}` : path
}
