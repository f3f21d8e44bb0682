/** Addresses of gray releases and segments; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

const gray = '/api/v1/apps/{appId}/gray'
const segments = '/api/v1/apps/{appId}/segments'
const manage = { permission: 'gray.manage', ofApp: true } as const
const read = { permission: 'app.read', ofApp: true } as const

export const rolloutApiRoutes = {
  /** -> GrayPlan, or 404 `gray.none` */
  readGray: { method: 'GET', path: gray, access: read },
  /** -> { items: GrayPlan[] }, newest first */
  listGrayPlans: { method: 'GET', path: `${gray}/history`, access: read },
  /** StartGrayInput -> 201 GrayPlan */
  startGray: { method: 'POST', path: gray, access: manage },
  /** ChangeGrayInput -> GrayPlan */
  changeGray: { method: 'PATCH', path: gray, access: manage },
  /** CSV -> GrayPlan */
  setGrayUsers: { method: 'PUT', path: `${gray}/users`, access: manage },
  /** -> GrayPlan */
  pauseGray: { method: 'POST', path: `${gray}/pause`, access: manage },
  /** -> GrayPlan */
  resumeGray: { method: 'POST', path: `${gray}/resume`, access: manage },
  /** -> GrayPlan: everybody is back on the full release */
  revokeGray: { method: 'POST', path: `${gray}/revoke`, access: manage },
  /** -> GrayPlan: everybody gets the version */
  completeGray: { method: 'POST', path: `${gray}/complete`, access: { permission: 'version.publish', ofApp: true } },
  /** TestGrayInput -> TestedGray */
  testGray: { method: 'POST', path: `${gray}/test`, access: read },
  /** -> { items: Segment[] } */
  listSegments: { method: 'GET', path: segments, access: read },
  /** SegmentInput -> Segment */
  setSegment: { method: 'PUT', path: `${segments}/{name}`, access: manage },
  /** -> 204 */
  deleteSegment: { method: 'DELETE', path: `${segments}/{name}`, access: manage },
} as const satisfies Readonly<Record<string, ApiRoute>>
