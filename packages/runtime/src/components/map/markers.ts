/** All markers of a map: the list of the attribute, those that the context added, and the clusters made of them. */
import type { Point } from './camera.ts'
import { type Cluster, clusterMarkers } from './clusters.ts'
import { type Fields, listOf, numberIn, textIn } from './fields.ts'
import { Marker, type MarkerParts } from './marker.ts'
import { type Place, placeOf } from './place.ts'

export interface MarkerTap {
  kind: 'markertap' | 'callouttap' | 'labeltap'
  markerId: number
}

export interface ClusterOptions {
  hasDefaultStyle: boolean
  zoomsOnClick: boolean
  gridSize: number
}

export interface MarkerHooks extends MarkerParts {
  project: (place: Place) => Point | undefined
  clustersChanged: (clusters: readonly (Cluster & { place: Place })[]) => void
  unproject: (point: Point) => Place
}

export class Markers {
  readonly layer = document.createElement('div')
  private readonly hooks: MarkerHooks
  private readonly markers = new Map<number, Marker>()
  private readonly bubbles = new Map<string, HTMLElement>()
  private clusters: readonly Cluster[] = []
  private clusterKey = '[]'
  cluster: ClusterOptions | undefined

  constructor(hooks: MarkerHooks) {
    this.hooks = hooks
    this.layer.className = 'wx-map-markers'
  }

  get(id: number): Marker | undefined {
    return this.markers.get(id)
  }

  places(): Place[] {
    return Array.from(this.markers.values(), ({ place }) => place)
  }

  /** The attribute is the whole list: what it does not name goes. */
  set(list: unknown): void {
    const wanted = new Map(namedMarkers(list))
    for (const id of [...this.markers.keys()]) if (!wanted.has(id)) this.remove([id])
    for (const [id, fields] of wanted) this.put(id, fields)
  }

  add(list: unknown, clear: boolean): void {
    if (clear) this.remove([...this.markers.keys()])
    for (const [id, fields] of namedMarkers(list)) this.put(id, fields)
  }

  remove(ids: readonly unknown[]): void {
    for (const id of ids) {
      this.markers.get(Number(id))?.element.remove()
      this.markers.delete(Number(id))
    }
  }

  layOut(): void {
    const hidden = this.layOutClusters()
    for (const marker of this.markers.values()) {
      marker.stand(hidden.has(marker.id) ? undefined : this.hooks.project(marker.place))
    }
  }

  /** What of a marker was hit. Its callout opens, or with a second tap closes; all others close. */
  tapped(target: Element): MarkerTap | undefined {
    const element = target.closest('.wx-map-marker')
    const hit = [...this.markers.values()].find((marker) => marker.element === element)
    const isCallout = target.closest('.wx-map-callout') !== null
    for (const marker of this.markers.values()) {
      const isShown = marker === hit && (isCallout || !marker.isCalloutShown)
      if (marker.isCalloutShown === isShown) continue
      marker.isCalloutShown = isShown
      marker.showCallout()
    }
    if (hit === undefined) return undefined
    const kind = isCallout ? 'callouttap' : target.closest('.wx-map-label') === null ? 'markertap' : 'labeltap'
    return { kind, markerId: hit.id }
  }

  /** The cluster whose bubble was hit. */
  clusterAt(target: Element): Cluster | undefined {
    const bubble = target.closest('.wx-map-cluster')
    return this.clusters.find(({ id }) => bubble !== null && this.bubbles.get(String(id)) === bubble)
  }

  placesOf(cluster: Cluster): Place[] {
    return cluster.markerIds.flatMap((id) => this.markers.get(id)?.place ?? [])
  }

  /** With `customCallout` the app's own elements stand over the markers. */
  customCallouts(): { id: number; point: Point | undefined; isShown: boolean }[] {
    return [...this.markers.values()].flatMap((marker) => {
      const { customCallout } = marker.fields
      if (typeof customCallout !== 'object' || customCallout === null) return []
      const fields: Fields = { ...customCallout }
      const point = this.hooks.project(marker.place)
      const { height } = marker.size
      return [
        {
          id: marker.id,
          isShown: textIn(fields, 'display') === 'ALWAYS' || marker.isCalloutShown,
          point:
            point === undefined
              ? undefined
              : {
                  x: point.x + numberIn(fields, 'anchorX', 0),
                  y: point.y - marker.anchor.y * height + numberIn(fields, 'anchorY', 0),
                },
        },
      ]
    })
  }

  private put(id: number, fields: Fields): void {
    const place = placeOf(fields)
    if (place === undefined) return
    const known = this.markers.get(id)
    if (known !== undefined) {
      known.update(fields)
      return
    }
    const marker = new Marker(fields, place, this.hooks)
    this.markers.set(id, marker)
    this.layer.append(marker.element)
  }

  /** The ids of markers that stand in a cluster. */
  private layOutClusters(): Set<number> {
    const { cluster } = this
    if (cluster === undefined) return new Set()
    const joining = [...this.markers.values()].flatMap((marker) => {
      const point = marker.fields['joinCluster'] === true ? this.hooks.project(marker.place) : undefined
      return point === undefined ? [] : [{ id: marker.id, point }]
    })
    this.clusters = clusterMarkers(joining, cluster.gridSize)
    const key = JSON.stringify(this.clusters.map(({ markerIds }) => markerIds))
    if (key !== this.clusterKey) {
      this.clusterKey = key
      if (this.clusters.length > 0)
        this.hooks.clustersChanged(this.clusters.map((made) => ({ ...made, place: this.hooks.unproject(made.centre) })))
    }
    this.drawBubbles(cluster.hasDefaultStyle)
    return new Set(this.clusters.flatMap(({ markerIds }) => markerIds))
  }

  private drawBubbles(isShown: boolean): void {
    const wanted = isShown ? this.clusters : []
    for (const [id, bubble] of this.bubbles) {
      if (wanted.some((cluster) => String(cluster.id) === id)) continue
      bubble.remove()
      this.bubbles.delete(id)
    }
    for (const { id, markerIds, centre } of wanted) {
      let bubble = this.bubbles.get(String(id))
      if (bubble === undefined) {
        bubble = document.createElement('div')
        bubble.className = 'wx-map-cluster'
        bubble.tabIndex = 0
        bubble.setAttribute('role', 'button')
        this.bubbles.set(String(id), bubble)
        this.layer.append(bubble)
      }
      bubble.textContent = String(markerIds.length)
      bubble.style.transform = `translate(${centre.x}px,${centre.y}px) translate(-50%,-50%)`
    }
  }
}

/** A marker without an id has its place in the list for one. */
function namedMarkers(list: unknown): [id: number, fields: Fields][] {
  return listOf(list).map((fields, index) => {
    const id = numberIn(fields, 'id', index)
    return [id, { ...fields, id }]
  })
}
