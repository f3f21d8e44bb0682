/** The simulator's agent in the host page: carries panels' questions to the app, and what happens in the app to the panels. */
import type { DevtoolsConnect, FromLogicAgent, MockRule, PageState } from '../../bridge/devtools-messages.ts'
import { isRecord } from '../../host/worker-messages.ts'
import type { Agent, Answerers } from './answerers.ts'
import { openAppAsks } from './app-asks.ts'
import { openAutomationAsks } from './automation.ts'
import { emulate } from './emulate.ts'
import type { WatchedApp } from './hook.ts'
import { openHotUpdates } from './hot-updates.ts'
import { watchCalls } from './network.ts'
import { watchPage } from './performance.ts'
import { openRelay } from './relay.ts'
import { keptIn } from './kept.ts'

export function watchHost(app: WatchedApp): void {
  const { host, link } = app
  const relay = openRelay(new URL('devtools', new URL(host.boot.developmentEventsUrl ?? '', location.href)))
  const { port1: port, port2: theirs } = new MessageChannel()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  const agent: Agent = {
    tell: (name, value) => relay.send({ type: 'event', name, value }),
    ask(method, params) {
      lastId += 1
      const id = lastId
      port.postMessage({ id, method, params })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
  }
  port.onmessage = ({ data }: MessageEvent<FromLogicAgent>) => {
    if (data.type === 'event') {
      agent.tell(data.name, data.value)
      return
    }
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asked?.resolve(data.value)
    else asked?.reject(new Error(String(data.value)))
  }

  const mocks = keptIn<readonly MockRule[]>('mocks', [])
  const restore = keptIn<readonly PageState[]>('restore', [])
  watchCalls(app, agent, () => mocks.read())
  emulate(app)
  watchPage(agent)
  const hot = openHotUpdates(app, agent, restore)
  const answerers: Answerers = {
    ...openAppAsks(app, agent),
    ...openAutomationAsks(agent),
    restart: () => hot.restart(),
    mocks: () => mocks.read(),
    async mock({ rules }) {
      mocks.write(Array.isArray(rules) ? rules : [])
      return agent.ask('mock', { rules })
    },
  }

  // The worker hears of the agents right after its start, before any code of the app.
  const send = link.send.bind(link)
  link.send = (message, transfer) => {
    send(message, transfer)
    if (message.type !== 'start') return
    const connect: DevtoolsConnect = { type: 'devtools', restore: restore.read(), mocks: mocks.read() }
    // The worker's agent takes it before the logic sees it, so it is none of the messages that production code must know.
    Reflect.apply(send, undefined, [connect, [theirs]])
    const states = restore.read()
    restore.write([])
    hot.reopen(states)
  }

  relay.onAsk(async (method, params) => {
    const given = isRecord(params) ? params : {}
    const answerer = Object.hasOwn(answerers, method) ? answerers[method] : undefined
    return answerer === undefined ? agent.ask(method, given) : answerer(given)
  })
  addEventListener('banyan:console', (event) => {
    if (event instanceof CustomEvent) agent.tell('console', { ...event.detail, at: Date.now() })
  })
  addEventListener('banyan:fault', (event) => {
    if (event instanceof CustomEvent)
      agent.tell('console', { level: 'error', args: [String(event.detail)], at: Date.now(), isFault: true })
  })
}
