import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { replay } from '../../bridge/decode.ts'
import { Op } from '../../bridge/operations.ts'
import { ReplayTree } from '../../bridge/replay-tree.ts'
import { StyleScopes } from './style-scopes.ts'
import { TreeContext } from './tree-context.ts'

function setUp() {
  const scopes = new StyleScopes()
  const tree = new ReplayTree()
  const context = new TreeContext(scopes, {
    onDirty: () => undefined,
    onRender: () => undefined,
    onAhead: (part) => replay(part, tree),
  })
  const flush = () => {
    const flushed = context.flush()
    if (flushed !== undefined) replay(flushed, tree)
    return flushed?.operations ?? new Int32Array()
  }
  return { scopes, context, tree, flush, root: context.getRootNode() }
}

describe('tree of a page', () => {
  it('sends what is complete of a long list ahead, and shows nothing of it before the flush', () => {
    const { context, tree, flush, root } = setUp()
    const rows = Array.from({ length: 1000 }, (_, index) => {
      const row = context.createElement('view', 'view')
      row.appendChild(context.createTextNode(`row ${index}`))
      return row
    })
    expect(tree.toString()).toBe('')
    const [first, second, third] = rows
    if (first === undefined || second === undefined || third === undefined) throw new Error('no rows')
    first.addClass('late', 0)
    second.release()
    for (const row of rows) if (row !== second) root.appendChild(row)
    const operations = flush()
    expect(operations.length).toBeLessThan(1000 * 6)
    const shown = tree.toString()
    expect(shown.startsWith('<view class="late">row 0</view><view>row 2</view>')).toBe(true)
    expect(shown.split('<view').length - 1).toBe(999)
    root.removeChild(third)
    third.release()
    flush()
    expect(tree.toString().includes('row 2<')).toBe(false)
  })

  it('makes one operation of creating, classing and inserting', () => {
    const { context, tree, flush, root } = setUp()
    const view = context.createElement('view', 'view')
    view.addClass('a', 0)
    view.addClass('b', 0)
    const text = context.createTextNode('')
    text.setText('hello')
    view.appendChild(text)
    root.appendChild(view)
    expect([...flush()]).toEqual([Op.create, 1, 0, 1, 0, -1, Op.createText, 2, 2, 1, -1])
    expect(tree.toString()).toBe('<view class="a b">hello</view>')
  })

  it('says nothing about a node that does not live until the flush', () => {
    const { context, flush, root } = setUp()
    const view = context.createElement('view', 'view')
    root.appendChild(view)
    root.removeChild(view)
    view.release()
    expect(flush().length).toBe(0)
  })

  it('releases a subtree by one operation and keeps what moved out of it', () => {
    const { context, tree, flush, root } = setUp()
    const make = (tag: string) => context.createElement(tag, tag)
    const [outer, inner, kept] = [make('outer'), make('inner'), make('kept')]
    outer.appendChild(inner)
    inner.appendChild(kept)
    root.appendChild(outer)
    flush()
    root.appendChild(kept)
    root.removeChild(outer)
    inner.release()
    outer.release()
    expect([...flush()]).toEqual([Op.insert, 3, 0, -1, Op.release, 1])
    expect(tree.toString()).toBe('<kept></kept>')
    expect(tree.size).toBe(1)
    expect(context.size).toBe(1)
  })

  it('sends the last of several changes only', () => {
    const { context, tree, flush, root } = setUp()
    const text = context.createTextNode('a')
    root.appendChild(text)
    flush()
    text.setText('b')
    text.setText('c')
    expect([...flush()]).toEqual([Op.setText, 1, 0])
    expect(tree.textContent).toBe('c')
  })

  it('prefixes the classes of a component and marks nodes where its style sheet needs it', () => {
    const { scopes, context, tree, flush, root } = setUp()
    const scope = scopes.register({ name: 'button', marksNodes: true, marksHost: true })
    const view = context.createElement('view', 'view')
    view.setStyleScope(scope)
    view.addClass('title', scope)
    view.addClass('title', 0)
    const page = context.createElement('*', 'page')
    const host = context.createElement('*', 'my-button')
    host.setStyleScope(0, undefined, scope)
    host.appendChild(view)
    page.appendChild(host)
    expect(page).toBe(root)
    flush()
    expect(tree.toString()).toBe(
      '<my-button class="button--host"><view class="button-- button--title title"></view></my-button>',
    )
  })

  it('ends listening', () => {
    const { context, tree, flush, root } = setUp()
    const view = context.createElement('view', 'view')
    view.setListenerStats('tap', false, 2)
    view.setListenerStats('tap', true, 0)
    root.appendChild(view)
    flush()
    expect(tree.node(1).listeners.get('tap')).toBe(1 | 2 | 4)
    view.endListening('tap', false)
    flush()
    expect(tree.node(1).listeners.get('tap')).toBe(2)
    view.endListening('tap', true)
    flush()
    expect(tree.node(1).listeners.size).toBe(0)
  })

  it('shows the view what the framework sees, whatever is done between two flushes', () => {
    const step = fc.record({ kind: fc.integer({ min: 0, max: 5 }), a: fc.nat(30), b: fc.nat(30), c: fc.nat(30) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const { context, tree, flush, root } = setUp()
        const nodes = [root]
        const isInside = (node: typeof root | undefined, outer: typeof root): boolean =>
          node !== undefined && (node === outer || isInside(node.parent, outer))
        const releaseAll = (node: typeof root): void => {
          for (let child = node.first; child !== undefined; child = child.next) releaseAll(child)
          node.release()
          nodes.splice(nodes.indexOf(node), 1)
        }
        for (const { kind, a, b, c } of steps) {
          const parent = nodes[a % nodes.length]
          const child = nodes[b % nodes.length]
          if (parent === undefined || child === undefined) throw new Error('the root is always there')
          const siblings: (typeof root)[] = []
          for (let at = parent.first; at !== undefined; at = at.next) siblings.push(at)
          const before = siblings[c % (siblings.length + 1)]
          if (kind <= 1) {
            const node = context.createElement(`t${nodes.length}`, '')
            nodes.push(node)
            if (before === undefined) parent.appendChild(node)
            else parent.insertBefore(node, before)
          } else if (kind === 2 && child !== root && !isInside(parent, child)) {
            if (before === undefined) parent.appendChild(child)
            else parent.insertBefore(child, before)
          } else if (kind === 3 && child !== root) {
            child.parent?.removeChild(child)
          } else if (kind === 4 && child !== root) {
            child.parent?.removeChild(child)
            releaseAll(child)
          } else if (kind === 5) flush()
        }
        flush()
        const shape = (node: typeof root): string => {
          let inside = ''
          for (let at = node.first; at !== undefined; at = at.next) inside += shape(at)
          return node === root ? inside : `<${node.text}>${inside}</${node.text}>`
        }
        expect(tree.toString()).toBe(shape(root))
      }),
      { numRuns: 1000 },
    )
  })
})
