/** Values: rpx, the text-scale variable, and files named by `url()`. */
import type { Declaration } from 'postcss'
import { resolveFrom } from '../config/paths.ts'
import { mediaTypeOf } from '../pack/media-types.ts'
import type { Task } from '../pack/traces.ts'

const inlineLimitBytes = 64 * 1024

export function rewriteDeclaration(task: Task, path: string, text: string, declaration: Declaration): void {
  let { value } = declaration
  if (/rpx/i.test(value)) value = convertRpx(value)
  const property = declaration.prop.toLowerCase()
  if (property === 'font-size' || property === 'line-height') value = scaleText(value)
  else if (property === 'font') value = scaleFont(value)
  if (value.includes('url(')) value = rewriteUrls(task, path, text, declaration, value)
  if (value !== declaration.value) declaration.value = value
}

export function rewriteMediaQuery(params: string): string {
  return convertRpx(params)
}

/** 750rpx are the width of the screen. */
function convertRpx(value: string): string {
  return value.replace(
    /(^|[\s,(:/*+-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
    (_, before: string, number: string) => `${before}${viewportWidths(Number(number))}`,
  )
}

function viewportWidths(rpx: number): string {
  const width = Math.round((rpx / 7.5) * 1e6) / 1e6
  return width === 0 ? '0px' : `${width}vw`
}

const absoluteLength = /(?:\d|\.)(?:px|vw|vh|vmin|vmax|rem|pt|pc|in|cm|mm)\b/i
const relativeLength = /\d(?:em|ex|ch|%)/i
const textScale = 'var(--banyan-text-scale, 1)'

/** The user's text size multiplies absolute sizes; what is relative to them follows by itself. */
function scaleText(value: string): string {
  if (!absoluteLength.test(value) || relativeLength.test(value)) return value
  return `calc(${value} * ${textScale})`
}

function scaleFont(value: string): string {
  if (value.includes('(')) return value
  const [sizes = '', ...families] = value.split(',')
  return [
    sizes.replace(/(\d+\.?\d*|\.\d+)(px|vw|vh|rem|pt)\b/g, (length) => `calc(${length} * ${textScale})`),
    ...families,
  ].join(',')
}

function rewriteUrls(task: Task, path: string, text: string, declaration: Declaration, value: string): string {
  return value.replace(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s][^)]*?))\s*\)/g,
    (match, double?: string, single?: string, bare?: string) => {
      const written = (double ?? single ?? bare ?? '').trim()
      if (written === '' || /^([a-z][a-z\d+.-]*:|\/\/|#|\{\{)/i.test(written)) return match
      const target = resolveFrom(path, written.replace(/[?#].*$/, ''))
      const file = target === undefined ? undefined : task.read(target)
      if (!file || target === undefined) {
        const start = declaration.source?.start?.offset ?? 0
        const found = text.indexOf(written, start)
        const offset = found === -1 ? start : found
        task.report({
          severity: 'warning',
          code: 'wxss.assetMissing',
          message: `There is no file "${written}".`,
          file: path,
          text,
          offset,
        })
        return match
      }
      const bytes = file.bytes()
      if (bytes.length > inlineLimitBytes)
        return `url("banyan-asset:${target.replace(/["\\\n]/g, encodeURIComponent)}")`
      return `url("data:${mediaTypeOf(target) ?? 'application/octet-stream'};base64,${Buffer.from(bytes).toString('base64')}")`
    },
  )
}
