import { BuiltIn, type BuiltInDefinition } from './built-in.ts'

type Call = (component: BuiltIn) => void

/** Stands in for a component whose code has not come yet, and keeps what it is told until the real one takes its place. */
export class WaitingElement extends BuiltIn {
  private readonly calls: Call[] = []

  override invoke(method: string, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.calls.push((component) => {
        try {
          resolve(component.invoke(method, args))
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  /** Builds the real component around the children that the app has put into the element. */
  replace(create: NonNullable<BuiltInDefinition['create']>): BuiltIn {
    const children = [...this.element.childNodes]
    this.element.replaceChildren()
    const component = create(this.element, this.view)
    component.content.append(...children)
    return component
  }

  handOver(component: BuiltIn, attributes: readonly string[]): void {
    for (const [name, value] of Object.entries(this.properties)) {
      if (attributes.includes(name)) component.set(name, value)
    }
    this.view.invalidate(component)
    for (const call of this.calls) call(component)
  }
}
