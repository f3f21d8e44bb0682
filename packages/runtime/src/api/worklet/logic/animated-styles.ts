/** `applyAnimatedStyle`: styles of nodes that follow from shared values. */
import type { AnimatedStyles, StyledNode } from '../../../logic/framework/animated-styles.ts'
import { isFunction, isRecord, textOf } from '../../../logic/values.ts'
import { react } from './shared-value.ts'

interface Binding {
  id: number
  stop: () => void
}

export function createAnimatedStyles(): AnimatedStyles {
  const bindings = new WeakMap<object, Binding[]>()
  let lastId = 0
  return {
    apply(nodes, [updater, config, callback]) {
      if (!isFunction(updater)) return
      const isImmediate = !isRecord(config) || config['immediate'] !== false
      lastId += 1
      const id = lastId
      for (const node of nodes) {
        const known = bindings.get(node.key) ?? []
        bindings.set(node.key, known)
        const own = new Map<string, string>()
        let isFirst = true
        const stop = react(updater, (style) => {
          if (isRecord(style)) for (const [name, value] of Object.entries(style)) own.set(kebab(name), textOf(value))
          if (!isFirst || isImmediate) write(node, own)
          isFirst = false
        })
        known.push({ id, stop })
      }
      const done = isFunction(config) ? config : callback
      if (isFunction(done)) done({ styleId: id })
    },
    clear(nodes, [ids, callback]) {
      const wanted = Array.isArray(ids) && ids.length > 0 ? new Set(ids) : undefined
      for (const node of nodes) {
        const known = bindings.get(node.key) ?? []
        const left = known.filter(({ id, stop }) => {
          const isGone = wanted === undefined || wanted.has(id)
          if (isGone) stop()
          return !isGone
        })
        bindings.set(node.key, left)
        if (left.length === 0) node.setStyle('')
      }
      if (isFunction(callback)) callback()
    },
  }
}

function write(node: StyledNode, style: ReadonlyMap<string, string>): void {
  node.setStyle([...style].map(([name, value]) => `${name}:${value}`).join(';'))
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
