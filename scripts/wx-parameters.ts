/**
 * Writes `packages/contract/src/wx-api/parameters.ts`, the required parameters of the functions of `wx`, from WeChat's typings:
 * `node scripts/wx-parameters.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { wxFunctions } from '@banyan/contract/wx-api'

/** Where WeChat itself asks for less, or for more, than its typings say. `?` is checked only when the key is there. */
const exceptions: Readonly<Record<string, string>> = {
  // The order of the documentation is the order of the message.
  requestPayment: 'timeStamp:S nonceStr:S package:S paySign:S',
  // Its base library fills these in before it checks.
  showToast: 'title:S?',
  showLoading: 'title:S?',
  showModal: 'title:S? content:S? confirmText:S? cancelText:S? confirmColor:S? cancelColor:S?',
  // Required since 2.13 by the words of the documentation only.
  vibrateShort: '',
  chooseMessageFile: '',
  preDownloadSubpackage: '',
  // Their typings are generic.
  request: 'url:S',
  getStorage: 'key:S',
  setStorage: 'key:S',
  sendSocketMessage: '',
}

const target = new URL('../packages/contract/src/wx-api/parameters.ts', import.meta.url)

export function generateParameters(): string {
  const rows = readRows().map(([name, parameters]) => `  ${name} ${parameters}`)
  return `/** Made by \`scripts/wx-parameters.ts\` from WeChat's typings; do not edit. */
export const parameterRows = \`
${rows.join('\n')}
\`
`
}

function readRows(): [name: string, parameters: string][] {
  const folder = dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'))
  const text = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const interfaces = new Map<string, string>()
  for (const [, name = '', body = ''] of text.matchAll(/\n {4}interface (\w+)[^{\n]* \{([\s\S]*?)\n {4}\}/g)) {
    interfaces.set(name, body)
  }
  const rows = new Map<string, string>()
  const functions = (interfaces.get('Wx') ?? '').matchAll(
    /\n {8}(\w+)\s*(?:<\s*T extends (\w+)[^>]*>\s*)?\(\s*([^)]*)\)/g,
  )
  for (const [, name = '', generic, given = ''] of functions) {
    const body = interfaces.get(generic ?? /^\w+\??: (\w+)/.exec(given)?.[1] ?? '')
    if (body !== undefined && wxFunctions[name]?.kind === 'async') rows.set(name, requiredOf(body))
  }
  for (const [name, parameters] of Object.entries(exceptions)) rows.set(name, parameters)
  return [...rows].filter(([, parameters]) => parameters !== '').sort(([a], [b]) => (a < b ? -1 : 1))
}

function requiredOf(body: string): string {
  const fields = body.matchAll(/\n {8}(\w+):\s*([^\n]+(?:\n {12,}[^\n]+)*)/g)
  return Array.from(fields, ([, name = '', type = '']) => {
    const kind = kindOf(type.trim())
    return kind === undefined ? [] : [`${name}:${kind}`]
  })
    .flat()
    .join(' ')
}

/** First letter of String, Number, Boolean, Array, Object; `R` is an ArrayBuffer. */
function kindOf(type: string): string | undefined {
  if (type === 'string' || /^\|?\s*'/.test(type)) return 'S'
  if (type === 'number') return 'N'
  if (type === 'boolean') return 'B'
  if (type.endsWith('[]') || type.startsWith('Array<')) return 'A'
  if (type === 'ArrayBuffer') return 'R'
  return /^[A-Z]\w+$/.test(type) && type !== 'Uint8ClampedArray' ? 'O' : undefined
}

if (import.meta.main) writeFileSync(target, generateParameters())
