const added = new Set<string>()

/** Rules of what seldom opens: they come with its first time. */
export function addStylesOnce(css: string): void {
  if (added.has(css)) return
  added.add(css)
  addStyles(css)
}

export function addStyles(css: string): void {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
}
