/** The parts of the view that load when a page first needs them: `later.ts` hands them over under a name that is there only for that. */
import type { watchLongPress } from '../components/image/long-press.ts'
import type { FieldExtras } from '../components/input/field-extras.ts'
import type { ScrollExtras } from '../components/scroll-view/extras.ts'
import type { SwiperLooks } from '../components/swiper/looks.ts'
import type { animateFrames, clearAnimations, playSteps } from './animation.ts'
import type { BuiltInDefinition } from './built-in.ts'
import type { Observers } from './observers.ts'
import type { scrollPage } from './page-scroll-to.ts'
import type { PullDown } from './pull-down.ts'
import type { ViewParts } from './view-parts.ts'

declare module './view-parts.ts' {
  interface ViewParts {
    definitions: readonly BuiltInDefinition[]
    animations: {
      playSteps: typeof playSteps
      animateFrames: typeof animateFrames
      clearAnimations: typeof clearAnimations
    }
    swiperLooks: SwiperLooks
    watchLongPress: typeof watchLongPress
    scrollPage: typeof scrollPage
    createFieldExtras: (...parameters: ConstructorParameters<typeof FieldExtras>) => FieldExtras
    createObservers: (...parameters: ConstructorParameters<typeof Observers>) => Observers
    createPullDown: (...parameters: ConstructorParameters<typeof PullDown>) => PullDown
    createScrollExtras: (...parameters: ConstructorParameters<typeof ScrollExtras>) => ScrollExtras
  }
}

declare global {
  interface Window {
    banyanParts?: ((parts: ViewParts) => void) | undefined
  }
}

export class Parts {
  private readonly ask: () => void
  private readonly arrived: (parts: ViewParts) => void
  private parts: ViewParts | undefined
  private isAsked = false
  private waiting: ((parts: ViewParts) => void)[] = []

  constructor(ask: () => void, arrived: (parts: ViewParts) => void) {
    this.ask = ask
    this.arrived = arrived
  }

  /** On their way: what depends on them is not yet as it will be. */
  get isAwaited(): boolean {
    return this.isAsked && this.parts === undefined
  }

  /** Asks for the parts if nobody has yet. */
  want(): void {
    if (this.isAsked || this.parts !== undefined) return
    this.isAsked = true
    this.ask()
  }

  with(work: (parts: ViewParts) => void): void {
    if (this.parts !== undefined) {
      work(this.parts)
      return
    }
    this.waiting.push(work)
    this.want()
  }

  receive(source: Blob | null): void {
    // What needs them next asks again.
    this.isAsked = source !== null
    if (source === null || this.parts !== undefined) return
    const script = document.createElement('script')
    script.src = URL.createObjectURL(source)
    script.onload = () => this.loaded(script)
    script.onerror = () => this.loaded(script)
    window.banyanParts = (parts) => {
      delete window.banyanParts
      this.take(parts)
    }
    document.head.append(script)
  }

  private take(parts: ViewParts): void {
    if (this.parts !== undefined) return
    this.parts = parts
    this.arrived(parts)
    for (const work of this.waiting.splice(0)) work(parts)
  }

  private loaded(script: HTMLScriptElement): void {
    script.remove()
    URL.revokeObjectURL(script.src)
    this.isAsked = this.parts !== undefined
  }
}
