import { z } from 'zod'

/** `normal`; `hidden`: opens by its link and is listed nowhere; `unpublished` by its team; `suspended` by the platform; `terminated` for ever. */
export const appStandings = ['normal', 'hidden', 'unpublished', 'suspended', 'terminated'] as const
export const appStandingSchema = z.enum(appStandings)
export type AppStanding = z.infer<typeof appStandingSchema>
