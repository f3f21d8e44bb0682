/** All components of the app by path. A component's file runs when it is first needed. */
import {
  Component,
  ComponentSpace,
  type GeneralBehavior,
  type GeneralComponent,
  type GeneralComponentDefinition,
} from 'glass-easel'
import type { ComponentConfig } from '@banyan/contract/package-format'
import { StyleScopes } from '../backend/style-scopes.ts'
import { resolvePath } from '../modules/paths.ts'
import { isFunction, isRecord } from '../values.ts'
import { defineBuiltinBehaviors } from './builtin-behaviors.ts'
import {
  commonDefinition,
  componentOptions,
  copyExtras,
  type Definition,
  isCoreDefinition,
  pageDefinition,
  pageExtras,
  runsCodeAtCreation,
} from './definitions.ts'
import { elementOf, Instance } from './instance.ts'
import { repairLists } from './list-repair.ts'
import type { InstanceServices } from './services.ts'
import { componentTemplate, runCreated } from './template-writer.ts'

/** Where code comes from. */
export interface CodeSource {
  configOf(path: string): ComponentConfig | undefined
  templateOf(path: string): unknown
  /** Runs the file of a component, which calls `Component` or `Page`. False when it threw. */
  run(path: string): boolean
}

type DefinitionFilter = (definition: Definition) => void

export class AppSpace extends ComponentSpace {
  readonly scopes: StyleScopes
  private readonly code: CodeSource
  private readonly services: InstanceServices
  private readonly builtinBehaviors: ReadonlyMap<string, GeneralBehavior>
  private readonly hostBehavior: GeneralBehavior
  private readonly observingBehaviors = new WeakSet<GeneralBehavior>()
  private readonly filters = new WeakMap<GeneralBehavior, DefinitionFilter>()
  private readonly scopeIds = new Map<string, number>()
  private readonly extras = new Map<string, Definition>()
  private readonly ran = new Set<string>()
  /** Their files threw before they could register anything. */
  readonly unregistered = new Set<string>()

  constructor(code: CodeSource, services: InstanceServices) {
    const scopes = new StyleScopes()
    super('', undefined, scopes.manager)
    this.scopes = scopes
    this.code = code
    this.services = services
    this.updateComponentOptions({
      hostNodeTagName: '*',
      propertyEarlyInit: true,
      useMethodCallerListeners: true,
      writeFieldsToNode: false,
      writeIdToDOM: true,
    })
    this.builtinBehaviors = defineBuiltinBehaviors(this)
    this.hostBehavior = this.defineHostBehavior()
    repairLists()
    this.defineComponent({ is: '' })
  }

  /** The framework resolves the components of a template through this; missing ones are run now. */
  override getComponentByUrlWithoutDefault(path: string, base: string): GeneralComponentDefinition | null {
    const known = super.getComponentByUrlWithoutDefault(path, base)
    if (known !== null) return known
    return this.ensure(resolvePath(path, base))
  }

  /** Runs the code of a page and of the components that it names, unless that has been done. */
  runCodeOf(path: string): void {
    if (this.ran.has(path)) return
    try {
      this.ensure(path)?.prepare()
    } catch {
      // It fails again when the page is made, and is told there.
    }
  }

  /** The definition at a path, undefined when its package is not there or has no such component. */
  ensure(path: string): GeneralComponentDefinition | null {
    const known = super.getComponentByUrlWithoutDefault(`/${path}`, '')
    const config = this.code.configOf(path)
    if (known !== null || config === undefined || this.ran.has(path)) return known
    this.ran.add(path)
    const hasRun = this.code.run(path)
    const defined = super.getComponentByUrlWithoutDefault(`/${path}`, '')
    if (defined !== null) return defined
    // A file that failed or registered nothing: its template is shown all the same.
    if (!hasRun) this.unregistered.add(path)
    this.registerComponent(path, {})
    return super.getComponentByUrlWithoutDefault(`/${path}`, '')
  }

  registerComponent(path: string, given: Definition): void {
    const config = this.code.configOf(path) ?? emptyConfig
    const behaviors = this.behaviorsOf(given)
    this.applyFilters(given, behaviors)
    const core: Definition = {
      is: path,
      ...commonDefinition(given, [this.hostBehavior, ...this.behaviorsOf(given)]),
      ...componentOptions(given, config, {
        isObservedAtCreation:
          runsCodeAtCreation(given) || behaviors.some((behavior) => this.observingBehaviors.has(behavior)),
        styleScope: this.scopeOf(config),
        template: componentTemplate(this.code.templateOf(path)),
      }),
    }
    if (!isCoreDefinition(core)) return
    const callerClass = this.lazyCallerClass(() => definition)
    const services = this.services
    const definition: GeneralComponentDefinition = this.define(path)
      .definition(core)
      .methodCallerInit(function init() {
        return new (callerClass())(this.general(), services)
      })
      .registerComponent()
      .general()
  }

  registerPage(path: string, given: Definition): void {
    this.extras.set(path, pageExtras(given))
    this.registerComponent(path, pageDefinition(given))
  }

  /** Fields of `Page({...})` that are neither functions nor the framework's, copied for one instance. */
  extrasOf(path: string): Definition {
    return copyExtras(this.extras.get(path) ?? {})
  }

  defineAppBehavior(given: Definition): GeneralBehavior {
    const behaviors = this.behaviorsOf(given)
    this.applyFilters(given, behaviors)
    const core = commonDefinition(given, this.behaviorsOf(given))
    const behavior = isCoreDefinition(core) ? this.defineBehavior(core).general() : this.hostBehavior
    const filter = given['definitionFilter']
    if (runsCodeAtCreation(given) || behaviors.some((inner) => this.observingBehaviors.has(inner))) {
      this.observingBehaviors.add(behavior)
    }
    if (isFunction(filter)) {
      // The filters of the behaviors that this one uses are handed to it; what they are given is its own business.
      const inner = behaviors.map((used) => this.filters.get(used) ?? (() => {}))
      this.filters.set(behavior, (definition) => void filter.call(given, definition, inner))
    }
    return behavior
  }

  hasBehavior(element: GeneralComponent, behavior: unknown): boolean {
    const wanted = typeof behavior === 'string' ? this.builtinBehaviors.get(behavior) : behavior
    return isBehavior(wanted) && element.hasBehavior(wanted)
  }

  /** Attached and created of the framework's own, before anything an app defines. */
  private defineHostBehavior(): GeneralBehavior {
    const services = this.services
    return this.define()
      .lifetime('created', function created() {
        withElement(this, runCreated)
      })
      .lifetime('attached', function attached() {
        withElement(this, (element) => services.attached(element))
      })
      .registerBehavior()
      .general()
  }

  /** Methods are known once the definition is prepared, which is before its first instance. */
  private lazyCallerClass(definition: () => GeneralComponentDefinition): () => typeof Instance {
    let made: typeof Instance | undefined
    return () => (made ??= callerClass(Component.getMethodsFromDef(definition())))
  }

  private behaviorsOf(definition: Definition): GeneralBehavior[] {
    const list: unknown = definition['behaviors']
    if (!Array.isArray(list)) return []
    return list.flatMap((item: unknown) => {
      const behavior = typeof item === 'string' ? this.builtinBehaviors.get(item) : item
      if (isBehavior(behavior)) return [behavior]
      console.warn(`behavior "${String(item)}" is not found.`)
      return []
    })
  }

  private applyFilters(definition: Definition, behaviors: readonly GeneralBehavior[]): void {
    for (const behavior of behaviors) this.filters.get(behavior)?.(definition)
  }

  private scopeOf(config: ComponentConfig): number {
    const { styleScope: name, marksNodes, marksHost } = config
    let id = this.scopeIds.get(name)
    if (id === undefined) {
      id = this.scopes.register({ name, marksNodes, marksHost })
      this.scopeIds.set(name, id)
    }
    return id
  }
}

const emptyConfig: ComponentConfig = {
  using: {},
  generics: {},
  placeholders: {},
  styleScope: '',
  marksNodes: false,
  marksHost: false,
  source: {},
}

/** The framework calls life times on what `methodCallerInit` gave it, which its types do not know. */
function withElement(caller: unknown, work: (element: GeneralComponent) => void): void {
  if (caller instanceof Instance) work(caller[elementOf])
}

function isBehavior(value: unknown): value is GeneralBehavior {
  return isRecord(value) && isFunction(value['hasBehavior']) && isFunction(value['prepare'])
}

function callerClass(methods: Readonly<Record<string, unknown>>): typeof Instance {
  class AppInstance extends Instance {}
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(AppInstance.prototype, name, { value, writable: true, configurable: true, enumerable: true })
  }
  return AppInstance
}
