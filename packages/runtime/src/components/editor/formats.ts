/** WeChat's names of formats that are styles, and the property of each. https://developers.weixin.qq.com/miniprogram/dev/api/media/editor/EditorContext.format.html */

export const inlineStyles: Readonly<Record<string, string>> = {
  color: 'color',
  backgroundColor: 'background-color',
  fontSize: 'font-size',
  fontFamily: 'font-family',
  fontStyle: 'font-style',
  fontVariant: 'font-variant',
  fontWeight: 'font-weight',
  letterSpacing: 'letter-spacing',
  textDecoration: 'text-decoration',
  wordWrap: 'word-wrap',
  wordBreak: 'word-break',
}

export const blockStyles: Readonly<Record<string, string>> = {
  align: 'text-align',
  lineHeight: 'line-height',
  textIndent: 'text-indent',
  whiteSpace: 'white-space',
  margin: 'margin',
  marginTop: 'margin-top',
  marginBottom: 'margin-bottom',
  marginLeft: 'margin-left',
  marginRight: 'margin-right',
  padding: 'padding',
  paddingTop: 'padding-top',
  paddingBottom: 'padding-bottom',
  paddingLeft: 'padding-left',
  paddingRight: 'padding-right',
}

const switches = new Set(['bold', 'italic', 'underline', 'strike', 'ins'])
const aliases: Readonly<Record<string, string>> = {
  background: 'backgroundColor',
  font: 'fontFamily',
  size: 'fontSize',
}

/** What `format(name, value)` does to text whose format is `current`: asking for what is there already takes it away. */
export function formatChange(
  name: string,
  value: unknown,
  current: Readonly<Record<string, unknown>>,
): { name: string; value: unknown } | undefined {
  const real = aliases[name] ?? name
  if (switches.has(real)) return { name: real, value: current[real] !== true }
  if (real === 'header') {
    const level = Number(String(value ?? '').replace(/^h/i, ''))
    const isLevel = Number.isInteger(level) && level >= 1 && level <= 6
    return { name: real, value: isLevel && current[real] !== level ? level : false }
  }
  if (real === 'list') {
    const list = value === 'check' ? 'unchecked' : value
    const isThere = current[real] === list || (list === 'unchecked' && current[real] === 'checked')
    return { name: real, value: isThere ? false : list }
  }
  if (real === 'indent')
    return { name: real, value: String(value).startsWith('+') ? '+1' : String(value) === '-1' ? '-1' : value }
  const isKnown = real in inlineStyles || real in blockStyles || real === 'direction' || real === 'script'
  if (!isKnown) return undefined
  return { name: real, value: value === undefined || value === '' || current[real] === value ? false : value }
}
