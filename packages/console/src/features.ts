/** The one list of features: a folder each, and nothing else knows of them. */
import { teamAccount } from './features/team-account/feature.ts'
import { teamApps } from './features/team-apps/feature.ts'
import { teamMembers } from './features/team-members/feature.ts'
import { teamVersions } from './features/team-versions/feature.ts'
import type { Feature } from './house/feature.ts'

export const features: readonly Feature[] = [teamApps, teamVersions, teamMembers, teamAccount]
