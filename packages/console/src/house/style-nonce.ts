/** Tables measure the browser's scroll bars with a style element of their own, without the page's nonce; the policy would refuse it. */
export function giveStylesNonce(nonce: string): void {
  const createElement = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
