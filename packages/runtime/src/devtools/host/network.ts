/** Requests, transfers and sockets of the app as the panel lists them, and requests that a rule answers. */
import type { CallRequest } from '../../bridge/host-messages.ts'
import type { MockRule } from '../../bridge/devtools-messages.ts'
import { isRecord } from '../../host/worker-messages.ts'
import type { Agent } from './answerers.ts'
import type { WatchedApp } from './hook.ts'

const watched: ReadonlySet<string> = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket'])
const maxText = 20_000

export function watchCalls({ link, calls }: WatchedApp, agent: Agent, rules: () => readonly MockRule[]): void {
  const open = new Map<number, { name: string; startedAt: number }>()

  const handle = calls.handle.bind(calls)
  calls.handle = (request) => {
    const { id, name, params } = request
    if (!watched.has(name)) {
      handle(request)
      return
    }
    open.set(id, { name, startedAt: performance.now() })
    const rule = ruleFor(rules(), request)
    agent.tell('network', {
      id,
      kind: name,
      state: 'start',
      at: Date.now(),
      params: shorten(params),
      isMocked: rule !== undefined,
    })
    if (rule === undefined) handle(request)
    else setTimeout(() => answerBy(rule, request), rule.delayMs ?? 0)
  }

  const signal = calls.signal.bind(calls)
  calls.signal = (message) => {
    if (open.has(message.id)) tellPart(message.id, `→ ${message.signal}`, message.value)
    signal(message)
  }

  const send = link.send.bind(link)
  link.send = (message, transfer) => {
    if (message.type === 'callEvent' && open.has(message.id)) tellPart(message.id, message.event, message.value)
    if (message.type === 'answer') tellEnd(message.id, message.ok, message.value)
    send(message, transfer)
  }

  function tellPart(id: number, part: string, value: unknown): void {
    agent.tell('network', { id, state: 'part', part, at: Date.now(), value: shorten(value) })
  }

  function tellEnd(id: number, isOk: boolean, value: unknown): void {
    const call = open.get(id)
    if (call === undefined) return
    open.delete(id)
    const ms = performance.now() - call.startedAt
    agent.tell('network', { id, state: isOk ? 'done' : 'failed', ms, sizeBytes: sizeOf(value), value: shorten(value) })
  }

  function answerBy(rule: MockRule, { id, name }: CallRequest): void {
    const body = typeof rule.result === 'string' ? rule.result : JSON.stringify(rule.result ?? null)
    link.send(
      rule.fails
        ? { type: 'answer', id, ok: false, value: { errMsg: `${name}:fail mock`, errno: 600001 } }
        : {
            type: 'answer',
            id,
            ok: true,
            value: {
              statusCode: rule.statusCode ?? 200,
              header: { 'content-type': 'application/json' },
              cookies: [],
              data: new TextEncoder().encode(body).buffer,
            },
          },
    )
  }
}

function ruleFor(rules: readonly MockRule[], { name, params }: CallRequest): MockRule | undefined {
  if (name !== 'request' || !isRecord(params)) return undefined
  const url = String(params.url)
  const method = String(params.method ?? 'GET').toUpperCase()
  return rules.find(
    (rule) =>
      rule.kind === 'request' &&
      rule.isOff !== true &&
      (rule.method === undefined || rule.method === '' || rule.method.toUpperCase() === method) &&
      patternOf(rule.match).test(url),
  )
}

function patternOf(match: string): RegExp {
  const parts = match.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}

function sizeOf(value: unknown): number {
  const data = isRecord(value) ? value.data : undefined
  if (data instanceof ArrayBuffer) return data.byteLength
  if (data instanceof Blob) return data.size
  return typeof data === 'string' ? data.length : 0
}

/** What a panel can show of a value; bytes that are text become text. */
function shorten(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new TextDecoder().decode(value.slice(0, maxText))
  if (value instanceof Blob) return `[${value.size} bytes]`
  if (typeof value === 'string') return value.slice(0, maxText)
  if (Array.isArray(value)) return value.slice(0, 200).map(shorten)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shorten(part)]))
}
