/** The frame of the first page, in the page's HTML. */
export const firstFrameId = 'banyan-first'
