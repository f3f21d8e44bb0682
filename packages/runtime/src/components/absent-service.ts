/** A component of a service that this platform does not have: it takes its place on the page and says once that nothing comes. */
import { BuiltIn, type BuiltInDefinition } from '../view/built-in.ts'

export interface AbsentService {
  tag: string
  attributes: string
  style: string
  event: string
  detail: (text: (name: string) => string) => unknown
  /** Nothing is said before the app has set this attribute. */
  after?: string
}

export function absentService(service: AbsentService): BuiltInDefinition {
  class AbsentElement extends BuiltIn {
    private said: string | undefined

    override update(): void {
      const about = service.after === undefined ? '' : this.text(service.after)
      if (this.said === about || (service.after !== undefined && about === '')) return
      this.said = about
      // After the flush, when the app's listeners are there as well.
      setTimeout(() => {
        if (this.element.isConnected)
          this.emit(
            service.event,
            service.detail((name) => this.text(name)),
          )
      })
    }
  }
  return {
    tag: service.tag,
    attributes: service.attributes.split(' ').filter((name) => name !== ''),
    style: `wx-${service.tag}{${service.style}}`,
    create: (element, view) => new AbsentElement(element, view),
  }
}
