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
      to: `      if (this.listeners === noListeners) this.listeners = Object.create(null)
      listeners = this.listeners
    }
`,
    },
    {
      from: 'export class EventTarget<',
      to: 'const noListeners = Object.freeze(Object.create(null))\nexport class EventTarget<',
    },
  ],
  // An empty array that is pushed to takes room for seventeen.
  'element.ts': [
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
      from: 'const matchClassName = (str: string) => {',
      to: `function appended(list, item) {
  if (list.length === 0) return [item]
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
  return known.slice()
}
const splitClassNames = (str: string) => {`,
    },
  ],
}

/** `file` is the base name. Throws when the library is no longer written as these changes expect. */
export function saveMemory(source: string, file: string): string {
  return (changes[file] ?? []).reduce((text, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`glass-easel ${file} is not written as expected: ${from}`)
    return text.replace(from, () => to)
  }, source)
}
