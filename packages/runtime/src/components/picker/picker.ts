import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, type TapPoint } from '../../view/built-in.ts'
import { columnsOf, type PickerColumns } from './columns.ts'
import { PickerSheet, sheetStyle } from './sheet.ts'

const words = { zh_CN: { cancel: '取消', done: '确定' }, en: { cancel: 'Cancel', done: 'Done' } }

class PickerElement extends BuiltIn {
  private sheet: PickerSheet | undefined
  private columns: PickerColumns | undefined
  private initial: unknown

  override changed(name: string): void {
    if (name === 'value') this.initial = this.properties['value']
  }

  override update(): void {
    const { element } = this
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    setAria(element, 'haspopup', 'dialog')
    setAria(element, 'disabled', this.flag('disabled') ? 'true' : null)
    element.tabIndex = this.flag('disabled') ? -1 : 0
    if (this.sheet?.isOpen !== true || !this.text('mode', 'selector').endsWith('elector')) return
    this.columns = this.read()
    // The app answers a change of one column by new lists for the others, and by their places.
    if (this.columns !== undefined) this.sheet.fill(this.columns.columns, this.columns.indexes)
  }

  override tapped(point: TapPoint): boolean {
    if (!this.flag('disabled')) this.open(point)
    return true
  }

  override destroy(): void {
    if (this.sheet?.isOpen === true) this.sheet.close()
  }

  override fieldValue(): unknown {
    return this.properties['value'] ?? null
  }

  override resetField(): void {
    this.properties['value'] = this.initial
  }

  private open(openedBy: TapPoint): void {
    if (this.sheet?.isOpen === true) return
    this.columns = this.read()
    if (this.columns === undefined) return
    this.sheet = new PickerSheet({
      title: this.text('header-text'),
      openedBy,
      words: words[this.view.environment.locale],
      columnChanged: (column, index) => this.columnChanged(column, index),
      done: (indexes) => this.done(indexes),
      cancelled: () => this.emit('cancel', {}),
    })
    this.sheet.open(this.columns.columns, this.columns.indexes)
  }

  private columnChanged(column: number, value: number): void {
    const following = this.columns?.following
    if (following !== undefined && this.sheet !== undefined) {
      this.columns = following(this.sheet.indexes())
      this.sheet.fill(this.columns.columns, this.columns.indexes)
      return
    }
    if (this.text('mode') !== 'multiSelector') return
    const held = this.properties['value']
    const places: unknown[] = Array.isArray(held) ? [...held] : []
    for (const [at, index] of (this.sheet?.indexes() ?? []).entries()) places[at] = index
    this.properties['value'] = places
    this.emit('columnchange', { column, value })
  }

  private done(indexes: number[]): void {
    const value = this.columns?.valueOf(indexes)
    this.properties['value'] = value
    this.view.changeModel(this.element, 'value', value)
    this.emit('change', { value })
  }

  private read(): PickerColumns | undefined {
    return columnsOf(this.text('mode', 'selector'), {
      value: this.properties['value'],
      range: this.properties['range'],
      rangeKey: this.text('range-key'),
      start: this.text('start'),
      end: this.text('end'),
      fields: this.text('fields', 'day'),
    })
  }
}

export const picker: BuiltInDefinition = {
  tag: 'picker',
  attributes: ['header-text', 'mode', 'name', 'range-key', 'start', 'end', 'fields', 'disabled', 'value', 'range'],
  style: `wx-picker{display:block;cursor:pointer}${sheetStyle}`,
  create: (element, view) => new PickerElement(element, view),
}
