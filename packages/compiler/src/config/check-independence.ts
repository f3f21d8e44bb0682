/** An independent sub-package starts without the main package: what it uses must lie inside it. */
import type { App } from './app-config.ts'
import type { ComponentNode } from './component-graph.ts'
import { isObject } from './json-file.ts'
import type { Report } from '../pack/report.ts'

export function checkIndependence(app: App, graph: ReadonlyMap<string, ComponentNode>, report: Report): void {
  const roots = app.config.subPackages.flatMap(({ root, independent }) => (independent ? [root] : []))
  for (const node of graph.values()) {
    const root = roots.find((prefix) => node.path.startsWith(prefix))
    const { json } = node
    if (root === undefined || !isObject(json.value.usingComponents)) continue
    const own = new Set(Object.keys(json.value.usingComponents))
    for (const [tag, target] of Object.entries(node.using)) {
      if (target.startsWith(root) || !own.has(tag)) continue
      const message = `<${tag}> lies outside of the independent sub-package "${root}" and is missing until the main package has loaded.`
      const place = { file: json.path, text: json.text, offset: json.offsetOf(['usingComponents', tag]) }
      report.add({ severity: 'warning', code: 'config.independentUse', message, ...place })
    }
  }
}
