/** Carries out the worker's calls of host functions: the few that first pages need, and those of the later part with their guards. */
import { hostMethods } from '../api/host-areas.ts'
import type { CallRequest, CallSignal, ToWorker } from '../bridge/host-messages.ts'
import type { HostContext, HostMethods } from './context.ts'
import { HostFailure, isHostFailure } from './host-failure.ts'
import { isRecord } from './worker-messages.ts'

export interface HostCalls {
  handle(request: CallRequest): void
  signal(signal: CallSignal): void
}

const maxOpenCalls = 500

/** Without a prototype, so that names like `constructor` find nothing. None of these asks for a permission. */
const dispatch: HostMethods = Object.assign(Object.create(null), hostMethods)

export function createHostCalls(host: HostContext, send: (message: ToWorker) => void): HostCalls {
  const open = new Map<number, ((signal: string, value: unknown) => void)[]>()

  const run = async ({ id, name, params, pageId }: CallRequest): Promise<unknown> => {
    const method = dispatch[name] ?? (await host.later()).hostMethods[name]
    if (method === undefined) throw new HostFailure('fail not supported')
    if (open.size >= maxOpenCalls) throw new HostFailure('fail too many calls')
    if (open.has(id)) throw new HostFailure('fail duplicate call')
    const listeners: ((signal: string, value: unknown) => void)[] = []
    open.set(id, listeners)
    try {
      return await method(
        {
          params: isRecord(params) ? params : {},
          pageId,
          emit: (event, value) => send({ type: 'callEvent', id, event, value }),
          onSignal: (listener) => listeners.push(listener),
        },
        host,
      )
    } finally {
      open.delete(id)
    }
  }

  return {
    handle(request) {
      run(request).then(
        (value) => send({ type: 'answer', id: request.id, ok: true, value }),
        (error: unknown) => send({ type: 'answer', id: request.id, ok: false, value: describe(request.name, error) }),
      )
    },
    signal({ id, signal, value }) {
      for (const listener of open.get(id) ?? []) listener(signal, value)
    },
  }
}

function describe(name: string, error: unknown): { errMsg: string; errno?: number; errCode?: number } {
  if (!isHostFailure(error)) {
    const message = error instanceof Error ? error.message : String(error)
    return { errMsg: `${name}:fail ${message}` }
  }
  const { reason, errno, errCode } = error
  return {
    errMsg: `${name}:${reason}`,
    ...(errno === undefined ? {} : { errno }),
    ...(errCode === undefined ? {} : { errCode }),
  }
}
