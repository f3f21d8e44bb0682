/** The frame of the first page, in the page's HTML. */
export const firstFrameId = 'banyan-first'

/** The frame that owns the worker, in the page's HTML too. */
export const logicFrameId = 'banyan-logic'

/** What the logic frame says when it listens. */
export const logicReady = 'banyan:logicReady'

/** Around the script of a frame: what is before and behind is the same in all of them. */
export const frameScriptMark = '/*frame*/'
export const frameScriptEnd = '</script></body></html>'
