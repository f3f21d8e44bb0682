/** Looks over the page that is open: can everybody use it, is it small, does it follow good practice. */
import type { TreeEntry } from '@banyan/runtime/bridge/devtools-messages'
import type { Connection } from './connection.ts'
import { h, isRecord, kilobytes, row, table } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

const isEnglish = document.documentElement.lang === 'en'
const say = (zh: string, en: string) => (isEnglish ? en : zh)
const minTargetPx = 44
const limits = { nodes: 1000, depth: 30, children: 60 }
const mainPackageBytes = 2 * 1024 * 1024

export function createAudits(connection: Connection): Panel {
  const body = h('div', { class: 'scroll pad' })
  async function open(): Promise<void> {
    try {
      const [app, tree] = await Promise.all([connection.ask('app'), connection.ask('tree')])
      const entries = isEntry(tree) ? flatten(tree) : []
      body.replaceChildren(
        ...section(texts.accessibility, [...nameless(entries), ...(await smallTargets(entries))]),
        ...section(texts.bestPractice, treeFindings(entries)),
        h('h3', {}, texts.packages),
        describePackages(app),
      )
    } catch {
      body.replaceChildren(h('p', { class: 'empty' }, texts.noPage))
    }
  }

  async function smallTargets(entries: readonly FlatEntry[]): Promise<string[]> {
    const targets = entries.filter(({ entry }) => isTapped(entry)).slice(0, 300)
    const boxes = await connection.ask('boxes', { nodes: targets.map(({ entry }) => entry.id) })
    return (Array.isArray(boxes) ? boxes : []).flatMap((box: unknown, index) => {
      const { width, height } = isRecord(box) ? box : {}
      const entry = targets[index]?.entry
      const isSmall = Number(width) > 0 && (Number(width) < minTargetPx || Number(height) < minTargetPx)
      return isSmall && entry !== undefined
        ? [
            `${say('点击区域小于 44×44', 'Target smaller than 44 by 44')}: ${nameOf(entry)} ${Math.round(Number(width))}×${Math.round(Number(height))}`,
          ]
        : []
    })
  }
  return {
    root: h(
      'div',
      { class: 'column' },
      h('div', { class: 'tools' }, h('button', { click: () => void open() }, texts.refresh)),
      body,
    ),
    open: () => void open(),
  }
}

interface FlatEntry {
  entry: TreeEntry
  depth: number
}

function flatten(entry: TreeEntry, depth = 0): FlatEntry[] {
  const step = entry.kind === 'group' ? 0 : 1
  return [
    { entry, depth },
    ...[...(entry.shadow ?? []), ...entry.children].flatMap((inner) => flatten(inner, depth + step)),
  ]
}

function nameless(entries: readonly FlatEntry[]): string[] {
  return entries.flatMap(({ entry }) => {
    const attributes = entry.attributes ?? {}
    const hasName =
      attributes['aria-label'] !== undefined ||
      attributes['aria-hidden'] !== undefined ||
      attributes['aria-role'] === 'presentation'
    if (entry.tag === 'image' && !hasName && attributes['alt'] === undefined)
      return [`${say('图片没有文字说明', 'A picture without words')}: ${nameOf(entry)}`]
    const isField = entry.tag === 'input' || entry.tag === 'textarea'
    if (isField && !hasName && attributes['placeholder'] === undefined)
      return [`${say('输入框没有名称', 'A field without a name')}: ${nameOf(entry)}`]
    return []
  })
}

function treeFindings(entries: readonly FlatEntry[]): string[] {
  const nodes = entries.filter(({ entry }) => entry.kind !== 'group')
  const depth = Math.max(0, ...nodes.map((each) => each.depth))
  const wide = nodes.filter(({ entry }) => entry.children.length > limits.children)
  return [
    ...(nodes.length > limits.nodes ? [`${say('节点超过 1000 个', 'More than 1000 nodes')}: ${nodes.length}`] : []),
    ...(depth > limits.depth ? [`${say('嵌套超过 30 层', 'More than 30 levels')}: ${depth}`] : []),
    ...wide.map(
      ({ entry }) => `${say('子节点超过 60 个', 'More than 60 children')}: ${nameOf(entry)} ${entry.children.length}`,
    ),
    ...nodes.flatMap(({ entry }) => {
      const src = entry.attributes?.['src'] ?? ''
      return src.startsWith('http:') ? [`${say('图片地址不是 HTTPS', 'A picture without HTTPS')}: ${src}`] : []
    }),
  ]
}

function describePackages(app: unknown): HTMLElement {
  const manifest = isRecord(app) && isRecord(app['manifest']) ? app['manifest'] : {}
  const packages: unknown = manifest['packages']
  const rows = (Array.isArray(packages) ? packages : []).map((each: unknown) => {
    const { root, script, style } = isRecord(each) ? each : {}
    const bytes = sizeOf(script) + sizeOf(style)
    return row(
      root === '' ? say('主包', 'main') : String(root),
      kilobytes(sizeOf(script)),
      kilobytes(sizeOf(style)),
      bytes > mainPackageBytes ? say('超过 2 MB', 'more than 2 MB') : 'OK',
    )
  })
  return table([texts.name, 'JS + WXML', 'WXSS', ''], rows)
}

function section(title: string, findings: readonly string[]): HTMLElement[] {
  const list =
    findings.length === 0
      ? h('p', { class: 'good' }, texts.passed)
      : h('ul', { class: 'findings' }, ...findings.slice(0, 100).map((each) => h('li', {}, each)))
  return [h('h3', {}, `${title} (${findings.length})`), list]
}

function isTapped({ tag, attributes = {} }: TreeEntry): boolean {
  return (
    tag === 'button' ||
    tag === 'navigator' ||
    Object.keys(attributes).some((name) => /^(?:bind|catch):?tap$/.test(name))
  )
}

function nameOf({ tag, attributes = {} }: TreeEntry): string {
  return `<${tag}${attributes['id'] === undefined ? '' : ` id="${attributes['id']}"`}${attributes['class'] === undefined ? '' : ` class="${attributes['class']}"`}>`
}

function sizeOf(ref: unknown): number {
  return isRecord(ref) ? Number(ref['sizeBytes'] ?? 0) : 0
}

function isEntry(value: unknown): value is TreeEntry {
  return isRecord(value) && typeof value['id'] === 'number'
}
