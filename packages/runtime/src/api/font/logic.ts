import type { LogicArea } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

/** `wx.loadFontFace`: the host brings the bytes to the pages, the worker's canvases get them here. */
export const fontArea: LogicArea = (context) => ({
  loadFontFace: asyncFunction(
    'loadFontFace',
    async ({ family, source, desc, global, scopes }) => {
      const description = isRecord(desc) ? { ...desc } : {}
      const answer = await context.call('loadFontFace', { family, source, desc: description, global: global === true })
      const isForCanvas = !Array.isArray(scopes) || scopes.includes('native')
      if (isForCanvas && isRecord(answer) && context.platform.isBlob(answer.body)) {
        const bytes = context.platform.readBlob(answer.body)
        // A browser without fonts for workers draws with its own; the pages have it all the same.
        await context.platform.addFont(textOf(family), bytes, description).catch(() => undefined)
      }
      return { status: 'loaded' }
    },
    { family: 'String', source: 'String' },
  ),
})
