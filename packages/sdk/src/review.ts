import {
  reviewPolicyListSchema,
  submissionListSchema,
  submissionPreviewSchema,
  submissionSchema,
} from '@banyan/contract/review'
import { pageReportSchema, type PageReport } from '@banyan/contract/page-checks'
import type {
  DecideInput,
  ReviewPolicyInput,
  ReviewPolicyList,
  Submission,
  SubmissionPreview,
  SubmissionState,
  SubmitInput,
} from '@banyan/contract/review'
import { nothing, type Http } from './http.ts'

export interface ReviewClient {
  /**
   * Hands a version in; the report of the checks comes with the answer.
   *
   * @example
   * const { checks } = await client.review.submit(appId, { version: '1.3.0', publish: { kind: 'auto' } })
   */
  submit(appId: string, input: SubmitInput): Promise<Submission>
  /**
   * What was handed in, newest first.
   *
   * @example
   * const [last] = await client.review.list(appId)
   */
  list(appId: string): Promise<readonly Submission[]>
  /**
   * Takes a submission back, while nobody has decided.
   *
   * @example
   * await client.review.withdraw(appId, submission.id)
   */
  withdraw(appId: string, id: string): Promise<Submission>
  /**
   * Answers the reviewer in the thread of a submission.
   *
   * @example
   * await client.review.answer(appId, submission.id, 'Sign in with 13800000000, code 1234.')
   */
  answer(appId: string, id: string, text: string): Promise<Submission>
  /**
   * Appeals against a rejection, once.
   *
   * @example
   * await client.review.appeal(appId, submission.id, 'The page needs a signed-in user; here is one.')
   */
  appeal(appId: string, id: string, text: string): Promise<Submission>
  /**
   * What waits for reviewers, the most urgent first.
   *
   * @example
   * for (const submission of await client.review.queue()) console.log(submission.dueAt)
   */
  queue(state?: SubmissionState): Promise<readonly Submission[]>
  /**
   * As `pageReport`, for reviewers of the platform, whichever team the version is of.
   *
   * @example
   * const { pages } = await client.review.pagesUnderReview(appId, submission.version)
   */
  pagesUnderReview(appId: string, version: string): Promise<PageReport>
  /**
   * Takes a submission on, so that others see who looks at it.
   *
   * @example
   * await client.review.claim(appId, submission.id)
   */
  claim(appId: string, id: string): Promise<Submission>
  /**
   * An address on the platform that opens the version, for as long as a look at it takes.
   *
   * @example
   * const { url } = await client.review.preview(appId, submission.id)
   */
  preview(appId: string, id: string): Promise<SubmissionPreview>
  /**
   * Writes to the developer in the thread of a submission, as a reviewer.
   *
   * @example
   * await client.review.ask(appId, submission.id, 'How does one sign in?')
   */
  ask(appId: string, id: string, text: string): Promise<Submission>
  /**
   * Decides about a submission, as a reviewer of the platform.
   *
   * @example
   * await client.review.decide(appId, id, { decision: 'reject', ruleIds: ['1.1'], reason: 'The start page is blank' })
   */
  decide(appId: string, id: string, input: DecideInput): Promise<Submission>
  /**
   * What a browser saw of each page of a version: pictures, errors, accessibility, figures, and what has changed.
   *
   * @example
   * const { pages } = await client.review.pageReport(appId, '1.3.0')
   * const broken = pages.filter(({ outcome }) => outcome === 'failed')
   */
  pageReport(appId: string, version: string): Promise<PageReport>
  /**
   * Opens all pages of a version in a browser of the server, without handing it in; the report follows.
   *
   * @example
   * await client.review.checkPages(appId, '1.3.0')
   */
  checkPages(appId: string, version: string): Promise<PageReport>
  /**
   * Which flows hold, each with its scope. Without one for `default`, teams publish themselves.
   *
   * @example
   * const standard = (await client.review.policies()).find(({ scope }) => scope === 'default')
   */
  policies(): Promise<ReviewPolicyList['items']>
  /**
   * Says which flow holds for the platform, a team or a category.
   *
   * @example
   * await client.review.setPolicy('default', { flow: 'oneStep' })
   */
  setPolicy(scope: string, policy: ReviewPolicyInput): Promise<void>
}

export function createReviewClient(http: Http): ReviewClient {
  const answer = submissionSchema
  const one = (appId: string, submissionId: string) => ({ answer, params: { appId, submissionId } })
  return {
    submit: (appId, input) => http.call('submitVersion', { answer, params: { appId }, json: input }),
    list: async (appId) =>
      (await http.call('listSubmissions', { answer: submissionListSchema, params: { appId } })).items,
    withdraw: (appId, id) => http.call('withdrawSubmission', one(appId, id)),
    answer: (appId, id, text) => http.call('answerReviewer', { ...one(appId, id), json: { text } }),
    appeal: (appId, id, text) => http.call('appealRejection', { ...one(appId, id), json: { text } }),
    queue: async (state) =>
      (await http.call('listReviewQueue', { answer: submissionListSchema, query: { state } })).items,
    pagesUnderReview: (appId, version) =>
      http.call('reviewPageReport', { answer: pageReportSchema, params: { appId, version } }),
    claim: (appId, id) => http.call('claimSubmission', one(appId, id)),
    preview: (appId, submissionId) =>
      http.call('previewSubmission', { answer: submissionPreviewSchema, params: { appId, submissionId } }),
    ask: (appId, id, text) => http.call('askDeveloper', { ...one(appId, id), json: { text } }),
    decide: (appId, id, input) => http.call('decideSubmission', { ...one(appId, id), json: input }),
    pageReport: (appId, version) =>
      http.call('readPageReport', { answer: pageReportSchema, params: { appId, version } }),
    checkPages: (appId, version) => http.call('checkPages', { answer: pageReportSchema, params: { appId, version } }),
    policies: async () => (await http.call('listReviewPolicies', { answer: reviewPolicyListSchema })).items,
    setPolicy: (scope, policy) => http.call('setReviewPolicy', { answer: nothing, params: { scope }, json: policy }),
  }
}
