/** In WeChat `page` is the body, whose background covers the whole window; here it is an element inside, so its background is handed up. */
export function spreadBackground(page: HTMLElement, windowColor: string): void {
  page.style.removeProperty('background')
  const style = getComputedStyle(page)
  const isEmpty = style.backgroundImage === 'none' && /^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor)
  const html = document.documentElement.style
  if (isEmpty) {
    html.setProperty('background', windowColor)
    return
  }
  const {
    backgroundColor,
    backgroundImage,
    backgroundSize,
    backgroundRepeat,
    backgroundPosition,
    backgroundAttachment,
  } = style
  html.removeProperty('background')
  Object.assign(html, {
    backgroundColor,
    backgroundImage,
    backgroundSize,
    backgroundRepeat,
    backgroundPosition,
    backgroundAttachment,
  })
  page.style.setProperty('background', 'none', 'important')
}
