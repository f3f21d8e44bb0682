import { z } from 'zod'

/** Where the next page of a list begins, as the page before said it; what is in it is the server's own affair. */
export const cursorSchema = z.string().regex(/^\d{1,14}\.\w{1,64}$/)
