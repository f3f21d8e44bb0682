import { gatewayLogSchema, type GatewayLog } from '@banyan/contract/gateway-log'
import type { Http } from './http.ts'

export interface GatewayLogFilter {
  /** `failed`: no answer, or a status of 400 and more. */
  outcome?: 'all' | 'failed'
  cursor?: string
  /** 1 to 200; default 50. */
  limit?: number
}

export interface GatewayClient {
  /**
   * What the gateway did for an app, newest first, a page at a time: where requests went and how they ended, never what was in them.
   *
   * @example
   * const { items } = await client.gateway.log(appId, { outcome: 'failed' })
   */
  log(appId: string, filter?: GatewayLogFilter): Promise<GatewayLog>
}

export function createGatewayClient(http: Http): GatewayClient {
  return {
    log: (appId, { limit, ...filter } = {}) =>
      http.call('listGatewayLog', {
        params: { appId },
        answer: gatewayLogSchema,
        query: { ...filter, limit: limit === undefined ? undefined : String(limit) },
      }),
  }
}
