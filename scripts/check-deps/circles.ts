export interface Edge {
  readonly from: string
  readonly to: string
}

/** Circles of a graph, at least one of each knot: lists of names that begin and end with the same one. */
export function findCircles(edges: readonly Edge[]): readonly (readonly string[])[] {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to))
  const circles: (readonly string[])[] = []
  const finished = new Set<string>()
  const path: string[] = []
  const visit = (name: string): void => {
    const at = path.indexOf(name)
    if (at >= 0) {
      circles.push([...path.slice(at), name])
      return
    }
    if (finished.has(name)) return
    path.push(name)
    for (const next of graph.get(name) ?? []) visit(next)
    path.pop()
    finished.add(name)
  }
  for (const name of graph.keys()) visit(name)
  return circles
}
