import {
  grayPlanListSchema,
  grayPlanSchema,
  grayUsersMediaType,
  segmentSchema,
  testedGraySchema,
} from '@banyan/contract/rollout'
import type {
  ChangeGrayInput,
  GrayPlan,
  Segment,
  SegmentInput,
  StartGrayInput,
  TestedGray,
  TestGrayInput,
} from '@banyan/contract/rollout'
import type { Http } from './http.ts'

export interface RolloutClient {
  /**
   * Gives a version to some users, while all others keep the full release.
   *
   * @example
   * await client.rollout.start(appId, { version: '1.3.0', basisPoints: 1000, condition: { os: 'ios' } })
   */
  start(appId: string, input: StartGrayInput): Promise<GrayPlan>
  /**
   * The gray release that runs. Fails with `gray.none`.
   *
   * @example
   * const { basisPoints } = await client.rollout.read(appId)
   */
  read(appId: string): Promise<GrayPlan>
  /**
   * The gray releases of the app, newest first; those that have ended included.
   *
   * @example
   * const [last] = await client.rollout.list(appId)
   */
  list(appId: string): Promise<readonly GrayPlan[]>
  /**
   * Widens the share, or bounds it by another condition. Fails with `gray.shareShrinks`.
   *
   * @example
   * await client.rollout.change(appId, { basisPoints: 2000 })
   */
  change(appId: string, input: ChangeGrayInput): Promise<GrayPlan>
  /**
   * Replaces the list of users who get the version whatever the share.
   *
   * @example
   * await client.rollout.setUsers(appId, ['openid-1', 'openid-2'])
   */
  setUsers(appId: string, users: readonly string[]): Promise<GrayPlan>
  /**
   * Stops or continues growing, takes everybody back, or gives the version to everybody.
   *
   * @example
   * await client.rollout.take(appId, 'complete')
   */
  take(appId: string, step: 'pause' | 'resume' | 'revoke' | 'complete', note?: string): Promise<GrayPlan>
  /**
   * Which side a user would be on, and why.
   *
   * @example
   * const { isGray } = await client.rollout.test(appId, { userId: 'openid-1', attributes: { os: 'ios' } })
   */
  test(appId: string, input: TestGrayInput): Promise<TestedGray>
  /**
   * Makes or changes a condition that others refer to by `{ $segment: name }`.
   *
   * @example
   * await client.rollout.setSegment(appId, 'staff', { condition: { email: { $endsWith: '@example.com' } } })
   */
  setSegment(appId: string, name: string, input: SegmentInput): Promise<Segment>
}

const stepRoutes = {
  pause: 'pauseGray',
  resume: 'resumeGray',
  revoke: 'revokeGray',
  complete: 'completeGray',
} as const

export function createRolloutClient(http: Http): RolloutClient {
  return {
    start: (appId, input) => http.call('startGray', { answer: grayPlanSchema, params: { appId }, json: input }),
    read: (appId) => http.call('readGray', { answer: grayPlanSchema, params: { appId } }),
    list: async (appId) => (await http.call('listGrayPlans', { answer: grayPlanListSchema, params: { appId } })).items,
    change: (appId, input) => http.call('changeGray', { answer: grayPlanSchema, params: { appId }, json: input }),
    setUsers: (appId, users) =>
      http.call('setGrayUsers', {
        answer: grayPlanSchema,
        params: { appId },
        body: { bytes: new TextEncoder().encode(users.map(quote).join('\n')), mediaType: grayUsersMediaType },
      }),
    take: (appId, step, note) =>
      http.call(stepRoutes[step], {
        answer: grayPlanSchema,
        params: { appId },
        json: note === undefined ? {} : { note },
      }),
    test: (appId, input) => http.call('testGray', { answer: testedGraySchema, params: { appId }, json: input }),
    setSegment: (appId, name, input) =>
      http.call('setSegment', { answer: segmentSchema, params: { appId, name }, json: input }),
  }
}

function quote(id: string): string {
  return `"${id.replaceAll('"', '""')}"`
}
