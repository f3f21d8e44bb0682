/** The built-in components whose code comes when a page first uses one of them. Their tags stand in `later-tags.ts`. */
import type { BuiltInDefinition } from '../view/built-in.ts'
import { checkbox, checkboxGroup } from './checkbox/checkbox.ts'
import { icon } from './icon/icon.ts'
import { movableArea } from './movable-area/movable-area.ts'
import { movableView } from './movable-view/movable-view.ts'
import { pickerViewColumn } from './picker-view-column/picker-view-column.ts'
import { pickerView } from './picker-view/picker-view.ts'
import { picker } from './picker/picker.ts'
import { progress } from './progress/progress.ts'
import { radio, radioGroup } from './radio/radio.ts'
import { richText } from './rich-text/rich-text.ts'
import { slider } from './slider/slider.ts'
import { switchTag } from './switch/switch.ts'
import { textarea } from './textarea/textarea.ts'

export const laterBuiltIns: readonly BuiltInDefinition[] = [
  checkbox,
  checkboxGroup,
  icon,
  movableArea,
  movableView,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  radio,
  radioGroup,
  richText,
  slider,
  switchTag,
  textarea,
]
