/** Shared elements on their way between a page and a `page-container` in it: a copy flies, and both ends wait for it unseen. */

interface Place {
  left: number
  top: number
  width: number
  height: number
}

/** To be called when the container has begun to move, which `panel` does by its transform. */
export function flyShared(container: HTMLElement, panel: HTMLElement, isEntering: boolean): void {
  const all = [...container.ownerDocument.querySelectorAll<HTMLElement>('wx-share-element[data-share-key]')]
  for (const inside of all) {
    const key = inside.dataset['shareKey'] ?? ''
    if (key === '' || !container.contains(inside)) continue
    const outside = all.find(
      (other) => other.dataset['shareKey'] === key && other.closest('wx-page-container') === null,
    )
    if (outside === undefined || ![inside, outside].some((end) => end.hasAttribute('data-share-flies'))) continue
    const there = restingPlace(inside, panel)
    const here = placeOf(outside)
    if (isEmpty(here) || isEmpty(there)) continue
    fly(isEntering ? [outside, inside] : [inside, outside], isEntering ? [here, there] : [there, here])
  }
}

/** The copy looks like the end that it flies to, as large as its start at first. */
function fly([from, to]: readonly [HTMLElement, HTMLElement], [start, end]: readonly [Place, Place]): void {
  const copy = to.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return
  copy.removeAttribute('id')
  copy.removeAttribute('data-share-key')
  copy.removeAttribute('data-share-away')
  copy.setAttribute('aria-hidden', 'true')
  copy.classList.add('wx-share-flight')
  for (const [name, value] of Object.entries(end)) copy.style.setProperty(name, `${value}px`)
  to.ownerDocument.querySelector('wx-page')?.append(copy)
  for (const each of [from, to]) each.setAttribute('data-share-away', '')
  const first = `translate(${start.left - end.left}px,${start.top - end.top}px) scale(${start.width / end.width},${start.height / end.height})`
  const landed = () => {
    copy.remove()
    for (const each of [from, to]) each.removeAttribute('data-share-away')
  }
  const movement = animate(copy, [{ transform: first }, { transform: 'none' }], {
    duration: Math.max(0, Number(to.dataset['shareMs'])),
    easing: to.dataset['shareEasing'] ?? 'ease-out',
  })
  movement.onfinish = landed
  movement.oncancel = landed
}

/** What an app writes as its easing may be none. */
function animate(copy: HTMLElement, frames: Keyframe[], options: { duration: number; easing: string }): Animation {
  try {
    return copy.animate(frames, options)
  } catch {
    return copy.animate(frames, { ...options, easing: 'ease-out' })
  }
}

/** Where it will be when the panel has come to rest. */
function restingPlace(element: HTMLElement, panel: HTMLElement): Place {
  const { m41, m42 } = new DOMMatrix(getComputedStyle(panel).transform)
  const { left, top, width, height } = placeOf(element)
  return { left: left - m41, top: top - m42, width, height }
}

function placeOf(element: HTMLElement): Place {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

function isEmpty({ width, height }: Place): boolean {
  return width === 0 || height === 0
}
