/** Addresses of review; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

const own = '/api/v1/apps/{appId}/submissions'
const queue = '/api/v1/review'
const one = `${queue}/{appId}/submissions/{submissionId}` as const
const submit = { permission: 'version.submit', ofApp: true } as const
const decide = { permission: 'review.decide' } as const

export const reviewApiRoutes = {
  /** SubmitInput -> 201 Submission */
  submitVersion: { method: 'POST', path: own, access: submit },
  /** -> { items: Submission[] }, newest first */
  listSubmissions: { method: 'GET', path: own, access: { permission: 'app.read', ofApp: true } },
  /** -> Submission */
  withdrawSubmission: { method: 'POST', path: `${own}/{submissionId}/withdrawal`, access: submit },
  /** { text } -> Submission */
  answerReviewer: { method: 'POST', path: `${own}/{submissionId}/messages`, access: submit },
  /** { text } -> Submission, which waits again, for another reviewer */
  appealRejection: { method: 'POST', path: `${own}/{submissionId}/appeal`, access: submit },
  /** -> { items: Submission[] }, the most urgent first */
  listReviewQueue: { method: 'GET', path: `${queue}/queue`, access: decide },
  /** -> 201 SubmissionPreview: an address that opens the version for as long as a look at it takes */
  previewSubmission: { method: 'POST', path: `${one}/preview`, access: decide },
  /** -> Submission, assigned to the caller */
  claimSubmission: { method: 'POST', path: `${one}/claim`, access: decide },
  /** { text } -> Submission */
  askDeveloper: { method: 'POST', path: `${one}/messages`, access: decide },
  /** DecideInput -> Submission */
  decideSubmission: { method: 'POST', path: `${one}/decision`, access: decide },
  /** -> { items: ReviewPolicy[] } */
  listReviewPolicies: {
    method: 'GET',
    path: '/api/v1/platform/review-policies',
    access: { permission: 'platform.read' },
  },
  /** ReviewPolicyInput -> 204 */
  setReviewPolicy: {
    method: 'PUT',
    path: '/api/v1/platform/review-policies/{scope}',
    access: { permission: 'platform.edit' },
  },
} as const satisfies Readonly<Record<string, ApiRoute>>
