import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

const attributes = [
  'title',
  'loading',
  'front-color',
  'background-color',
  'color-animation-duration',
  'color-animation-timing-func',
] as const

/** Inside `page-meta`: the host's bar as attributes. */
class NavigationBarElement extends BuiltIn {
  private readonly changes = new Set<string>()

  override changed(name: string): void {
    this.changes.add(name)
  }

  override update(): void {
    const values = [...this.changes].map((name) => [name, this.properties[name]] as const)
    this.changes.clear()
    if (values.length > 0) this.view.ask('navigationBar', Object.fromEntries(values))
  }
}

export const navigationBar: BuiltInDefinition = {
  tag: 'navigation-bar',
  attributes,
  style: 'wx-navigation-bar{display:none}',
  create: (element, view) => new NavigationBarElement(element, view),
}
