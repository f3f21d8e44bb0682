/** Everything that is neither code nor configuration and has a known media type. */
import type { ComponentNode } from '../config/component-graph.ts'
import type { Assets } from './assemble.ts'
import { mediaTypeOf } from './media-types.ts'
import type { ProjectFiles } from './project-files.ts'

const configFiles = new Set(['app.json', 'sitemap.json', 'theme.json', 'ext.json', 'game.json', 'plugin.json'])

export function collectAssets(files: ProjectFiles, graph: ReadonlyMap<string, ComponentNode>): Map<string, Assets> {
  const assets = new Map<string, Assets>()
  for (const path of files.paths()) {
    const mediaType = mediaTypeOf(path)
    const file = files.get(path)
    if (mediaType === undefined || !file || (path.endsWith('.json') && isConfig(path, files, graph))) continue
    assets.set(path, { file, mediaType })
  }
  return assets
}

function isConfig(path: string, files: ProjectFiles, graph: ReadonlyMap<string, ComponentNode>): boolean {
  const owner = path.slice(0, -'.json'.length)
  if (configFiles.has(path) || /\/(?:package|plugin)\.json$/.test(path) || graph.has(owner)) return true
  return files.get(`${owner}.wxml`) !== undefined
}
