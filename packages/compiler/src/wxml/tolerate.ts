/** Forms that WeChat accepts and the template compiler does not. Every replacement keeps its length, so places stay right. */
export function tolerate(source: string): string {
  return source
    .replace(/^\uFEFF/, ' ')
    .replace(/\bwx:for-items(?=\s*=)/g, 'wx:for      ')
    .replace(keyBinding, replaceKey)
}

/** `wx:key="{{item.id}}"` and `wx:key="{{id}}"` mean the property itself. */
const keyBinding = /(\bwx:key\s*=\s*)(["'])\{\{\s*(?:item\.)?([\w$*]*)\s*\}\}\2/g

function replaceKey(match: string, start: string, quote: string, name: string): string {
  return `${start}${quote}${name}${quote}`.padEnd(match.length)
}
