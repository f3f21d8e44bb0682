/** Checks shape and size of what the worker sends. App code can reach the port's shape only through our logic layer, but trust ends here. */
import type { FromWorker, OpenType } from '../bridge/host-messages.ts'

const maxText = 16_384
const maxDepth = 64
const maxNodes = 200_000
/** WeChat's limit of one `setData` is 1 MB; a file written through the file system may be 10 MB. */
const maxBytes = 24 * 1024 * 1024
/** Blobs are handles: their bytes do not cross. As many as all files of an app may have. */
const maxBlobBytes = 200 * 1024 * 1024

const routeTypes: readonly Exclude<OpenType, 'appLaunch'>[] = [
  'navigateTo',
  'redirectTo',
  'navigateBack',
  'switchTab',
  'reLaunch',
]
const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
const faults = ['error', 'unhandledRejection', 'pageNotFound', 'pageFailed'] as const

export function parseFromWorker(data: unknown): FromWorker | undefined {
  if (!isRecord(data)) return undefined
  const { type } = data
  switch (type) {
    case 'ready':
    case 'loadLater':
      return { type }
    case 'pong':
      return isId(data.id) ? { type, id: data.id } : undefined
    case 'pageReady':
      return isId(data.pageId) ? { type, pageId: data.pageId } : undefined
    case 'loadPackage':
      return isText(data.root) ? { type, root: data.root } : undefined
    case 'call':
      if (!isId(data.id) || !isText(data.name) || !isId(data.pageId) || !isBounded(data.params)) return undefined
      return { type, id: data.id, name: data.name, pageId: data.pageId, params: data.params }
    case 'callSignal':
      if (!isId(data.id) || !isText(data.signal) || !isBounded(data.value)) return undefined
      return { type, id: data.id, signal: data.signal, value: data.value }
    case 'route':
      return parseRoute(data)
    case 'appFault':
      return parseFault(data)
    case 'console': {
      const level = levels.find((known) => known === data.level)
      if (level === undefined || !Array.isArray(data.args)) return undefined
      const args = data.args.slice(0, 100).map((arg: unknown) => (typeof arg === 'string' ? arg.slice(0, maxText) : ''))
      return { type, level, args }
    }
    default:
      return undefined
  }
}

function parseRoute(data: Record<string, unknown>): FromWorker | undefined {
  const openType = routeTypes.find((known) => known === data.openType)
  if (openType === undefined || !isId(data.requestId)) return undefined
  const { route, query, delta } = data
  return {
    type: 'route',
    requestId: data.requestId,
    openType,
    ...(isText(route) ? { route } : {}),
    ...(isRecord(query) ? { query: textsOf(query) } : {}),
    ...(typeof delta === 'number' && delta >= 1 ? { delta: Math.floor(delta) } : {}),
  }
}

function parseFault(data: Record<string, unknown>): FromWorker | undefined {
  const kind = faults.find((known) => known === data.kind)
  if (kind === undefined || typeof data.message !== 'string') return undefined
  return {
    type: 'appFault',
    kind,
    message: data.message.slice(0, maxText),
    ...(isId(data.pageId) ? { pageId: data.pageId } : {}),
    ...(typeof data.stack === 'string' ? { stack: data.stack.slice(0, maxText) } : {}),
  }
}

function textsOf(record: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [key, value] of Object.entries(record).slice(0, 1000)) if (isText(value)) texts[key] = value
  return texts
}

/** Not too deep, too wide or too big; a structured clone may hold cycles, which the count of nodes ends. */
export function isBounded(value: unknown): boolean {
  let nodes = 0
  let bytes = 0
  let blobBytes = 0
  const visit = (part: unknown, depth: number): boolean => {
    nodes += 1
    if (typeof part === 'string') bytes += part.length * 2
    else if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) bytes += part.byteLength
    else if (part instanceof Blob) blobBytes += part.size
    else if (Array.isArray(part)) {
      if (depth >= maxDepth) return false
      for (const inner of part) if (!visit(inner, depth + 1)) return false
    } else if (typeof part === 'object' && part !== null) {
      if (depth >= maxDepth) return false
      for (const [key, inner] of Object.entries(part)) {
        bytes += key.length * 2
        if (!visit(inner, depth + 1)) return false
      }
    }
    return nodes <= maxNodes && bytes <= maxBytes && blobBytes <= maxBlobBytes
  }
  return visit(value, 0)
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxText
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
