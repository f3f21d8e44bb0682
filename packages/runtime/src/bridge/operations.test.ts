import { describe, expect, it } from 'vitest'
import { replay } from './decode.ts'
import { OperationWriter } from './encode.ts'
import { ListenFlag } from './operations.ts'
import { ReplayTree } from './replay-tree.ts'

function replayed(write: (writer: OperationWriter) => void, tree = new ReplayTree()): ReplayTree {
  const writer = new OperationWriter()
  write(writer)
  replay(writer.take(), tree)
  return tree
}

describe('operations of a flush', () => {
  it('arrive as they were written', () => {
    const tree = replayed((writer) => {
      writer.create(1, 'view', 'a b', 0, -1)
      writer.createText(2, 'hello', 1, -1)
      writer.create(3, 'image', '', 1, 2)
      writer.setStyle(3, 'width: 10rpx')
      writer.setId(3, 'picture')
      writer.setAttribute(3, 'lazy-load', true)
      writer.setAttribute(3, 'data', { list: [1, 'x', null] })
      writer.setAttribute(3, 'ratio', 1.5)
      writer.setAttribute(3, 'gone', 'x')
      writer.removeAttribute(3, 'gone')
      writer.listen(1, 'tap', ListenFlag.bubble | ListenFlag.catch)
      writer.bindModel(3, 'value', true)
    })
    expect(tree.toString()).toBe(
      '<view class="a b"><image id="picture" style="width: 10rpx" data={"list":[1,"x",null]} lazy-load=true ratio=1.5></image>hello</view>',
    )
    expect(tree.node(1).listeners.get('tap')).toBe(ListenFlag.bubble | ListenFlag.catch)
    expect([...tree.node(3).models]).toEqual(['value'])
  })

  it('keep every kind of attribute value apart', () => {
    const values = ['', 'x', 0, -1, 2 ** 31, -0, 1.5, true, false, null, undefined, [], { a: 1 }]
    const tree = replayed((writer) => {
      writer.create(1, 'view', '', 0, -1)
      values.forEach((value, index) => writer.setAttribute(1, `a${index}`, value))
    })
    expect([...tree.node(1).attributes.values()]).toEqual(values.map((value) => (Object.is(value, -0) ? 0 : value)))
  })

  it('do not stop at a value that JSON cannot hold', () => {
    const cycle: { self?: unknown } = {}
    cycle.self = cycle
    const tree = replayed((writer) => {
      writer.create(1, 'view', '', 0, -1)
      writer.setAttribute(1, 'cycle', cycle)
      writer.setAttribute(1, 'next', 1)
    })
    expect([...tree.node(1).attributes]).toEqual([
      ['cycle', null],
      ['next', 1],
    ])
  })

  it('tell a component called like a built-in from the built-in', () => {
    const tree = replayed((writer) => {
      writer.create(1, '*button', '', 0, -1)
      writer.create(2, 'button', '', 0, -1)
    })
    expect(tree.root.children.map((node) => [node.tag, node.isHost])).toEqual([
      ['button', true],
      ['button', false],
    ])
  })

  it('carry each string once, however long the flush', () => {
    const writer = new OperationWriter()
    for (let node = 1; node <= 20_000; node += 1) writer.create(node, 'view', 'row', 0, -1)
    const { operations, strings } = writer.take()
    expect(operations.length).toBe(120_000)
    expect(strings).toEqual(['view', 'row'])
    expect(writer.isEmpty).toBe(true)
  })

  it('go on after one that the view cannot carry out', () => {
    const writer = new OperationWriter()
    writer.setText(7, 'nobody')
    writer.create(1, 'view', '', 0, -1)
    const tree = new ReplayTree()
    const faults: unknown[] = []
    replay(writer.take(), tree, (error) => faults.push(error))
    expect(faults).toHaveLength(1)
    expect(tree.toString()).toBe('<view></view>')
  })

  it('end with an error where the words make no sense', () => {
    expect(() => replay({ operations: new Int32Array([99, 1]), strings: [] }, new ReplayTree())).toThrow(RangeError)
    expect(() => replay({ operations: new Int32Array([1, 1]), strings: [] }, new ReplayTree())).toThrow(RangeError)
  })
})
