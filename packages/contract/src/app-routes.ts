/** Addresses of what happens to a mini-program as a whole; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

const app = '/api/v1/apps/{appId}'

export const appApiRoutes = {
  /** -> AppProfile */
  readAppProfile: { method: 'GET', path: `${app}/profile`, access: { permission: 'app.read', ofApp: true } },
  /** UpdateAppProfileInput -> AppProfile */
  updateAppProfile: { method: 'PATCH', path: `${app}/profile`, access: { permission: 'app.edit', ofApp: true } },
  /** -> ScreenshotList */
  listScreenshots: { method: 'GET', path: `${app}/screenshots`, access: { permission: 'app.read', ofApp: true } },
  /** image bytes -> 201 ScreenshotList */
  addScreenshot: { method: 'POST', path: `${app}/screenshots`, access: { permission: 'app.edit', ofApp: true } },
  /** ArrangeScreenshotsInput -> ScreenshotList */
  arrangeScreenshots: { method: 'PUT', path: `${app}/screenshots`, access: { permission: 'app.edit', ofApp: true } },
  /** SetAppStandingInput -> AppProfile, by the team: `normal`, `hidden` or `unpublished` */
  setAppStanding: { method: 'PUT', path: `${app}/standing`, access: { permission: 'version.publish', ofApp: true } },
  /** SuspendAppInput -> AppProfile, by the platform */
  suspendApp: { method: 'POST', path: `${app}/suspension`, access: { permission: 'app.moderate' } },
  /** -> AppProfile */
  restoreApp: { method: 'DELETE', path: `${app}/suspension`, access: { permission: 'app.moderate' } },
  /** AppealInput -> AppProfile */
  appealSuspension: { method: 'POST', path: `${app}/appeal`, access: { permission: 'app.edit', ofApp: true } },
  /** TransferAppInput -> 204 */
  transferApp: { method: 'POST', path: `${app}/transfer`, access: { permission: 'app.transfer', ofApp: true } },
  /** TerminateAppInput -> 204: for ever */
  terminateApp: { method: 'POST', path: `${app}/termination`, access: { permission: 'app.delete', ofApp: true } },
} as const satisfies Readonly<Record<string, ApiRoute>>
