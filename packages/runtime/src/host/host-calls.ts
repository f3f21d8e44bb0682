/** Carries out the worker's calls of host functions. What the manifest does not name as crossing the bridge cannot be called. */
import { bridgeFunctions, bridgePrivacy, bridgeScopes } from '@banyan/contract/wx-api/bridge'
import { hostMethods } from '../api/host-areas.ts'
import type { CallRequest, CallSignal, ToWorker } from '../bridge/host-messages.ts'
import { type HostContext, HostFailure, type HostMethod, type HostMethods, isHostFailure } from './context.ts'
import { isRecord } from './worker-messages.ts'

export interface HostCalls {
  handle(request: CallRequest): void
  signal(signal: CallSignal): void
}

const maxOpenCalls = 500

const dispatch = buildDispatchTable(hostMethods)

export function createHostCalls(host: HostContext, send: (message: ToWorker) => void): HostCalls {
  const open = new Map<number, ((signal: string, value: unknown) => void)[]>()

  const run = async ({ id, name, params, pageId }: CallRequest): Promise<unknown> => {
    const method = dispatch[name] ?? (await findLater(name, host))
    if (method === undefined) throw new HostFailure('fail not supported')
    if (open.size >= maxOpenCalls) throw new HostFailure('fail too many calls')
    if (open.has(id)) throw new HostFailure('fail duplicate call')
    const listeners: ((signal: string, value: unknown) => void)[] = []
    open.set(id, listeners)
    try {
      // Seldom asked for, so the code for it comes later.
      if (host.config.source['__usePrivacyCheck__'] === true && bridgePrivacy.includes(name)) {
        await (await host.later()).requirePrivacy(host, name)
      }
      const scope = bridgeScopes[name]
      if (scope !== undefined) await host.permissions.require(scope)
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

/** A function whose code loads when it is first called. */
async function findLater(name: string, host: HostContext): Promise<HostMethod | undefined> {
  if (!bridgeFunctions.includes(name)) return undefined
  const later = await host.later()
  return buildDispatchTable(later.hostMethods)[name]
}

/** Without a prototype, so that names like `constructor` find nothing. */
function buildDispatchTable(methods: HostMethods): Record<string, HostMethod | undefined> {
  const table: Record<string, HostMethod | undefined> = Object.create(null)
  for (const name of bridgeFunctions) if (Object.hasOwn(methods, name)) table[name] = methods[name]
  return table
}
