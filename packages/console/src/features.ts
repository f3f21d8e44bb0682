/** The one list of features: a folder each, and nothing else knows of them. */
import { platformApps } from './features/platform-apps/feature.ts'
import { platformAudit } from './features/platform-audit/feature.ts'
import { platformOperations } from './features/platform-operations/feature.ts'
import { platformPortal } from './features/platform-portal/feature.ts'
import { platformReview } from './features/platform-review/feature.ts'
import { platformSettings } from './features/platform-settings/feature.ts'
import { platformSetup } from './features/platform-setup/feature.ts'
import { platformStaff } from './features/platform-staff/feature.ts'
import { platformTeams } from './features/platform-teams/feature.ts'
import { teamAccount } from './features/team-account/feature.ts'
import { teamApps } from './features/team-apps/feature.ts'
import { teamFiles } from './features/team-files/feature.ts'
import { teamGateway } from './features/team-gateway/feature.ts'
import { teamHooks } from './features/team-hooks/feature.ts'
import { teamMembers } from './features/team-members/feature.ts'
import { teamMessages } from './features/team-messages/feature.ts'
import { teamPrivacy } from './features/team-privacy/feature.ts'
import { teamScreenshots } from './features/team-screenshots/feature.ts'
import { teamVersions } from './features/team-versions/feature.ts'
import type { Feature } from './house/feature.ts'

export const features: readonly Feature[] = [
  teamApps,
  teamVersions,
  teamScreenshots,
  teamPrivacy,
  teamMessages,
  teamHooks,
  teamFiles,
  teamGateway,
  teamMembers,
  teamAccount,
  platformOperations,
  platformSetup,
  platformReview,
  platformApps,
  platformPortal,
  platformTeams,
  platformStaff,
  platformAudit,
  platformSettings,
]
