/** What a person does with a built-in component: its attribute takes the new value, and the app hears of it. */
export interface ActedElement {
  set: (name: string, value: unknown) => void
  fire: (name: string, detail: unknown) => unknown
  value: (name: string) => Promise<unknown>
  scroll: () => Promise<Readonly<Record<string, unknown>>>
}

type Action = (element: ActedElement, ...args: readonly unknown[]) => unknown

const type: Action = ({ set, fire }, given) => {
  const value = String(given)
  set('value', value)
  fire('input', { value, cursor: value.length, keyCode: value.charCodeAt(value.length - 1) || 0 })
}

const scrolled =
  (name: string): Action =>
  async ({ scroll }) =>
    (await scroll())[name]

export const elementActions: Readonly<Record<string, Action>> = {
  'input.input': type,
  'textarea.input': type,
  'scroll-view.scrollTo'({ set }, x, y) {
    set('scroll-left', Number(x))
    set('scroll-top', Number(y))
  },
  'scroll-view.scrollTop': scrolled('scrollTop'),
  'scroll-view.scrollLeft': scrolled('scrollLeft'),
  'scroll-view.scrollWidth': scrolled('scrollWidth'),
  'scroll-view.scrollHeight': scrolled('scrollHeight'),
  // The view tells the change by itself when it has moved.
  'swiper.swipeTo': ({ set }, index) => set('current', Number(index)),
  'movable-view.moveTo'({ set }, x, y) {
    set('x', Number(x))
    set('y', Number(y))
  },
  async 'switch.tap'({ set, fire, value }) {
    const checked = await value('checked')
    const next = !(checked === true || checked === 'true')
    set('checked', next)
    fire('change', { value: next })
  },
  'slider.slideTo'({ set, fire }, given) {
    const value = Number(given)
    set('value', value)
    fire('changing', { value })
    fire('change', { value })
  },
}
