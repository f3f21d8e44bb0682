/** The worker's entry: takes the host's port and what it needs of the browser, locks the rest, and waits for the app. */
import './polyfills.ts'
import { takeBrowserParts } from './browser-parts.ts'
import type { LogicArea } from './context.ts'
import { laterDoor } from './later-door.ts'
import { lockDown } from './lockdown.ts'
import { startLogic } from './logic.ts'
import { trustOnlyBytes } from './trusted-scripts.ts'

trustOnlyBytes()
// Taken before app code can run; afterwards nobody finds them.
const ScriptSource = Blob
const runScripts = importScripts.bind(self)
const addressOf = URL.createObjectURL.bind(URL)
const forgetAddress = URL.revokeObjectURL.bind(URL)
const listen = addEventListener.bind(self)
const stopListening = removeEventListener.bind(self)
const PortMessage = MessageEvent
const Fault = ErrorEvent
const Rejection = PromiseRejectionEvent

listen('message', function takePort(event) {
  if (!(event instanceof PortMessage)) return
  const [host] = event.ports
  if (host === undefined) return
  stopListening('message', takePort)
  const browser = takeBrowserParts(globalThis)
  lockDown(globalThis)
  const runScript = (source: Blob) => {
    // Firefox and WebKit ask for the type.
    const address = addressOf(new ScriptSource([source], { type: 'text/javascript' }))
    try {
      runScripts(address)
    } finally {
      forgetAddress(address)
    }
  }
  const logic = startLogic({
    host,
    globals: globalThis,
    browser,
    runScript,
    runLater(source) {
      // Nothing of the app runs while the script hands its areas over.
      let areas: readonly LogicArea[] = []
      const take = (given: readonly LogicArea[]) => void (areas = given)
      Object.defineProperty(globalThis, laterDoor, { value: take, configurable: true })
      try {
        runScript(source)
      } finally {
        Reflect.deleteProperty(globalThis, laterDoor)
      }
      return areas
    },
  })
  listen('error', (fault) => {
    if (!(fault instanceof Fault)) return
    fault.preventDefault()
    logic.uncaughtError(fault.error ?? fault.message)
  })
  listen('unhandledrejection', (fault) => {
    if (!(fault instanceof Rejection)) return
    fault.preventDefault()
    logic.unhandledRejection(fault.reason, fault.promise)
  })
})
