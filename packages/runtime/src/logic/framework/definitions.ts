/** From what apps give to `Component`, `Page` and `Behavior` to what the framework registers. */
import type { GeneralBehavior, typeUtils } from 'glass-easel'
import type { ComponentConfig } from '@banyan/contract/package-format'
import { deepCopy, isFunction, isRecord } from '../values.ts'
import { exportMethod } from './instance.ts'
import { createdLifetime } from './template-writer.ts'

export type Definition = Record<string, unknown>
export type CoreDefinition = typeUtils.ComponentParams<
  Record<string, unknown>,
  typeUtils.PropertyList,
  typeUtils.MethodList
>

/** Fields of a Page that are no methods of it. */
const pageFields: ReadonlySet<string> = new Set([
  'behaviors',
  'data',
  'externalClasses',
  'lifetimes',
  'observers',
  'options',
  'pageLifetimes',
  'properties',
  'relations',
])

const lifetimeNames = ['created', 'attached', 'ready', 'moved', 'detached', 'error'] as const

/** The fields that components and behaviors share. */
export function commonDefinition(definition: Definition, behaviors: readonly GeneralBehavior[]): Definition {
  return {
    behaviors,
    data: isFunction(definition['data']) || isRecord(definition['data']) ? definition['data'] : {},
    properties: properties(definition['properties']),
    methods: methods(definition),
    observers: observers(definition['observers']),
    relations: isRecord(definition['relations']) ? definition['relations'] : {},
    externalClasses: Array.isArray(definition['externalClasses']) ? definition['externalClasses'].map(String) : [],
    lifetimes: lifetimes(definition),
    pageLifetimes: functionsOf(definition['pageLifetimes']),
  }
}

/** `Page({...})` as the component that it is: its functions become methods. */
export function pageDefinition(definition: Definition): Definition {
  const methods: Definition = {}
  for (const key in definition) {
    if (!pageFields.has(key) && isFunction(definition[key])) methods[key] = definition[key]
  }
  return { ...pick(definition, pageFields), methods }
}

/** Whatever else an app wrote into `Page({...})`; each instance has a copy of its own. */
export function pageExtras(definition: Definition): Definition {
  const extras: Definition = {}
  for (const key in definition) {
    if (!pageFields.has(key) && !isFunction(definition[key])) extras[key] = definition[key]
  }
  return extras
}

export function copyExtras(extras: Definition): Definition {
  const copy: Definition = {}
  const seen = new Map<object, unknown>()
  for (const key of Object.keys(extras)) copy[key] = deepCopy(extras[key], seen)
  return copy
}

/** Code of the definition itself runs while an instance gets its first properties: `created`, or an observer. */
export function runsCodeAtCreation(definition: Definition): boolean {
  const { observers: given, properties: declared } = definition
  return (
    lifetimes(definition)[createdLifetime] !== undefined ||
    (isRecord(given) && Object.keys(given).length > 0) ||
    (isRecord(declared) && Object.values(declared).some((each) => isRecord(each) && Boolean(each['observer'])))
  )
}

export interface ComponentSurroundings {
  /** See `runsCodeAtCreation`, of the definition or of a behavior of it. */
  isObservedAtCreation: boolean
  styleScope: number
  template: Record<string, unknown> | undefined
}

/** Options that only a component has, from JS first and JSON second. */
export function componentOptions(
  definition: Definition,
  config: ComponentConfig,
  { isObservedAtCreation, styleScope, template }: ComponentSurroundings,
): Definition {
  const options = isRecord(definition['options']) ? definition['options'] : {}
  const isolation = String(options['styleIsolation'] ?? config.styleIsolation ?? '')
  const takesGlobal = options['addGlobalClass'] === true || isolation.endsWith('shared')
  const pureData: unknown = options['pureDataPattern']
  return {
    template: template ?? null,
    using: Object.fromEntries(Object.entries(config.using).map(([tag, path]) => [tag, `/${path}`])),
    placeholders: config.placeholders,
    generics: Object.fromEntries(
      Object.entries(config.generics).map(([tag, path]) => [tag, path === null ? true : { default: `/${path}` }]),
    ),
    options: {
      // That code may select in the template, which then has to be there with the default values: it is rendered twice, as in WeChat.
      propertyEarlyInit: !isObservedAtCreation,
      styleScope,
      extraStyleScope: takesGlobal && styleScope !== 0 ? 0 : null,
      multipleSlots: options['multipleSlots'] === true,
      dynamicSlots: options['dynamicSlots'] === true,
      virtualHost: (options['virtualHost'] ?? config.source['virtualHost']) === true,
      pureDataPattern: isRegExp(pureData) ? pureData : null,
    },
  }
}

/** Apps hand over whatever they like; the framework checks the fields itself when it prepares the definition. */
export function isCoreDefinition(definition: Definition): definition is Definition & CoreDefinition {
  return isRecord(definition)
}

/** A regular expression may come from another realm, so `instanceof` does not tell. */
function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]'
}

const types: ReadonlyMap<unknown, unknown> = new Map<unknown, unknown>(
  [String, Number, Boolean, Array, Object, Function].map((type) => [type.name, type]),
)

/**
 * Types are taken by their names, since an app's constructors may be wrapped or of another realm. A property without a usable type
 * takes any value, as in WeChat; the framework would report an error.
 */
function properties(given: unknown): Definition {
  const known: Definition = {}
  if (!isRecord(given)) return known
  for (const [name, property] of Object.entries(given)) {
    known[name] = isRecord(property) ? propertyDefinition(property) : propertyType(property)
  }
  return known
}

function propertyDefinition(property: Definition): Definition {
  const { type, optionalTypes, value, observer } = property
  const known: Definition = { type: propertyType(type) }
  if (Array.isArray(optionalTypes)) known['optionalTypes'] = optionalTypes.map(propertyType)
  if (value !== undefined) known['value'] = value
  if (isFunction(observer) || typeof observer === 'string') known['observer'] = observer
  return known
}

function propertyType(type: unknown): unknown {
  return isFunction(type) ? (types.get(type.name) ?? null) : null
}

function observers(given: unknown): unknown {
  if (Array.isArray(given)) return given
  const known: Definition = {}
  if (!isRecord(given)) return known
  for (const [fields, observer] of Object.entries(given)) {
    if (isFunction(observer) || typeof observer === 'string') known[fields] = observer
  }
  return known
}

function lifetimes(definition: Definition): Definition {
  const given = isRecord(definition['lifetimes']) ? definition['lifetimes'] : {}
  const known = functionsOf(given)
  for (const name of lifetimeNames) {
    if (known[name] === undefined && isFunction(definition[name])) known[name] = definition[name]
  }
  const { created, ...others } = known
  return created === undefined ? others : { ...others, [createdLifetime]: created }
}

function methods(definition: Definition): Definition {
  const known = functionsOf(definition['methods'])
  return isFunction(definition['export']) ? { ...known, [exportMethod]: definition['export'] } : known
}

function functionsOf(given: unknown): Definition {
  const known: Definition = {}
  if (!isRecord(given)) return known
  for (const key in given) if (isFunction(given[key])) known[key] = given[key]
  return known
}

function pick(from: Definition, names: ReadonlySet<string>): Definition {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.has(name)))
}
