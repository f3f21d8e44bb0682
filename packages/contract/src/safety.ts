/**
 * Checks of what users write. The built-in check is a list of words that the platform's owner keeps; it is no judge of meaning, and says
 * `review` of pictures and sounds that nobody has looked at.
 */
import { z } from 'zod'

export const contentVerdictSchema = z.enum(['pass', 'review', 'risky'])
export type ContentVerdict = z.infer<typeof contentVerdictSchema>

/** WeChat's numbers of kinds of content. */
export const contentLabels = {
  normal: 100,
  advertisement: 10001,
  politics: 20001,
  pornography: 20002,
  abuse: 20003,
  crime: 20006,
  fraud: 20008,
  vulgarity: 20012,
  copyright: 20013,
  other: 21000,
} as const
export const contentLabelSchema = z.enum([
  'advertisement',
  'politics',
  'pornography',
  'abuse',
  'crime',
  'fraud',
  'vulgarity',
  'copyright',
  'other',
])
export type ContentLabel = keyof typeof contentLabels

export const contentWordSchema = z.strictObject({
  text: z.string().trim().min(1).max(60),
  label: contentLabelSchema,
  /** What a text that holds the word gets. */
  verdict: z.enum(['review', 'risky']),
})
export type ContentWord = z.infer<typeof contentWordSchema>

/** GET and PUT /api/v1/platform/content-words */
export const contentWordsSchema = z.strictObject({ items: z.array(contentWordSchema).max(20_000) })
export type ContentWords = z.infer<typeof contentWordsSchema>
