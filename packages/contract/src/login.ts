/**
 * Who uses a mini-program, as `wx.login` and an app's own server see it. The host page asks `POST /a/:appId/-/login` for a one-time code
 * and `POST /a/:appId/-/session` whether the last session still stands; the app's server exchanges the code by WeChat's call
 * `GET /sns/jscode2session?appid&secret&js_code&grant_type=authorization_code`, with WeChat's answers and error codes.
 */
import { z } from 'zod'

/** Starts every app secret, so that scanners can find leaked ones. */
export const appSecretPrefix = 'bys_'

/** POST /api/v1/apps/:appId/secret; shown this once. */
export const appSecretSchema = z.object({ appId: z.string(), secret: z.string() })
export type AppSecret = z.infer<typeof appSecretSchema>

export const loginAnswerSchema = z.object({ code: z.string() })
export const sessionAnswerSchema = z.object({ valid: z.boolean() })

export const loginCodeSeconds = 300
export const accessTokenSeconds = 7200
/** How long the plain token before the newest still works, so that servers may change over. */
export const accessTokenOverlapSeconds = 300

/** POST /api/v1/apps/:appId/secret */
export const rotateAppSecretInputSchema = z.strictObject({
  /** The secret before works so long beside the new one; 0 ends it at once. */
  keepPreviousHours: z.int().min(0).max(72).optional(),
})
export type RotateAppSecretInput = z.infer<typeof rotateAppSecretInputSchema>

/** POST /a/:appId/-/phone-number; the answer is a one-time code for the app's server. */
export const phoneNumberInputSchema = z.object({ phoneNumber: z.string().regex(/^(\+\d{1,3} ?)?\d{5,14}$/) })
/** Exchanges of one user in a minute, as WeChat's 45011. */
export const loginsPerMinute = 100
