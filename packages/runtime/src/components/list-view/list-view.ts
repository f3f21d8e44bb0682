import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'
import { paddingOf } from './padding.ts'

/** Rows off the screen are neither laid out nor painted: the browser keeps their height instead. */
class ListViewElement extends BuiltIn {
  override update(): void {
    this.element.style.padding = paddingOf(this)
  }

  override restyled(): void {
    this.update()
  }
}

export const listView: BuiltInDefinition = {
  tag: 'list-view',
  attributes: ['padding'],
  style:
    'wx-list-view{display:block;box-sizing:border-box}wx-list-view>*{content-visibility:auto;contain-intrinsic-size:auto 60px}',
  create: (element, view) => new ListViewElement(element, view),
}
