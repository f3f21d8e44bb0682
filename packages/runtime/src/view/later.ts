/** Entry of the view's later parts. It has its own copy of small modules that the view has too: their state is on elements, not in them. */
import { watchLongPress } from '../components/image/long-press.ts'
import { FieldExtras } from '../components/input/field-extras.ts'
import { laterBuiltIns } from '../components/registry-later.ts'
import { ScrollExtras, scrollExtrasStyle } from '../components/scroll-view/extras.ts'
import { placeSlide, snapToEdge, styleDots, swiperLooksStyle } from '../components/swiper/looks.ts'
import { animateFrames, clearAnimations, playSteps } from './animation.ts'
import { Observers } from './observers.ts'
import { scrollPage } from './page-scroll-to.ts'
import { PullDown, pullDownStyle } from './pull-down.ts'

window.banyanParts?.({
  definitions: laterBuiltIns,
  style: pullDownStyle + scrollExtrasStyle + swiperLooksStyle,
  animations: { playSteps, animateFrames, clearAnimations },
  swiperLooks: { placeSlide, snapToEdge, styleDots },
  watchLongPress,
  scrollPage,
  createFieldExtras: (owner) => new FieldExtras(owner),
  createObservers: (find, send) => new Observers(find, send),
  createPullDown: (refresh) => new PullDown(refresh),
  createScrollExtras: (owner, main) => new ScrollExtras(owner, main),
})
