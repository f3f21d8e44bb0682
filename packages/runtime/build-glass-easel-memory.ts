/**
 * The library's objects, made smaller while it is bundled. A list of a thousand components is some ten thousand of its nodes: much of the time
 * it takes to make them goes into allocating and into moving what was allocated. What the objects do stays as it is.
 */

interface Change {
  readonly from: string
  readonly to: string
}

const words = (text: string) => text.trim().split(/\s+/)

const elementFields = words(`
  _$backendElement _$destroyOnRemoval _$nodeTreeContext _$nodeId _$nodeAttributes _$nodeSlot _$slotName _$slotElement _$slotValues
  _$subtreeSlotStart _$subtreeSlotEnd _$inheritSlots _$placeholderHandlerRemover _$virtual dataset _$marks _$attached classList
  _$styleSegments parentNode parentIndex childNodes slotNodes ownerShadowRoot _$mutationObserverTarget _$eventTarget
  containingSlot slotIndex _$wxTmplArgs
`)
const componentFields = words(`
  _$genericImpls _$external tagName _$methodCaller _$idPrefix _$relation _$traitGroup shadowRoot _$dataGroup _$tmplInst
`)

const assignments = (fields: readonly string[]) => fields.map((name) => `this.${name} = undefined`).join('\n')

/**
 * `Object.create` starts an object without room, and moves its fields each time they outgrow it. Made by a function that names all of them, it
 * has the room from the start.
 */
function roomFor(name: string, symbol: string, own: string): readonly Change[] {
  const last = `${name}.prototype[${symbol}] = true`
  return [
    { from: `Object.create(${name}.prototype) as ${name}`, to: `new ${name}Shell()` },
    {
      from: last,
      to: `${last}
function ${name}Shell() {
${assignments([...words(own), ...elementFields])}
}
${name}Shell.prototype = ${name}.prototype`,
    },
  ]
}

const changes: Readonly<Record<string, readonly Change[]>> = {
  'native_node.ts': roomFor('NativeNode', 'NATIVE_NODE_SYMBOL', 'is stylingName'),
  'virtual_node.ts': roomFor('VirtualNode', 'VIRTUAL_NODE_SYMBOL', 'is'),
  'shadow_root.ts': roomFor(
    'ShadowRoot',
    'SHADOW_ROOT_SYMBOL',
    'is _$idMap _$slotMode _$singleSlot _$backendShadowRoot _$host',
  ),
  'component.ts': [
    {
      from: 'Object.create(proto) as ComponentInstance<TData, TProperty, TMethod>',
      to: 'newComponent(def._$detail, proto)',
    },
    {
      from: 'Component.prototype[COMPONENT_SYMBOL] = true',
      to: `Component.prototype[COMPONENT_SYMBOL] = true
function newComponent(detail, proto) {
  if (detail.shell === undefined) {
    detail.shell = function () {
${assignments([...componentFields, ...elementFields])}
    }
    detail.shell.prototype = proto
  }
  return new detail.shell()
}`,
    },
  ],
  // Most nodes never have a listener.
  'event.ts': [
    {
      from: `  listeners = Object.create(null) as {
    [T in keyof TEvents]: EventFuncArr<TEvents[T]>
  }`,
      to: '  listeners = noListeners',
    },
    {
      from: '      listeners = this.listeners\n    }\n',
      to: `      if (this.listeners === noListeners) this.listeners = new Listeners()
      listeners = this.listeners
    }
`,
    },
    {
      from: 'export class EventTarget<',
      to: `function Listeners() {}
Listeners.prototype = Object.freeze(Object.create(null))
const noListeners = Object.freeze(new Listeners())
export class EventTarget<`,
    },
  ],
  'element.ts': [
    // Most nodes have none of these: they share empty ones until they do.
    { from: 'this.dataset = {}', to: 'this.dataset = noData' },
    {
      from: '    this.dataset[name] = value',
      to: '    if (this.dataset === noData) this.dataset = {}\n    this.dataset[name] = value',
    },
    { from: 'this._$styleSegments = [] as string[]', to: 'this._$styleSegments = noSegments' },
    {
      from: '    this._$styleSegments[index] = styleSegment',
      to: `    if (this._$styleSegments === noSegments) this._$styleSegments = []
    this._$styleSegments[index] = styleSegment`,
    },
    { from: 'this._$eventTarget = new EventTarget()', to: 'this._$eventTarget = (noEvents ??= new EventTarget())' },
    {
      from: '    const finalChanged = this._$eventTarget.addListener(',
      to: `    if (this._$eventTarget === noEvents) this._$eventTarget = new EventTarget()
    const finalChanged = this._$eventTarget.addListener(`,
    },
    {
      from: 'export class Element implements',
      to: `const noData = Object.freeze({})
const noSegments = []
let noEvents
export class Element implements`,
    },
    // An empty array that is pushed to takes room for seventeen.
    {
      from: `      childNodes.push(...newChildList)
      for (let i = childNodes.length - newChildList.length; i < childNodes.length; i += 1) {
        childNodes[i]!.parentIndex = i
      }`,
      to: `      if (childNodes.length === 0) parent.childNodes = newChildList.slice()
      else childNodes.push(...newChildList)
      const filled = parent.childNodes
      for (let i = filled.length - newChildList.length; i < filled.length; i += 1) {
        filled[i]!.parentIndex = i
      }`,
    },
  ],
  'class_list.ts': [
    // Most nodes have one class and one scope: empty lists are shared, and a list is copied when it changes.
    ...[
      '_$backendNames: string[]',
      '_$backendNameScopes: (StyleScopeId | undefined)[]',
      '_$backendNamesCount: number[]',
    ].map((field) => ({ from: `private ${field} = []`, to: `private ${field} = none` })),
    { from: 'export class ClassList {', to: 'const none = []\nexport class ClassList {' },
    {
      from: `    this._$hasAliasNames = false
    for (let i = 0, l = rawNames.length; i < l; i += 1) {
      const names = rawNames[i]
      if (!names) continue
      for (let j = 0, ll = names.length; j < ll; j += 1) {
        const rawName = names[j]!
        if (BM.SHADOW || (BM.DYNAMIC && this._$element.getBackendMode() === BackendMode.Shadow)) {
          this._$addClass(rawName, undefined, backendElement)
        } else {
          this._$resolvePrefixes(rawName, (scopeId, className) => {
            this._$addClass(className, scopeId, backendElement)
          })
        }`,
      to: `    this._$hasAliasNames = false
    const add = (scopeId, className) => this._$addClass(className, scopeId, backendElement)
    for (const names of rawNames) {
      if (!names) continue
      for (const rawName of names) {
        this._$resolvePrefixes(rawName, add)`,
    },
    {
      from: `      oldClassNames.push(name)
      oldScopeIds.push(scopeId)
      classNamesCount.push(1)`,
      to: `      this._$backendNames = appended(oldClassNames, name)
      this._$backendNameScopes = appended(oldScopeIds, scopeId)
      this._$backendNamesCount = appended(classNamesCount, 1)`,
    },
    {
      from: '    this._$rawNames[segmentIndex] = n\n',
      to: `    if (useFasterAdd && segmentIndex === 0) this._$rawNames = [n]
    else this._$rawNames[segmentIndex] = n
`,
    },
    {
      from: `        const names = rawNames[segmentIndex]!
        names.push(name)`,
      to: '        rawNames[segmentIndex] = [...rawNames[segmentIndex], name]',
    },
    {
      from: '      if (names) names.splice(rawClassIndex, 1)',
      to: '      if (names) this._$rawNames[segmentIndex] = names.filter((_, at) => at !== rawClassIndex)',
    },
    {
      from: 'const matchClassName = (str: string) => {',
      to: `function appended(list, item) {
  if (list.length === 0) return [item]
  if (list.length === 1) return [list[0], item]
  list.push(item)
  return list
}
const knownClassNames = new Map()
const matchClassName = (str) => {
  let known = knownClassNames.get(str)
  if (known === undefined) {
    known = splitClassNames(str)
    if (knownClassNames.size < 5000) knownClassNames.set(str, known)
  }
  return known
}
const splitClassNames = (str: string) => {`,
    },
  ],
}

/**
 * For each node with children a template is given six functions that make nodes of one parent. They are made once for each depth instead:
 * children are made depth first, and a parent's functions are no longer called when the next one of its depth begins.
 */
function shareMakers(source: string): string {
  const begin = '    const childNodes: Node[] = []\n    children(\n      true,\n'
  const end = '      undefined,\n      undefined,\n    )\n    return childNodes\n'
  const [before = '', rest = '', more] = source.split(begin)
  const [makers = '', after = '', tooMuch] = rest.split(end)
  const list = '        const shadowRoot = this.shadowRoot\n'
  if (more !== undefined || tooMuch !== undefined || makers.split(list).length !== 2)
    throw new Error('glass-easel proc_gen_wrapper.ts is not written as expected')
  // A list makes items later as well.
  const kept = makers.replace(
    list,
    `        const self = wrapper, slotElement = slot, dynamicSlotName = slotName\n${list}`,
  )
  return `${before}    const made = (makers[depth] ??= createMakers())
    depth += 1
    try {
      return made(this, children, slotElement, dynamicSlotName)
    } finally {
      depth -= 1
    }
${after}
const makers = []
let depth = 0
function createMakers() {
  let wrapper, slot, slotName, self, slotElement, dynamicSlotName
  let childNodes = []
  let count = 0
  const parts = [
${kept.replaceAll('this.', 'self.').replaceAll('childNodes.push(elem)', 'childNodes[count++] = elem')}  ]
  const [text, element, group, list, slots, virtual] = parts
  return (owner, children, ofSlot, name) => {
    wrapper = self = owner
    slot = slotElement = ofSlot
    slotName = dynamicSlotName = name
    count = 0
    children(true, text, element, group, list, slots, virtual, undefined, undefined)
    const nodes = childNodes.slice(0, count)
    childNodes.fill(undefined, 0, count)
    wrapper = self = slot = slotElement = undefined
    return nodes
  }
}
`
}

/** `file` is the base name. Throws when the library is no longer written as these changes expect. */
export function saveMemory(source: string, file: string): string {
  const start = file === 'proc_gen_wrapper.ts' ? shareMakers(source) : source
  return (changes[file] ?? []).reduce((text, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`glass-easel ${file} is not written as expected: ${from}`)
    return text.replace(from, () => to)
  }, start)
}
