import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'

const lengths = ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height'] as const

/** Shows its children while the window is as its attributes say. */
class MatchMediaElement extends BuiltIn {
  private query: MediaQueryList | undefined
  private readonly apply = (): void => {
    this.element.toggleAttribute('data-unmatched', this.query?.matches === false)
  }

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.apply()
  }

  override update(): void {
    this.query?.removeEventListener('change', this.apply)
    const conditions = lengths
      .filter((name) => name in this.properties)
      .map((name) => `(${name}:${this.number(name, 0)}px)`)
    const orientation = this.text('orientation')
    if (orientation === 'portrait' || orientation === 'landscape') conditions.push(`(orientation:${orientation})`)
    this.query = window.matchMedia(conditions.join(' and ') || 'all')
    this.query.addEventListener('change', this.apply)
    this.apply()
  }

  override destroy(): void {
    this.query?.removeEventListener('change', this.apply)
  }
}

export const matchMedia: BuiltInDefinition = {
  tag: 'match-media',
  attributes: [...lengths, 'orientation'],
  style: 'wx-match-media{display:block}wx-match-media[data-unmatched]{display:none}',
  create: (element, view) => new MatchMediaElement(element, view),
}
