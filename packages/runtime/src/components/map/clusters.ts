/** Markers that stand close together, gathered: those with `joinCluster` only. */
import type { Point } from './camera.ts'

export interface Clusterable {
  readonly id: number
  readonly point: Point
}

export interface Cluster {
  readonly id: number
  readonly markerIds: readonly number[]
  readonly centre: Point
}

/** The same markers in the same places give the same clusters. Single ones are not among them. */
export function clusterMarkers(markers: readonly Clusterable[], gridSize: number): Cluster[] {
  const open = [...markers].sort((a, b) => a.id - b.id)
  const clusters: Cluster[] = []
  const taken = new Set<number>()
  for (const seed of open) {
    if (taken.has(seed.id)) continue
    const near = open.filter(
      ({ id, point }) =>
        !taken.has(id) && Math.abs(point.x - seed.point.x) <= gridSize && Math.abs(point.y - seed.point.y) <= gridSize,
    )
    if (near.length < 2) continue
    for (const { id } of near) taken.add(id)
    clusters.push({
      id: clusters.length + 1,
      markerIds: near.map(({ id }) => id),
      centre: {
        x: near.reduce((sum, { point }) => sum + point.x, 0) / near.length,
        y: near.reduce((sum, { point }) => sum + point.y, 0) / near.length,
      },
    })
  }
  return clusters
}
