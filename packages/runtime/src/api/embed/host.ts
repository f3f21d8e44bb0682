/** The page around the app, when that shows it by `<banyan-app>`: brings functions for `wx`, hears what happens. */
import {
  type EmbedHello,
  embedFunctionName,
  type FromEmbedded,
  maxEmbedFunctions,
  type ToEmbedded,
} from '@banyan/contract/embed'
import { leaveEvent } from '../../host/embedder.ts'
import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'

const patienceMs = 3000

let port: MessagePort | undefined
let nextId = 1
const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: HostFailure) => void }>()

export const embedHost: HostMethods = {
  callEmbedder({ params: { name, params } }) {
    const embedder = port
    if (embedder === undefined || typeof name !== 'string') throw new HostFailure('fail not supported')
    return new Promise((resolve, reject) => {
      const id = nextId
      nextId += 1
      open.set(id, { resolve, reject })
      send(embedder, { type: 'call', id, name, params })
    })
  },
}

/** Names of the functions that the page around has; none when it does not answer. */
export function meetEmbedder(appId: string): Promise<readonly string[]> {
  const { port1, port2 } = new MessageChannel()
  port = port1
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<ToEmbedded>) => {
      if (data.type === 'welcome') resolve(namesOf(data.functions))
      else settle(data)
    })
    port1.start()
    setTimeout(resolve, patienceMs, [])
    const hello: EmbedHello = { type: 'banyan:embed', appId }
    // Who may frame this page is decided by its policy, so whoever does may hear it.
    window.parent.postMessage(hello, '*', [port2])
    addEventListener(leaveEvent, (event) => {
      event.preventDefault()
      send(port1, { type: 'close' })
    })
  })
}

/** After the first paint; from then on it hears of each page that comes to the top. */
export function tellEmbedder(root: HTMLElement, basePath: string): void {
  const embedder = port
  if (embedder === undefined) return
  send(embedder, { type: 'ready' })
  let last = location.href
  const follow = () => {
    if (location.href === last) return
    last = location.href
    const path = location.pathname.slice(basePath.length) + location.search
    send(embedder, { type: 'navigate', path, title: document.title })
  }
  // A page that comes or goes changes its section.
  new MutationObserver(follow).observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class'],
  })
}

function settle(message: Exclude<ToEmbedded, { type: 'welcome' }>): void {
  const call = open.get(message.id)
  open.delete(message.id)
  if (message.ok) call?.resolve(message.value)
  else call?.reject(new HostFailure(`fail ${message.errMsg}`))
}

function namesOf(given: unknown): string[] {
  const names: unknown[] = Array.isArray(given) ? given.slice(0, maxEmbedFunctions) : []
  return names.filter((name) => typeof name === 'string').filter((name) => embedFunctionName.test(name))
}

function send(to: MessagePort, message: FromEmbedded): void {
  to.postMessage(message)
}
