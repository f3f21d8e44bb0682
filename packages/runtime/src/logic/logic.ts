/** Starts the logic of one app: waits for the host's `start`, then does what it says, in its order. */
import type { PackageScript } from '@banyan/contract/package-format'
import type { ToWorker } from '../bridge/host-messages.ts'
import { watchLogic } from '../devtools/logic/hook.ts'
import { LogicApp } from './app/logic-app.ts'
import { wxConfigOf } from './app/wx-config.ts'
import { mirrorConsole } from './console-mirror.ts'
import type { LogicEnvironment } from './environment.ts'
import { wxsGlobals } from './framework/wxs.ts'

export interface Logic {
  /** What happened outside every call into app code: timers, promises. */
  uncaughtError(error: unknown): void
  unhandledRejection(reason: unknown, promise: unknown): void
}

export function startLogic(environment: LogicEnvironment): Logic {
  const { host } = environment
  let app: LogicApp | undefined
  let tail: Promise<void> = Promise.resolve()

  /** Packages and changes of the stack happen one after the other; answers do not wait for them. */
  const inOrder = (work: (running: LogicApp) => Promise<void> | void): void => {
    tail = tail.then(async () => {
      if (app === undefined) return
      try {
        await work(app)
      } catch (error) {
        app.faults.error(error)
      }
    })
  }

  host.onmessage = (event: MessageEvent<ToWorker>) => {
    const message = event.data
    if (message.type === 'ping') {
      host.postMessage({ type: 'pong', id: message.id })
      return
    }
    if (message.type === 'start') {
      app = new LogicApp(message, environment)
      watchLogic(app, environment)
      defineGlobals(environment.globals, app)
      defineWhenRead(environment.globals, '__wxConfig', () => wxConfigOf(message))
      if (message.mirrorsConsole) mirrorConsole((line) => host.postMessage(line), app.faults.mapStackOf)
      return
    }
    if (app !== undefined) receive(app, message, environment, inOrder)
  }
  host.postMessage({ type: 'ready' })
  return {
    uncaughtError: (error) => app?.faults.error(error),
    unhandledRejection: (reason, promise) => app?.faults.rejection(reason, promise),
  }
}

function receive(
  app: LogicApp,
  message: Exclude<ToWorker, { type: 'start' | 'ping' }>,
  environment: LogicEnvironment,
  inOrder: (work: (running: LogicApp) => Promise<void> | void) => void,
): void {
  switch (message.type) {
    case 'package':
      inOrder(async () => {
        const { root, source } = message
        app.packages.sources.set(root, source)
        try {
          await environment.runScript(source)
        } catch (error) {
          app.packages.failed(root, String(error))
          throw error
        }
        if (root === '') app.launch()
        app.packages.arrived(root)
      })
      return
    case 'later':
      inOrder(() => app.addLaterAreas(environment.runLater(message.source)))
      return
    case 'packageFailed':
      app.packages.failed(message.root, message.errMsg)
      return
    case 'transition':
      inOrder(async () => {
        if (message.open !== undefined) app.space.runCodeOf(message.open.route)
        // In WeChat code runs when its package arrives: what it puts off with wx.nextTick or a promise is over before a page is made.
        await Promise.resolve()
        app.transition(message)
      })
      return
    case 'routeFailed':
      app.appRouter.fail(message.requestId, message.errMsg)
      return
    case 'appShow':
      inOrder(() => app.appShow(message.options))
      return
    case 'appHide':
      inOrder(() => app.appHide())
      return
    case 'answer':
      app.hostLink.answer(message)
      return
    case 'callEvent':
      app.hostLink.event(message)
      return
    case 'hostEvent':
      app.hostEvent(message.name, message.value)
  }
}

/** Plain properties, so that frameworks can wrap and replace them, as they do in WeChat. */
function defineGlobals(globals: object, app: LogicApp): void {
  const values: Record<string, unknown> = {
    App: app.life.register,
    Page: app.page,
    Component: app.component,
    Behavior: app.behavior,
    getApp: app.life.current,
    getCurrentPages: app.currentPages,
    requirePlugin: app.code.requirePlugin,
    wx: app.wx,
    global: globals,
    __wxRoute: '',
  }
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globals, name, { value, writable: true, configurable: true, enumerable: true })
  }
  const register = Object.assign((script: PackageScript) => app.code.add(script), {
    wxs: { ...wxsGlobals, fail: (_path: string, error: unknown) => app.faults.error(error) },
  })
  Object.defineProperty(globals, '$banyan', { value: register, writable: false, configurable: false })
}

function defineWhenRead(target: object, name: string, make: () => unknown): void {
  const define = (value: unknown): unknown => {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true })
    return value
  }
  Object.defineProperty(target, name, { get: () => define(make()), set: define, configurable: true, enumerable: true })
}
