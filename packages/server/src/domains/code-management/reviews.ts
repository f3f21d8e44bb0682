/** A version is made the one to look at, handed in, asked about, and taken back. */
import { createHash } from 'node:crypto'
import { submitInputSchema, type Submission } from '@banyan/contract/review'
import { findCategory } from '@banyan/contract/categories'
import { WechatError } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Caller } from '#domains/identity'
import { readWechatJson } from '#infra/http/wechat-answer.ts'
import type { CodeCalls, CodeManagementOptions } from './calls.ts'

const commitInput = z.looseObject({ user_version: z.string().max(64), user_desc: z.string().max(2000).optional() })
const submitInput = z.looseObject({ version_desc: z.string().max(2000).default('') })
const auditInput = z.looseObject({ auditid: z.union([z.int(), z.string().regex(/^\d{1,16}$/)]) })

const statuses = { approved: 0, rejected: 1, waiting: 2, withdrawn: 3, deferred: 4 } as const
const noLimit = 9999

export function reviewCalls({
  apps,
  releases,
  review,
}: Pick<CodeManagementOptions, 'apps' | 'releases' | 'review'>): CodeCalls {
  const trialOf = async (caller: Caller, appId: string) =>
    (await releases.service.listVersions(caller, appId)).find(({ isTrial }) => isTrial)

  async function latest(caller: Caller, appId: string): Promise<Submission> {
    const [first] = newestFirst(await review.service.list(caller, appId))
    if (!first) throw new WechatError(85019)
    return first
  }

  return {
    // Packages come with the command line; of WeChat's templates only the version's number says what is meant.
    async commitCode(c, caller, appId) {
      const { user_version: version } = await readWechatJson(c, commitInput)
      await releases.previews.setTrial(caller, appId, version)
      return {}
    },

    async getCodeCategory(_c, _caller, appId) {
      const { category } = await apps.profileOf(appId)
      if (category === null) return { category_list: [] }
      const [first = '', second = ''] = category.split('/')
      const names = findCategory(apps.categories.tree(), category)
      return {
        category_list: [
          {
            first_class: names?.main.name.zh ?? first,
            second_class: names?.sub.name.zh ?? second,
            first_id: numberOf(first),
            second_id: numberOf(category),
          },
        ],
      }
    },

    async getCodePage(_c, caller, appId) {
      const trial = await trialOf(caller, appId)
      if (!trial) throw new WechatError(86001)
      return { page_list: (await releases.service.readContents(caller, appId, trial.version)).pages }
    },

    async submitAudit(c, caller, appId) {
      const { version_desc: note } = await readWechatJson(c, submitInput)
      const trial = await trialOf(caller, appId)
      if (!trial) throw new WechatError(85086)
      const input = submitInputSchema.parse({ version: trial.version, note })
      return { auditid: numberOf((await review.service.submit(caller, appId, input)).id) }
    },

    async getAuditStatus(c, caller, appId) {
      const { auditid } = await readWechatJson(c, auditInput)
      const found = (await review.service.list(caller, appId)).find(({ id }) => numberOf(id) === Number(auditid))
      if (!found) throw new WechatError(85012)
      return present(found)
    },

    getLatestAuditStatus: async (_c, caller, appId) => present(await latest(caller, appId)),

    async undoCodeAudit(_c, caller, appId) {
      const { id, state } = await latest(caller, appId)
      if (state !== 'waiting' && state !== 'deferred') throw new WechatError(85019)
      await review.service.withdraw(caller, { appId, id })
      return {}
    },

    // Nothing of it is counted here.
    queryCodeQuota: async () => ({ rest: noLimit, limit: noLimit, speedup_rest: 0, speedup_limit: 0 }),
  }
}

export function newestFirst(submissions: readonly Submission[]): Submission[] {
  return submissions.toSorted((one, other) => other.submittedAt.localeCompare(one.submittedAt))
}

function present(submission: Submission): object {
  const { reason, state } = submission
  return {
    auditid: numberOf(submission.id),
    status: statuses[state],
    ...((state === 'rejected' || state === 'deferred') && { reason: reason ?? '', screenshot: '', ScreenShot: '' }),
    user_version: submission.version,
    user_desc: submission.note,
    submit_audit_time: Math.floor(Date.parse(submission.submittedAt) / 1000),
  }
}

/** WeChat's ids are numbers. The same for the same text, and exact in a double. */
export function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}
