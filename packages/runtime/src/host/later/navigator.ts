/** `<navigator target="miniProgram">`: as the functions of `wx`, with `success`, `fail` and `complete` as events of the navigator. */
import { navigateHost } from '../../api/navigate/host.ts'
import { isHostFailure } from '../host-failure.ts'
import type { AskMethods } from './ask-methods.ts'

const functions: Readonly<Record<string, string>> = {
  navigate: 'navigateToMiniProgram',
  navigateBack: 'navigateBackMiniProgram',
  exit: 'exitMiniProgram',
}

export const navigatorAsks: AskMethods = {
  navigateApp({ params, port, page }, host) {
    const name = functions[typeof params.openType === 'string' ? params.openType : ''] ?? 'navigateToMiniProgram'
    const method = navigateHost[name]
    if (method === undefined) return
    const call = {
      params: { ...params, envVersion: params.version },
      pageId: page.id,
      emit: () => {},
      onSignal: () => {},
    }
    const tell = (event: string, reason: string) => {
      const detail = { errMsg: `${name}:${reason}` }
      port?.postMessage({ name: event, detail })
      port?.postMessage({ name: 'complete', detail })
    }
    void (async () => {
      try {
        await method(call, host)
        tell('success', 'ok')
      } catch (error) {
        tell('fail', isHostFailure(error) ? error.reason : `fail ${String(error)}`)
      }
    })()
  },
}
