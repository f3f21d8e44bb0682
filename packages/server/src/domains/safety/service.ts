import { contentLabels, type ContentLabel, type ContentVerdict, type ContentWords } from '@banyan/contract/safety'
import { WechatError } from '@banyan/contract/wechat'
import { request } from 'undici'
import type { Audit } from '#domains/audit'
import { authorizeOnPlatform, type Caller } from '#domains/identity'
import type { Login } from '#domains/login'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Log } from '#infra/log/log.ts'
import type { Outbound } from '#infra/outbound/outbound.ts'
import { createSafetyStore, type MediaCheckRow, type SafetyStore } from './store.ts'
import { createWordSearch, type WordSearch } from './word-search.ts'

/** Judges content; several may be asked, and the worst verdict counts. Undefined: cannot say. */
export interface ContentProvider {
  name: string
  checkText?(text: string): Promise<Judgement | undefined>
  checkMedia?(media: { bytes: Uint8Array; kind: 'audio' | 'image' }): Promise<Judgement | undefined>
}

export interface Judgement {
  verdict: ContentVerdict
  label: ContentLabel
  keyword?: string
}

export interface SafetyPorts {
  store: SafetyStore
  audit: Audit
  login: Login
  webhooks: Webhooks
  outbound: Outbound
  clock: Clock
  ids: Ids
  limits: Limits
  log: Log
  providers: readonly ContentProvider[]
}

const textsPerMinute = 4000
const mediaPerMinute = 2000
const activeMs = 2 * 3_600_000
const mediaMaxBytes = 10 * 1024 * 1024
const mediaTimeoutMs = 20_000
const keptMs = 7 * 86_400_000
const forgottenMs = 120_000
const rank: Readonly<Record<ContentVerdict, number>> = { pass: 0, review: 1, risky: 2 }

export function createSafetyService(ports: SafetyPorts) {
  const { store, login, webhooks, outbound, clock, ids, limits, log } = ports
  const texts = limits.rate('content-text', { uses: textsPerMinute, perSeconds: 60 })
  const media = limits.rate('content-media', { uses: mediaPerMinute, perSeconds: 60 })
  let words: { version: string; search: WordSearch<ContentWords['items'][number]> } | undefined

  /** The list as it stands now in whichever process changed it. */
  async function findWords(text: string): Promise<Judgement[]> {
    const version = await store.version()
    if (words?.version !== version) words = { version, search: createWordSearch(await store.words()) }
    return words.search(text).map(({ verdict, label, text: keyword }) => ({ verdict, label, keyword }))
  }

  async function requireActive(appId: string, openId: string): Promise<void> {
    const seen = await login.lastActive(appId, openId)
    if (!seen) throw new WechatError(40003)
    if (clock.now().getTime() - seen.getTime() > activeMs) throw new WechatError(61010)
  }

  async function judgeText(text: string): Promise<Judgement[]> {
    const others = await Promise.all(ports.providers.map(async (each) => each.checkText?.(text)))
    return [...(await findWords(text)), ...others.filter((each) => each !== undefined)].toSorted(worstFirst)
  }

  async function judgeMedia(row: MediaCheckRow): Promise<Judgement | undefined> {
    const bytes = await download(row.url)
    const found = await Promise.all(ports.providers.map(async (each) => each.checkMedia?.({ bytes, kind: row.kind })))
    return found.filter((each) => each !== undefined).toSorted(worstFirst)[0]
  }

  async function download(url: string): Promise<Uint8Array> {
    const signal = AbortSignal.timeout(mediaTimeoutMs)
    const answer = await request(url, { dispatcher: outbound.guarded, signal })
    const chunks: Uint8Array[] = []
    let sizeBytes = 0
    for await (const chunk of answer.body) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > mediaMaxBytes) throw new Error('too large')
      chunks.push(chunk)
    }
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
    return Buffer.concat(chunks)
  }

  async function finishMedia(row: MediaCheckRow): Promise<void> {
    let errcode = 0
    const judgement = await judgeMedia(row).catch((): undefined => {
      errcode = -1008
    })
    // What nobody could look at is not said to be harmless.
    const { verdict, label } = judgement ?? { verdict: 'review' as const, label: 'normal' as const }
    const result = { suggest: verdict, label: contentLabels[label] }
    await store.inTransaction(async (transaction) => {
      if (!(await store.finish(row))) return
      const { app_id: appId, id, open_id: openId } = row
      await webhooks.publish(transaction, { appId, type: 'media.checked', data: { traceId: id, errcode, ...result } })
      await webhooks.pushMessage(transaction, appId, {
        openId,
        type: 'event',
        fields: {
          Event: 'wxa_media_check',
          appid: appId,
          trace_id: id,
          version: 2,
          result,
          detail: [{ strategy: 'content_model', errcode, ...result, prob: 100 }],
        },
      })
    })
  }

  function start(row: MediaCheckRow): void {
    finishMedia(row).catch((err: unknown) => log.error({ err }, 'a media check failed'))
  }

  return {
    async readWords(caller: Caller): Promise<ContentWords> {
      authorizeOnPlatform(caller, 'app.moderate')
      return { items: await store.words() }
    },

    async replaceWords(caller: Caller, { items }: ContentWords): Promise<ContentWords> {
      authorizeOnPlatform(caller, 'app.moderate')
      const list = [...new Map(items.map((word) => [word.text, word])).values()]
      await store.inTransaction(async (transaction) => {
        await createSafetyStore(transaction).replaceWords(list)
        const entry = {
          actor: caller,
          action: 'contentWords.set' as const,
          subject: 'words',
          details: { count: list.length },
        }
        await ports.audit.record(transaction, entry)
      })
      return { items: await store.words() }
    },

    judgeText,

    async checkText(appId: string, { openId, text }: { openId: string | undefined; text: string }) {
      await texts.use(appId)
      if (openId !== undefined) await requireActive(appId, openId)
      const judgements = await judgeText(text)
      const worst = judgements[0] ?? { verdict: 'pass' as const, label: 'normal' as const }
      return { traceId: newId(ids, 'txt'), worst, judgements }
    },

    async checkMedia(appId: string, check: Pick<MediaCheckRow, 'open_id' | 'url' | 'kind'>): Promise<string> {
      await media.use(appId)
      await requireActive(appId, check.open_id)
      const now = clock.now()
      const row: MediaCheckRow = { ...check, app_id: appId, id: newId(ids, 'med'), state: 'waiting', created_at: now }
      await store.removeBefore(new Date(now.getTime() - keptMs))
      await store.addMediaCheck(row)
      start(row)
      return row.id
    },

    /** What a process that was killed has left. */
    async resume(): Promise<void> {
      const rows = await store.waitingBefore(new Date(clock.now().getTime() - forgottenMs), 1000)
      for (const row of rows) start(row)
    },
  }
}

export type SafetyService = ReturnType<typeof createSafetyService>

function worstFirst(one: Judgement, other: Judgement): number {
  return rank[other.verdict] - rank[one.verdict]
}
