import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import { asyncFunction, type Options } from '../core/logic/async-function.ts'

type OpenType = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** `wx.navigateTo` and its like. The router checks against app.json and words the refusals. */
export const routeArea: LogicArea = (context) => ({
  navigateTo: asyncFunction('navigateTo', (options) => open(context, 'navigateTo', options), { url: 'String' }),
  redirectTo: asyncFunction('redirectTo', (options) => open(context, 'redirectTo', options), { url: 'String' }),
  switchTab: asyncFunction('switchTab', (options) => open(context, 'switchTab', options), { url: 'String' }),
  reLaunch: asyncFunction('reLaunch', (options) => open(context, 'reLaunch', options), { url: 'String' }),
  navigateBack: asyncFunction('navigateBack', async ({ delta }) => {
    await context.router.go({ openType: 'navigateBack', delta: typeof delta === 'number' && delta >= 1 ? delta : 1 })
  }),
})

async function open(context: LogicContext, openType: OpenType, options: Options): Promise<unknown> {
  const { route, query } = context.router.resolve(textOf(options.url))
  // A tab page takes no query, as in WeChat.
  const opened = await context.router.go({ openType, route, query: openType === 'switchTab' ? {} : query })
  if (openType !== 'navigateTo' || opened === undefined) return {}
  listenToOpened(opened.eventChannel, options.events)
  return { eventChannel: opened.eventChannel }
}

/** `events`: listeners of what the opened page sends. */
function listenToOpened(channel: unknown, events: unknown): void {
  if (!isRecord(events) || !isRecord(channel) || typeof channel.on !== 'function') return
  for (const [name, listener] of Object.entries(events)) channel.on(name, listener)
}
