/** Class names as they stand in the style sheets: a component's carry its scope, everything else is plain. */
import { StyleScopeManager } from 'glass-easel'

export interface StyleScope {
  /** `''` for pages. */
  name: string
  marksNodes: boolean
  marksHost: boolean
}

export class StyleScopes {
  readonly manager = new StyleScopeManager()
  private readonly scopes: (StyleScope | undefined)[] = [undefined]
  private readonly names: (Map<string, string> | undefined)[] = [undefined]

  /** The number by which the framework knows the scope; 0 is the global one. */
  register(scope: StyleScope): number {
    if (scope.name === '') return 0
    const id = this.manager.register(scope.name)
    this.scopes[id] = scope
    this.names[id] = new Map()
    return id
  }

  className(name: string, scope: number): string {
    const names = this.names[scope]
    if (names === undefined) return name
    let full = names.get(name)
    if (full === undefined) {
      full = `${this.scopes[scope]?.name}--${name}`
      names.set(name, full)
    }
    return full
  }

  nodeMarker(scope: number): string | undefined {
    const found = this.scopes[scope]
    return found?.marksNodes === true ? this.className('', scope) : undefined
  }

  hostMarker(scope: number): string | undefined {
    const found = this.scopes[scope]
    return found?.marksHost === true ? this.className('host', scope) : undefined
  }
}
