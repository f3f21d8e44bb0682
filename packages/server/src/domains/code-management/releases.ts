/** What was approved goes to some, to all, and back. */
import { startGrayInputSchema } from '@banyan/contract/rollout'
import { WechatError } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Caller } from '#domains/identity'
import { readWechatJson } from '#infra/http/wechat-answer.ts'
import type { CodeCalls, CodeManagementOptions } from './calls.ts'
import { newestFirst } from './reviews.ts'

const grayInput = z.looseObject({ gray_percentage: z.number() })
const visitInput = z.looseObject({ action: z.enum(['open', 'close']) })
const secondsOf = (iso: string): number => Math.floor(Date.parse(iso) / 1000)
const planStatuses = { running: 1, paused: 2, frozen: 2, completed: 3, revoked: 4 } as const

export function releaseCalls(options: Omit<CodeManagementOptions, 'login' | 'settings'>): CodeCalls {
  const { apps, releases, review, rollout } = options

  /** The version of the last decision; throws with WeChat's reason when there is none to publish. */
  async function approved(caller: Caller, appId: string, ifNot: 85020 | 85080): Promise<string> {
    const [latest] = newestFirst(await review.service.list(caller, appId))
    if (!latest) throw new WechatError(85019)
    const { state } = await releases.service.readVersion(caller, appId, latest.version)
    if (state !== 'approved' && state !== 'gray') throw new WechatError(ifNot)
    return latest.version
  }

  const openPlan = async (caller: Caller, appId: string) =>
    (await rollout.service.history(caller, appId)).find(({ state }) => planStatuses[state] < 3)

  return {
    async releaseCode(_c, caller, appId) {
      const plan = await openPlan(caller, appId)
      const version = await approved(caller, appId, 85020)
      if (plan?.version === version) await rollout.service.complete(caller, appId)
      else await releases.service.publish(caller, appId, { version })
      return {}
    },

    async grayRelease(c, caller, appId) {
      const { gray_percentage: percent } = await readWechatJson(c, grayInput)
      if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new WechatError(85081)
      const plan = await openPlan(caller, appId)
      if (plan) {
        if (percent * 100 <= plan.basisPoints) throw new WechatError(85082)
        await rollout.service.change(caller, appId, { basisPoints: percent * 100 })
        return {}
      }
      const version = await approved(caller, appId, 85080)
      await rollout.service.start(caller, appId, startGrayInputSchema.parse({ version, basisPoints: percent * 100 }))
      return {}
    },

    async getGrayReleasePlan(_c, caller, appId) {
      const [plan] = await rollout.service.history(caller, appId)
      return {
        gray_release_plan: {
          status: plan ? planStatuses[plan.state] : 0,
          create_timestamp: plan ? secondsOf(plan.startedAt) : 0,
          gray_percentage: plan ? Math.floor(plan.basisPoints / 100) : 0,
          default_finish_timestamp: plan ? secondsOf(plan.deadlineAt) : 0,
          support_experiencer_first: false,
          support_debuger_first: false,
        },
      }
    },

    async revertGrayRelease(_c, caller, appId) {
      await rollout.service.revoke(caller, appId)
      return {}
    },

    /** With `action=get_history_version` only says where it could go back to. */
    async revertCodeRelease(c, caller, appId) {
      const versions = await releases.service.listVersions(caller, appId)
      const retained = versions.filter(({ state }) => state === 'superseded' || state === 'rolledBack')
      const numbered = retained.toReversed().map((version, index) => ({ version, number: index + 1 }))
      if (c.req.query('action') === 'get_history_version') {
        const list = numbered.toReversed().map(({ version, number }) => ({
          commit_time: secondsOf(version.createdAt),
          user_version: version.version,
          user_desc: version.description,
          app_version: number,
        }))
        return { version_list: list }
      }
      if (await openPlan(caller, appId)) throw new WechatError(87011)
      const wanted = c.req.query('app_version')
      const target = numbered.find(({ number }) => String(number) === wanted)?.version.version
      if (wanted !== undefined && target === undefined) throw new WechatError(87012)
      await releases.service.rollBack(caller, appId, target === undefined ? {} : { version: target })
      return {}
    },

    async getVisitStatus(_c, _caller, appId) {
      const app = await apps.findPublic(appId)
      return { status: app?.isServing === true ? 0 : 1 }
    },

    async setVisitStatus(c, caller, appId) {
      const { action } = await readWechatJson(c, visitInput)
      await apps.profile.setStanding(caller, appId, action === 'open' ? 'normal' : 'unpublished')
      return {}
    },
  }
}
