/**
 * The development server: compiles a mini-program folder, serves it alone and keeps the page up to date while the developer edits.
 * It owns no data and knows no users; `requests.ts` is the list of its addresses.
 */
export { startDevServer } from './dev-server.ts'
export type { DevServer, DevServerOptions } from './dev-server.ts'
export { PortUnavailable } from './listen.ts'
export type { BuildReport } from './project-builds.ts'
export { startAutomation } from './automation/server.ts'
export type { AutomationOptions, AutomationServer } from './automation/server.ts'
