/** Bounds of tickets and pictures that the schemas of `files.ts` and the server share. */

export const fileTicketLimits = { defaultSeconds: 3600, maxSeconds: 7 * 86_400 } as const

/** Pixels of a side of what is made, and of all that is read. */
export const fileVariantLimits = { side: 4096, sourcePixels: 40_000_000 } as const
