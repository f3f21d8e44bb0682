import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'

type Listener = (value?: unknown) => unknown

/** A client keeps one version for its whole session. What is published meanwhile is downloaded beside it, and starts when the app applies it. */
export const updateArea: LogicArea = (context) => {
  let manager: object | undefined
  return { getUpdateManager: () => (manager ??= createManager(context)) }
}

function createManager(context: LogicContext): object {
  const checked: Listener[] = []
  const ready: Listener[] = []
  const failed: Listener[] = []
  let outcome: { hasUpdate: boolean } | undefined
  let download: 'running' | 'ready' | 'failed' | undefined
  const add = (list: Listener[], isOver: () => boolean, value: () => unknown) => (listener: unknown) => {
    if (!isFunction(listener)) return
    if (isOver()) setTimeout(() => void listener(value()))
    else list.push(listener)
  }
  const check = async () => {
    const answer = await context.call('getUpdateManager', { check: true }).catch(() => undefined)
    const found = { hasUpdate: isRecord(answer) && answer.hasUpdate === true }
    outcome = found
    for (const listener of checked.splice(0)) listener(found)
    if (!found.hasUpdate) return
    download = 'running'
    download = await context.call('getUpdateManager', { download: true }).then(
      () => 'ready',
      () => 'failed',
    )
    for (const listener of (download === 'ready' ? ready : failed).splice(0)) listener()
  }
  void check()
  return {
    onCheckForUpdate: add(
      checked,
      () => outcome !== undefined,
      () => outcome,
    ),
    onUpdateReady: add(
      ready,
      () => download === 'ready',
      () => undefined,
    ),
    onUpdateFailed: add(
      failed,
      () => download === 'failed',
      () => undefined,
    ),
    applyUpdate: () => {
      if (download === 'ready') void context.call('getUpdateManager', { apply: true }).catch(() => undefined)
    },
  }
}
