import type { LogicArea } from '../../logic/context.ts'

/** Accepted and dropped until the platform collects events. */
export const analyticsArea: LogicArea = () => ({
  reportEvent: () => undefined,
  reportAnalytics: () => undefined,
  reportMonitor: () => undefined,
})
