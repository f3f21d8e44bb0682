/** Daily, weekly and monthly figures of an app, in the form of WeChat's `datacube`. */
import { WechatError, wechatRoutes } from '@banyan/contract/wechat'
import { z } from 'zod'
import type { Login } from '#domains/login'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { readWechatJson, wechatAnswer } from '#infra/http/wechat-answer.ts'

export interface Period {
  appId: string
  /** `20260131` */
  begin: string
  end: string
}

/** What those who count give; a figure that is missing is answered as empty. */
export type Figures = Partial<Record<AnalysisName, (period: Period) => Promise<object>>>

const empty = { list: [] }
const noRetention = { visit_uv_new: [], visit_uv: [] }
const nobody = { province: [], city: [], genders: [], platforms: [], devices: [], ages: [] }
const distributions = ['access_source_session_cnt', 'access_staytime_info', 'access_depth_info']

/** Of each call, how its period may be, and what it answers when nothing is known. */
const analyses = {
  getDailySummary: { length: 'day', answer: () => empty },
  getDailyVisitTrend: { length: 'day', answer: () => empty },
  getWeeklyVisitTrend: { length: 'week', answer: () => empty },
  getMonthlyVisitTrend: { length: 'month', answer: () => empty },
  getDailyRetain: { length: 'day', answer: (date: string) => ({ ref_date: date, ...noRetention }) },
  getWeeklyRetain: { length: 'week', answer: (date: string) => ({ ref_date: date, ...noRetention }) },
  getMonthlyRetain: { length: 'month', answer: (date: string) => ({ ref_date: date, ...noRetention }) },
  getVisitPage: { length: 'day', answer: (date: string) => ({ ref_date: date, list: [] }) },
  getVisitDistribution: {
    length: 'day',
    answer: (date: string) => ({ ref_date: date, list: distributions.map((index) => ({ index, item_list: [] })) }),
  },
  getUserPortrait: {
    length: 'portrait',
    answer: (date: string) => ({ ref_date: date, visit_uv_new: nobody, visit_uv: nobody }),
  },
} as const satisfies Record<string, { length: PeriodLength; answer: (date: string) => object }>
type AnalysisName = keyof typeof analyses
type PeriodLength = 'day' | 'week' | 'month' | 'portrait'

const dayMs = 86_400_000
const date = z.string().regex(/^\d{8}$/)
const input = z.looseObject({ begin_date: date, end_date: date })

export function analysisRoutes({ login, figures }: { login: Login; figures: Figures }): HttpApp {
  const router = createRouter()
  for (const name of analysisNames()) {
    const { length, answer } = analyses[name]
    router.post(wechatRoutes[name].path, (c) =>
      wechatAnswer(c, async () => {
        const appId = await login.requireServer(c)
        const { begin_date: begin, end_date: end } = await readWechatJson(c, input)
        checkPeriod(timeOf(begin), timeOf(end), length)
        const count = figures[name]
        return count ? count({ appId, begin, end }) : answer(begin === end ? begin : `${begin}-${end}`)
      }),
    )
  }
  return router
}

function analysisNames(): readonly AnalysisName[] {
  return [
    'getDailySummary',
    'getDailyVisitTrend',
    'getWeeklyVisitTrend',
    'getMonthlyVisitTrend',
    'getDailyRetain',
    'getWeeklyRetain',
    'getMonthlyRetain',
    'getVisitPage',
    'getVisitDistribution',
    'getUserPortrait',
  ]
}

function timeOf(text: string): Date {
  const time = new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T00:00:00Z`)
  if (Number.isNaN(time.getTime()) || time.getUTCDate() !== Number(text.slice(6))) throw new WechatError(61500)
  return time
}

/** A week begins on Monday, a month on its first day; both are asked for as a whole. */
function checkPeriod(begin: Date, end: Date, length: PeriodLength): void {
  const days = (end.getTime() - begin.getTime()) / dayMs + 1
  const isWhole = {
    day: days === 1,
    week: days === 7 && begin.getUTCDay() === 1,
    month: begin.getUTCDate() === 1 && new Date(end.getTime() + dayMs).getUTCDate() === 1 && days > 0 && days <= 31,
    portrait: days === 1 || days === 7 || days === 30,
  }[length]
  if (!isWhole) throw new WechatError(61501)
}
