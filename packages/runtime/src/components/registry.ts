/** The built-in components that every page frame has from its start, one line each; the others are in `registry-later.ts`. */
import type { BuiltInDefinition } from '../view/built-in.ts'
import { block } from './block/block.ts'
import { button } from './button/button.ts'
import { form } from './form/form.ts'
import { image } from './image/image.ts'
import { inert } from './inert.ts'
import { input } from './input/input.ts'
import { label } from './label/label.ts'
import { navigator } from './navigator/navigator.ts'
import { scrollView } from './scroll-view/scroll-view.ts'
import { swiper, swiperItem } from './swiper/swiper.ts'
import { text } from './text/text.ts'
import { view } from './view/view.ts'

const definitions = [
  view,
  text,
  image,
  block,
  button,
  input,
  form,
  label,
  scrollView,
  swiper,
  swiperItem,
  navigator,
  inert,
]

export const builtIns: ReadonlyMap<string, BuiltInDefinition> = new Map(
  definitions.map((definition) => [definition.tag, definition]),
)
