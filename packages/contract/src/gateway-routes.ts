/** Addresses of what developers see of the gateway; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

export const gatewayApiRoutes = {
  /** GatewayLogQuery -> GatewayLog */
  listGatewayLog: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/gateway-log',
    access: { permission: 'logs.read', ofApp: true },
  },
} as const satisfies Readonly<Record<string, ApiRoute>>
