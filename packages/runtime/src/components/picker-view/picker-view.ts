import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import { type ColumnOwner, PickerColumnElement } from '../picker-view-column/picker-view-column.ts'

class PickerViewElement extends BuiltIn implements ColumnOwner {
  private wantsValue = true
  private initial: unknown
  private shown: number[] = []
  /** Columns that the user is turning. */
  private turning = 0
  private look = ''

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.content = innerElement('wx-picker-view-wrapper', element)
    if (!element.hasAttribute('role')) element.setAttribute('role', 'group')
  }

  override changed(name: string): void {
    if (name !== 'value') return
    this.wantsValue = true
    this.initial = this.properties['value']
  }

  override update(): void {
    const given: unknown = this.properties['value']
    const value: unknown[] = Array.isArray(given) ? given : []
    const look = {
      indicatorStyle: this.text('indicator-style'),
      indicatorClass: this.text('indicator-class'),
      maskStyle: this.text('mask-style'),
      maskClass: this.text('mask-class'),
    }
    const isNewLook = JSON.stringify(look) !== this.look
    this.look = JSON.stringify(look)
    for (const [at, column] of this.columns().entries()) {
      if (isNewLook || !column.isPlaced) column.dress(look)
      if (!this.wantsValue && column.isPlaced) continue
      const wanted = Number(value[at] ?? 0)
      if (!column.isPlaced || wanted !== column.spin.index) column.place(wanted, true)
    }
    this.wantsValue = false
    if (this.turning === 0) this.shown = this.indexes()
  }

  override fieldValue(): number[] {
    return this.indexes()
  }

  override resetField(): void {
    this.properties['value'] = this.initial
    this.wantsValue = true
    this.view.invalidate(this)
  }

  /** Its rows came, went, or it is new. */
  columnChanged(): void {
    if (this.columns().some((column) => !column.isPlaced)) this.view.invalidate(this)
  }

  turnStarted(): void {
    this.turning += 1
    if (this.turning === 1) this.emit('pickstart', {})
  }

  turnReleased(): void {
    if (this.flag('immediate-change')) this.report()
  }

  turnSettled(): void {
    this.turning = Math.max(0, this.turning - 1)
    this.report()
    if (this.turning === 0) this.emit('pickend', {})
  }

  private report(): void {
    const value = this.indexes()
    const isSame = value.length === this.shown.length && value.every((index, at) => index === this.shown[at])
    if (isSame) return
    this.shown = value
    this.properties['value'] = value
    this.view.changeModel(this.element, 'value', value)
    this.emit('change', { value })
  }

  private indexes(): number[] {
    return this.columns().map((column) => column.spin.index)
  }

  private columns(): PickerColumnElement[] {
    return Array.from(
      this.element.querySelectorAll('wx-picker-view-column'),
      (element) => element.banyanState?.component,
    ).filter((component) => component instanceof PickerColumnElement)
  }
}

export const pickerView: BuiltInDefinition = {
  tag: 'picker-view',
  attributes: ['value', 'indicator-style', 'indicator-class', 'mask-style', 'mask-class', 'immediate-change', 'name'],
  style: `wx-picker-view{display:block}.wx-picker-view-wrapper{display:flex;position:relative;height:100%;overflow:hidden}`,
  create: (element, view) => new PickerViewElement(element, view),
}
