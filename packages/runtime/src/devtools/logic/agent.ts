/** The simulator's eyes and hands in the worker of an app: answers what panels ask, and tells what happens. */
import type { DevtoolsAsk, DevtoolsConnect, FromLogicAgent } from '../../bridge/devtools-messages.ts'
import type { LogicApp } from '../../logic/app/logic-app.ts'
import type { LogicEnvironment } from '../../logic/environment.ts'
import { isRecord } from '../../logic/values.ts'
import { openElementAsks } from './automation/elements.ts'
import { openFunctionAsks } from './automation/functions.ts'
import { openPageAsks } from './automation/pages.ts'
import { tellPrinted } from './automation/printed.ts'
import { openCodeAsks } from './code.ts'
import { openDataAsks } from './data.ts'
import { openMocks } from './mocks.ts'
import { watchPages } from './pages.ts'
import { plain } from './plain.ts'
import type { Answerers, Surroundings } from './surroundings.ts'
import { openTemplateAsks } from './templates.ts'
import { timeUpdates } from './timings.ts'
import { openTreeAsks } from './tree.ts'

export function watchLogic(app: LogicApp, environment: LogicEnvironment): void {
  const { host } = environment
  let port: MessagePort | undefined
  const early: FromLogicAgent[] = []
  const send = (message: FromLogicAgent) => {
    if (port === undefined) early.push(message)
    else port.postMessage(message)
  }
  const tell = (name: string, value: unknown) => send({ type: 'event', name, value: plain(value) })
  const pages = watchPages(app, tell)
  const surroundings: Surroundings = { app, environment, pages, tell }
  timeUpdates(surroundings)
  tellPrinted(surroundings)
  const mocks = openMocks(surroundings)
  const answerers: Answerers = {
    ...openDataAsks(surroundings),
    ...openTreeAsks(surroundings),
    ...openTemplateAsks(surroundings),
    ...openCodeAsks(surroundings),
    ...mocks.answerers,
    ...openPageAsks(surroundings),
    ...openElementAsks(surroundings),
    ...openFunctionAsks(surroundings),
  }

  const answer = async ({ id, method, params }: DevtoolsAsk) => {
    try {
      const answerer = answerers[method]
      if (answerer === undefined) throw new Error(`the worker has no method ${method}`)
      send({ type: 'answer', id, ok: true, value: plain(await answerer(isRecord(params) ? params : {})) })
    } catch (error) {
      send({ type: 'answer', id, ok: false, value: error instanceof Error ? error.message : String(error) })
    }
  }

  const next = host.onmessage
  host.onmessage = (event: MessageEvent<unknown>) => {
    const message = event.data
    if (!isConnect(message)) {
      next?.call(host, event)
      return
    }
    port = event.ports[0]
    if (port === undefined) return
    port.onmessage = ({ data }: MessageEvent<DevtoolsAsk>) => void answer(data)
    pages.restore(message.restore)
    mocks.use(message.mocks)
    for (const waiting of early.splice(0)) send(waiting)
  }
}

function isConnect(message: unknown): message is DevtoolsConnect {
  return isRecord(message) && message['type'] === 'devtools'
}
