/** What an instance needs of the app around it. */
import type { GeneralComponent } from 'glass-easel'
import type { Measure } from './wxs-layout.ts'
import type { AnimatedStyles } from './animated-styles.ts'

export interface InstanceServices {
  nodeId(element: GeneralComponent): string
  pageId(element: GeneralComponent): number
  pageRoute(element: GeneralComponent): string
  afterRender(element: GeneralComponent, callback: () => void): void
  hasBehavior(element: GeneralComponent, behavior: unknown): boolean
  createSelectorQuery(element: GeneralComponent): unknown
  createIntersectionObserver(element: GeneralComponent, options: unknown): unknown
  createMediaQueryObserver(element: GeneralComponent): unknown
  animate(element: GeneralComponent, method: string, args: readonly unknown[], callback: unknown): void
  animatedStyle(element: GeneralComponent, method: keyof AnimatedStyles, args: readonly unknown[]): void
  /** One result for each item, see `MeasureAnswer`. */
  measure: Measure
  tabBar(element: GeneralComponent): unknown
  openerEventChannel(element: GeneralComponent): unknown
  /** Navigation whose relative paths start at `base`. */
  router(base: string): unknown
  /** The element is in the page's tree for the first time. */
  attached(element: GeneralComponent): void
}
