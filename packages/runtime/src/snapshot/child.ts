/** Entry of the process that draws: takes one request, answers page by page and ends. */
import './window.ts'
import { snapshotLimits, snapshotSchema } from '@banyan/contract/snapshot'
import { drawPage } from './frame.ts'
import { nodesOf } from './nodes.ts'
import type { DrawnPage, DrawRequest } from './request.ts'
import { startSilentApp, type SilentApp } from './silent-app.ts'
import { usedCss } from './used-css.ts'

// Nobody answers what the app asks for, so most of its promises fail.
process.on('unhandledRejection', () => undefined)
process.on('uncaughtException', () => undefined)

process.once('message', (request: DrawRequest) => void drawAll(request).finally(() => process.exit()))

async function drawAll(request: DrawRequest): Promise<void> {
  const app = await startSilentApp(request)
  for (const route of request.config.pages) {
    const page = await draw(app, route, request).catch((error: unknown) => ({ route, failure: String(error) }))
    await new Promise((resolve) => process.send?.(page, resolve))
  }
}

async function draw(app: SilentApp, route: string, { config, styles }: DrawRequest): Promise<DrawnPage> {
  const drawing = await app.open(route)
  const sheets = (config.pageConfigs[route]?.styles ?? []).flatMap((key) => styles[key] ?? [])
  const nodes = nodesOf(await drawPage(route, drawing, sheets))
  if (nodes === undefined) return { route }
  const snapshot = { nodes, css: usedCss(document) }
  if (JSON.stringify(snapshot).length > snapshotLimits.bytes) return { route, failure: 'too large' }
  const checked = snapshotSchema.safeParse(snapshot)
  return checked.success ? { route, snapshot: checked.data } : { route, failure: checked.error.message.slice(0, 200) }
}
