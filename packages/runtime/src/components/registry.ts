/** The built-in components of the view, one line each. */
import type { BuiltInDefinition } from '../view/built-in.ts'
import { block } from './block/block.ts'
import { button } from './button/button.ts'
import { checkbox, checkboxGroup } from './checkbox/checkbox.ts'
import { form } from './form/form.ts'
import { icon } from './icon/icon.ts'
import { image } from './image/image.ts'
import { inert } from './inert.ts'
import { input } from './input/input.ts'
import { label } from './label/label.ts'
import { navigator } from './navigator/navigator.ts'
import { picker } from './picker/picker.ts'
import { progress } from './progress/progress.ts'
import { radio, radioGroup } from './radio/radio.ts'
import { richText } from './rich-text/rich-text.ts'
import { scrollView } from './scroll-view/scroll-view.ts'
import { slider } from './slider/slider.ts'
import { swiper, swiperItem } from './swiper/swiper.ts'
import { switchTag } from './switch/switch.ts'
import { text } from './text/text.ts'
import { textarea } from './textarea/textarea.ts'
import { coverView, view } from './view/view.ts'

const definitions = [
  view,
  coverView,
  text,
  image,
  block,
  button,
  icon,
  input,
  textarea,
  form,
  label,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchTag,
  slider,
  picker,
  scrollView,
  swiper,
  swiperItem,
  navigator,
  progress,
  richText,
  inert,
]

export const builtIns: ReadonlyMap<string, BuiltInDefinition> = new Map(
  definitions.map((definition) => [definition.tag, definition]),
)
