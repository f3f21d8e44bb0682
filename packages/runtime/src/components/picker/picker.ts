import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, type TapPoint } from '../../view/built-in.ts'
import { loadExtraPart } from '../../view/extra-parts.ts'
import { columnsOf, type PickerColumns } from './columns.ts'
import { type Divisions, regionColumns } from './region-columns.ts'
import { openRegionTable, type RegionTable } from './region-table.ts'
import { PickerSheet, sheetStyle } from './sheet.ts'

const words = { zh_CN: { cancel: '取消', done: '确定' }, en: { cancel: 'Cancel', done: 'Done' } }

let divisions: Divisions = () => []

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
    setAria(element, 'expanded', String(this.sheet?.isOpen === true))
    setAria(element, 'disabled', this.flag('disabled') ? 'true' : null)
    element.tabIndex = this.flag('disabled') ? -1 : 0
    if (this.sheet?.isOpen !== true || !this.mode().endsWith('elector')) return
    this.columns = this.read()
    // The app answers a change of one column by new lists for the others, and by their places.
    this.sheet.fill(this.columns.columns, this.columns.indexes)
  }

  override tapped(point: TapPoint): boolean {
    if (this.flag('disabled')) return true
    if (this.mode() === 'region') void this.openRegions(point)
    else this.open(point)
    return true
  }

  override destroy(): void {
    if (this.sheet?.isOpen === true) this.sheet.close()
  }

  override fieldValue(): unknown {
    return this.properties['value'] ?? this.emptyValue()
  }

  override resetField(): void {
    this.properties['value'] = this.initial
  }

  private async openRegions(openedBy: TapPoint): Promise<void> {
    try {
      divisions = openRegionTable(await loadExtraPart<RegionTable>(this.view, 'regions'))
      if (this.element.isConnected) this.open(openedBy)
    } catch (error) {
      this.view.fault(error)
    }
  }

  private open(openedBy: TapPoint): void {
    if (this.sheet?.isOpen === true) return
    this.columns = this.read()
    this.sheet = new PickerSheet({
      title: this.text('header-text'),
      openedBy,
      words: words[this.view.environment.locale],
      isMotionReduced: this.view.environment.reducedMotion,
      columnChanged: (column, index) => this.columnChanged(column, index),
      done: (indexes) => this.done(indexes),
      cancelled: () => {
        this.emit('cancel', {})
        this.view.invalidate(this)
      },
    })
    this.sheet.open(this.columns.columns, this.columns.indexes)
    this.view.invalidate(this)
  }

  private columnChanged(column: number, value: number): void {
    const following = this.columns?.following
    if (following !== undefined && this.sheet !== undefined) {
      this.columns = following(this.sheet.indexes())
      this.sheet.fill(this.columns.columns, this.columns.indexes)
      return
    }
    if (this.mode() !== 'multiSelector') return
    const held = this.properties['value']
    const places: unknown[] = Array.isArray(held) ? [...held] : []
    for (const [at, index] of (this.sheet?.indexes() ?? []).entries()) places[at] = index
    this.properties['value'] = places
    this.emit('columnchange', { column, value })
  }

  private done(indexes: number[]): void {
    const detail = this.columns?.valueOf(indexes)
    if (detail === undefined) return
    this.properties['value'] = detail.value
    this.view.changeModel(this.element, 'value', detail.value)
    this.emit('change', detail)
    this.view.invalidate(this)
  }

  private mode(): string {
    return this.text('mode', 'selector')
  }

  /** What a form gets before the user has chosen. */
  private emptyValue(): unknown {
    const mode = this.mode()
    if (mode === 'multiSelector' || mode === 'region') return []
    return mode === 'selector' ? 0 : ''
  }

  private read(): PickerColumns {
    const value = this.properties['value']
    if (this.mode() === 'region') {
      const level = this.text('level', 'region')
      return regionColumns(divisions, { value, level, customItem: this.text('custom-item') })
    }
    return columnsOf(this.mode(), {
      value,
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
  attributes: [
    'header-text',
    'mode',
    'name',
    'range-key',
    'start',
    'end',
    'fields',
    'disabled',
    'value',
    'range',
    'custom-item',
    'level',
  ],
  style: `wx-picker{display:block;cursor:pointer}${sheetStyle}`,
  create: (element, view) => new PickerElement(element, view),
}
