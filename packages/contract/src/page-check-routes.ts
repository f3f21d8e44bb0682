/** Addresses of the checks of pages; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

const own = '/api/v1/apps/{appId}/versions/{version}/page-report'
const reviewers = '/api/v1/review/{appId}/versions/{version}/page-report'
const read = { permission: 'app.read', ofApp: true } as const
const decide = { permission: 'review.decide' } as const

export const pageCheckApiRoutes = {
  /** -> PageReport */
  readPageReport: { method: 'GET', path: own, access: read },
  /** -> 202 PageReport; opens all pages anew */
  checkPages: { method: 'POST', path: own, access: { permission: 'version.submit', ofApp: true } },
  /** -> image/png */
  readPageImage: { method: 'GET', path: `${own}/images/{image}`, access: read },
  /** -> PageReport */
  reviewPageReport: { method: 'GET', path: reviewers, access: decide },
  /** -> 202 PageReport */
  reviewCheckPages: { method: 'POST', path: reviewers, access: decide },
  /** -> image/png */
  reviewPageImage: { method: 'GET', path: `${reviewers}/images/{image}`, access: decide },
} as const satisfies Readonly<Record<string, ApiRoute>>
