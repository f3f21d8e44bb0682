import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'

type Listener = (value?: unknown) => unknown

/** A client keeps one version for its whole session; what is published meanwhile is ready at once, since files come when they are needed. */
export const updateArea: LogicArea = (context) => {
  let manager: object | undefined
  return { getUpdateManager: () => (manager ??= createManager(context)) }
}

function createManager(context: LogicContext): object {
  const checked: Listener[] = []
  const ready: Listener[] = []
  let outcome: { hasUpdate: boolean } | undefined
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
    if (found.hasUpdate) for (const listener of ready.splice(0)) listener()
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
      () => outcome?.hasUpdate === true,
      () => undefined,
    ),
    onUpdateFailed: () => undefined,
    applyUpdate: () => {
      if (outcome?.hasUpdate === true) void context.call('getUpdateManager', { apply: true }).catch(() => undefined)
    },
  }
}
