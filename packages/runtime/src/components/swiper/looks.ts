/** The looks of Skyline's swiper: `layout-type`, `transformer-type` and `indicator-type`. */
import type { BuiltIn } from '../../view/built-in.ts'
import { toCssLength } from '../../view/css-text.ts'

export interface SwiperLooks {
  placeSlide: typeof placeSlide
  snapToEdge: typeof snapToEdge
  styleDots: typeof styleDots
}

export const swiperLooksStyle = `
.wx-swiper-dots[data-look] .wx-swiper-dot{transition:all .25s}
.wx-swiper-dots[data-look=expand] .wx-swiper-dot-active{width:calc(var(--dot-width)*2.5)}
.wx-swiper-dots[data-look=scale] .wx-swiper-dot-active{transform:scale(1.4)}
.wx-swiper-dots[data-look^=jump] .wx-swiper-dot-active{transform:translateY(-40%)}
.wx-swiper-dots[data-look^=worm] .wx-swiper-dot-active,.wx-swiper-dots[data-look^=slide] .wx-swiper-dot-active{transform:scaleX(1.25)}
`

/** Sets what the look says of an item that stands `offset` items from the first shown one; answers what its transform gets in addition. */
export function placeSlide(swiper: BuiltIn, item: HTMLElement, offset: number): string {
  const axis = swiper.flag('vertical') ? 'Y' : 'X'
  const look = lookOf(swiper, offset, axis)
  item.style.opacity = look.opacity === undefined ? '' : String(look.opacity)
  item.style.zIndex = look.zIndex === undefined ? '' : String(look.zIndex)
  return look.transform === undefined ? '' : ` ${look.transform}`
}

/** With `snap-to-edge` the first and the last item stand at the edges in spite of the margins. */
export function snapToEdge(swiper: BuiltIn, position: number, lastIndex: number): string {
  if (!swiper.flag('snap-to-edge')) return ''
  const before = toCssLength(swiper.properties['previous-margin'], '0px')
  const after = toCssLength(swiper.properties['next-margin'], '0px')
  const toStart = Math.min(1, Math.max(0, 1 - position))
  const toEnd = Math.min(1, Math.max(0, position - lastIndex + 1))
  return ` translate${swiper.flag('vertical') ? 'Y' : 'X'}(calc(${after}*${toEnd} - ${before}*${toStart}))`
}

interface Look {
  transform?: string
  opacity?: number
  zIndex?: number
}

function lookOf(swiper: BuiltIn, offset: number, axis: 'X' | 'Y'): Look {
  const layout = swiper.text('layout-type', 'normal')
  const distance = Math.min(1, Math.abs(offset))
  const zIndex = 100 - Math.round(Math.abs(offset) * 10)
  switch (layout) {
    case 'stackLeft':
    case 'stackRight': {
      if (offset <= 0) return { zIndex: 200 }
      const side = layout === 'stackLeft' ? -1 : 1
      const depth = Math.min(3, offset)
      const shift = -offset * 100 + side * depth * 6
      return {
        transform: `translate${axis}(${shift}%) scale(${1 - depth * 0.08})`,
        zIndex,
        opacity: offset > 3 ? 0 : 1,
      }
    }
    case 'tinder': {
      if (offset <= 0) return { transform: `rotate(${offset * 12}deg)`, zIndex: 200 }
      const depth = Math.min(3, offset)
      return {
        transform: `translate${axis}(${-offset * 100}%) translateY(${depth * 4}%) scale(${1 - depth * 0.06})`,
        zIndex,
        opacity: offset > 3 ? 0 : 1,
      }
    }
    case 'transformer':
      return transformed(swiper.text('transformer-type', 'scaleAndFade'), { offset, distance, axis, zIndex })
    default:
      return {}
  }
}

function transformed(
  type: string,
  { offset, distance, axis, zIndex }: { offset: number; distance: number; axis: 'X' | 'Y'; zIndex: number },
): Look {
  const turn = axis === 'X' ? 'Y' : 'X'
  switch (type) {
    case 'accordion':
      return { transform: `scale${axis}(${1 - distance})` }
    case 'threeD':
      return { transform: `perspective(800px) rotate${turn}(${(axis === 'X' ? 1 : -1) * offset * 45}deg)` }
    case 'zoomIn':
      return { transform: `scale(${1 - distance * 0.5})`, opacity: 1 - distance * 0.5 }
    case 'zoomOut':
      return { transform: `scale(${1 + distance * 0.5})`, opacity: 1 - distance }
    case 'deepthPage':
      return offset > 0
        ? {
            transform: `translate${axis}(${-offset * 100}%) scale(${1 - distance * 0.25})`,
            opacity: 1 - distance,
            zIndex,
          }
        : { zIndex: 200 }
    default:
      return { transform: `scale(${1 - distance * 0.2})`, opacity: 1 - distance * 0.4 }
  }
}

export function styleDots(swiper: BuiltIn, dots: HTMLElement): void {
  const look = swiper.text('indicator-type', 'normal')
  if (look === 'normal') delete dots.dataset['look']
  else dots.dataset['look'] = look
  const px = (name: string, fallback: number): string => `${swiper.number(`indicator-${name}`, fallback)}px`
  dots.style.setProperty('--dot-width', px('width', 8))
  if ('indicator-margin' in swiper.properties) {
    dots.style[swiper.flag('vertical') ? 'right' : 'bottom'] = px('margin', 10)
  }
  for (const dot of dots.children) {
    if (!(dot instanceof HTMLElement)) continue
    if (look !== 'expand' || !dot.classList.contains('wx-swiper-dot-active')) dot.style.width = px('width', 8)
    else dot.style.width = ''
    dot.style.height = px('height', 8)
    dot.style.margin = `0 ${swiper.number('indicator-spacing', 4 * 2) / 2}px`
    dot.style.borderRadius = px('radius', 4)
  }
}
