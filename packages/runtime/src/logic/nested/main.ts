/** Entry of a worker that `wx.createWorker` makes: locked like the app's own, with `worker` and the modules of the workers' folder. */
import '../polyfills.ts'
import { lockDown } from '../lockdown.ts'
import { CodeStore } from '../modules/code-store.ts'
import { trustOnlyBytes } from '../trusted-scripts.ts'
import { isFunction, isRecord } from '../values.ts'
import type { PackageScript } from '@banyan/contract/package-format'
import type { FromNested, ToNested } from './messages.ts'

trustOnlyBytes()
const runScripts = importScripts.bind(self)
const addressOf = URL.createObjectURL.bind(URL)
const post = postMessage.bind(self)
const listen = addEventListener.bind(self)
const Fault = ErrorEvent
const Rejection = PromiseRejectionEvent
const listeners: ((value: unknown) => void)[] = []
/** What comes before the app's code has said that it listens. */
const early: unknown[] = []

const send = (message: FromNested) => post(message)
const fail = (error: unknown) => {
  const { message, stack } = isRecord(error) ? error : { message: error }
  const text = String(message)
  send({ type: 'error', message: text, ...(typeof stack === 'string' ? { stack: code.mapStack(stack) } : {}) })
}
const code = new CodeStore(
  { plugins: {}, rootOf: () => '', load: () => Promise.reject(new Error('not in a worker')) },
  fail,
)

const parent = self
lockDown(globalThis)
listen('error', (fault) => {
  if (!(fault instanceof Fault)) return
  fault.preventDefault()
  fail(fault.error ?? fault.message)
})
listen('unhandledrejection', (fault) => {
  if (fault instanceof Rejection) fail(fault.reason)
})
listen('message', ({ data }: MessageEvent<ToNested>) => {
  if (data.type === 'start') start(data)
  else if (listeners.length === 0) early.push(data.value)
  else for (const listener of listeners) listener(data.value)
})

function start({ source, path, folder, userDataPath }: Extract<ToNested, { type: 'start' }>): void {
  const worker = {
    env: { USER_DATA_PATH: userDataPath },
    postMessage: (value: unknown) => send({ type: 'message', value }),
    onMessage(listener: unknown) {
      if (!isFunction(listener)) return
      listeners.push(listener)
      for (const value of early.splice(0)) listener(value)
    },
    testOnProcessKilled: () => undefined,
  }
  const register = (script: PackageScript) => {
    const own = Object.entries(script.modules).filter(([module]) => module.startsWith(folder))
    code.add({ ...script, modules: Object.fromEntries(own) })
  }
  const values = { worker, global: parent, $banyan: register }
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(parent, name, { value, writable: true, configurable: true, enumerable: true })
  }
  try {
    runScripts(addressOf(source))
    code.requireFor('')(`/${path}`)
  } catch (error) {
    fail(error)
  }
}
