/**
 * WeChat's module function has the browser's names as parameters, so `window = {}` is an assignment to a variable of the module there,
 * not an error of strict mode. Only modules that write such a name get it: the others would carry the words for nothing.
 */
const names = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'screen'],
  ...['alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'URL', 'DOMParser'],
]
const written = new RegExp(`(?<![.\\w$])(${names.join('|')})\\s*=(?![=>])`, 'g')

/** Names of the browser that this code assigns to without declaring them. */
export function shadowedNames(code: string): string[] {
  const found = new Set(Array.from(code.matchAll(written), ([, name = '']) => name))
  return [...found].filter((name) => !isDeclared(code, name))
}

function isDeclared(code: string, name: string): boolean {
  return new RegExp(`\\b(?:var|let|const)\\b[^;]*[\\s,]${name}\\b|[(,]\\s*${name}\\s*[,)=]`).test(code)
}
