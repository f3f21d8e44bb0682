/** Where the user is: a dot with an arrow that looks where the device looks. */
import type { Point } from './camera.ts'
import type { Place } from './place.ts'

type Locate = (found: (place: Place, headingDegrees: number | undefined) => void) => () => void

export class UserDot {
  readonly element = document.createElement('div')
  place: Place | undefined
  private readonly project: (place: Place) => Point | undefined
  private heading: number | undefined
  private stop: (() => void) | undefined

  constructor(project: (place: Place) => Point | undefined) {
    this.project = project
    this.element.className = 'wx-map-user'
    this.element.hidden = true
  }

  follow(isWanted: boolean, locate: Locate, changed: () => void): void {
    if (isWanted === (this.stop !== undefined)) return
    if (!isWanted) {
      this.stop?.()
      this.stop = undefined
      this.place = undefined
      changed()
      return
    }
    this.stop = locate((place, heading) => {
      this.place = place
      this.heading = heading
      changed()
    })
  }

  setPicture(url: string | undefined): void {
    this.element.style.backgroundImage = url === undefined ? '' : `url("${url}")`
    this.element.toggleAttribute('data-own', url !== undefined)
  }

  layOut(rotate: number): void {
    const point = this.place === undefined ? undefined : this.project(this.place)
    this.element.hidden = point === undefined
    if (point === undefined) return
    const turn = (this.heading ?? 0) + rotate
    this.element.toggleAttribute('data-heading', this.heading !== undefined)
    this.element.style.transform = `translate(${point.x}px,${point.y}px) translate(-50%,-50%) rotate(${turn}deg)`
  }
}
