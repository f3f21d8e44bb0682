import { timingSafeEqual } from 'node:crypto'
import { PlatformError } from '@banyan/contract/errors'
import { appSecretPrefix, loginCodeSeconds, loginsPerMinute } from '@banyan/contract/login'
import type { AppSecret, RotateAppSecretInput } from '@banyan/contract/login'
import { anonymousProfile } from '@banyan/contract/profile'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, hashSecret, newSecret, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { newId, randomText, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import { WechatError } from '@banyan/contract/wechat'
import type { SessionKeys } from './session-keys.ts'
import { encryptForApp, signRawData, type EncryptedData } from './encrypted-data.ts'
import { createLoginStore, type LoginStore, type LoginTables } from './store.ts'

export interface LoginPorts {
  store: LoginStore
  apps: Apps
  audit: Audit
  clock: Clock
  ids: Ids
  limits: Limits
  sessions: SessionKeys
}

export interface ExchangedUser {
  openid: string
  session_key: string
  unionid: string
}

export interface CodeExchange {
  appId: string
  secret: string
  code: string
}

const usedCodesKeptMs = 3_600_000
const hourMs = 3_600_000

export function createLoginService({ store, apps, audit, clock, ids, limits, sessions }: LoginPorts) {
  const logins = limits.rate('login', { uses: loginsPerMinute, perSeconds: 60 })
  const exchanges = limits.rate('code-exchange', { uses: loginsPerMinute, perSeconds: 60 })
  const newVisitors = limits.rate('new-visitor', { uses: 600, perSeconds: 60 })
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms)

  async function findUser(appId: string, visitorId: string) {
    const known = await store.user(appId, visitorId)
    if (known) return known
    await store.addUser({
      app_id: appId,
      open_id: `o${randomText(ids, 27)}`,
      visitor_id: visitorId,
      session_key: null,
      session_expires_at: null,
      created_at: clock.now(),
      active_at: clock.now(),
    })
    return store.user(appId, visitorId)
  }

  /** The same in all apps of one team, and another one with every other team. */
  async function unionIdOf(appId: string, visitorId: string): Promise<string> {
    const app = await apps.findPublic(appId)
    if (!app) throw new WechatError(40013)
    const known = await store.unionId(app.workspaceId, visitorId)
    if (known) return known.union_id
    const row = { workspace_id: app.workspaceId, visitor_id: visitorId, union_id: `u${randomText(ids, 27)}` }
    await store.addUnionId(row)
    return (await store.unionId(app.workspaceId, visitorId))?.union_id ?? row.union_id
  }

  async function checkSecret(appId: string, secret: string): Promise<void> {
    if (!appId) throw new WechatError(41002)
    if (!secret) throw new WechatError(41004)
    const stored = await store.secret(appId)
    if (!stored) throw new WechatError((await apps.findPublic(appId)) ? 40125 : 40013)
    const given = hashSecret(secret)
    const isPreviousGood = stored.previous_expires_at !== null && stored.previous_expires_at > clock.now()
    if (isSame(given, stored.secret_hash)) return
    if (isPreviousGood && stored.previous_hash !== null && isSame(given, stored.previous_hash)) return
    throw new WechatError(40125)
  }

  async function unionIdOfUser(appId: string, openId: string): Promise<string> {
    const user = await store.userByOpenId(appId, openId)
    if (!user) throw new WechatError(40003)
    return unionIdOf(appId, user.visitor_id)
  }

  function liveKeyOf(user: LoginTables['app_users'] | undefined): string | undefined {
    if (!user?.session_key || !user.session_expires_at || user.session_expires_at <= clock.now()) return undefined
    return user.session_key
  }

  function encrypt(appId: string, sessionKey: string, data: Readonly<Record<string, unknown>>): EncryptedData {
    const timestamp = Math.floor(clock.now().getTime() / 1000)
    return encryptForApp(data, { appId, timestamp }, { sessionKey, iv: ids.bytes(16) })
  }

  return {
    /** Undefined for a token that we did not give out. */
    async findVisitor(token: string | undefined): Promise<string | undefined> {
      return token === undefined ? undefined : (await store.visitorByToken(hashSecret(token)))?.id
    },

    async addVisitor(clientAddress: string): Promise<{ id: string; token: string }> {
      await newVisitors.use(clientAddress)
      const id = newId(ids, 'visitor')
      const token = randomText(ids, 40)
      await store.addVisitor({ id, token_hash: hashSecret(token), created_at: clock.now() })
      return { id, token }
    },

    async requireApp(appId: string): Promise<void> {
      if (!(await apps.findPublic(appId))) throw new PlatformError('app.notFound')
    },

    async issueCode(appId: string, visitorId: string): Promise<string> {
      await logins.use(`${appId} ${visitorId}`)
      const user = await findUser(appId, visitorId)
      if (!user) throw new Error('the user who was just added is gone')
      const code = randomText(ids, 32)
      await store.touchUser(appId, user.open_id, clock.now())
      await store.removeCodesBefore(inMs(-usedCodesKeptMs))
      await store.addCode({
        app_id: appId,
        code_hash: hashSecret(code),
        open_id: user.open_id,
        expires_at: inMs(loginCodeSeconds * 1000),
        used_at: null,
      })
      return code
    },

    async hasSession(appId: string, visitorId: string): Promise<boolean> {
      return liveKeyOf(await store.user(appId, visitorId)) !== undefined
    },

    async openIdOf(appId: string, visitorId: string): Promise<string> {
      await logins.use(`${appId} ${visitorId}`)
      const user = await findUser(appId, visitorId)
      if (!user) throw new Error('the user who was just added is gone')
      return user.open_id
    },

    /** The profile as WeChat signs and encrypts it; nothing without a session. */
    async signProfile(appId: string, visitorId: string): Promise<Record<string, string>> {
      const user = await store.user(appId, visitorId)
      const sessionKey = liveKeyOf(user)
      if (!user || sessionKey === undefined) return {}
      const unionId = await unionIdOf(appId, visitorId)
      const encrypted = encrypt(appId, sessionKey, { openId: user.open_id, ...anonymousProfile, unionId })
      return { signature: signRawData(JSON.stringify(anonymousProfile), sessionKey), ...encrypted }
    },

    async encryptForUser(
      appId: string,
      openId: string,
      data: Readonly<Record<string, unknown>>,
    ): Promise<Partial<EncryptedData>> {
      const sessionKey = liveKeyOf(await store.userByOpenId(appId, openId))
      return sessionKey === undefined ? {} : encrypt(appId, sessionKey, data)
    },

    checkSecret,

    async exchangeCode({ appId, secret, code }: CodeExchange): Promise<ExchangedUser> {
      await checkSecret(appId, secret)
      const codeHash = hashSecret(code)
      const taken = await store.takeCode(appId, codeHash, clock.now())
      if (!taken) {
        // Somebody has a code that was not meant for him; what the first exchange gave out can no longer be trusted either.
        const used = await store.usedCode(appId, codeHash)
        if (used) await store.setSession(appId, used.open_id, null)
        throw new WechatError(used ? 40163 : 40029)
      }
      await exchanges.use(`${appId} ${taken.open_id}`).catch(() => {
        throw new WechatError(45011)
      })
      const key = await sessions.renew(appId, taken.open_id)
      return { openid: taken.open_id, session_key: key, unionid: await unionIdOfUser(appId, taken.open_id) }
    },

    async unionIdOfUser(appId: string, openId: string): Promise<string> {
      return unionIdOfUser(appId, openId)
    },

    /** When the user was last here; undefined for nobody of this app. */
    async lastActive(appId: string, openId: string): Promise<Date | undefined> {
      const user = await store.userByOpenId(appId, openId)
      return user && (user.active_at ?? user.created_at)
    },

    async rotateSecret(caller: Caller, appId: string, input: RotateAppSecretInput): Promise<AppSecret> {
      authorize(caller, 'secret.rotate', { appId })
      const app = await apps.require(caller, appId)
      const secret = newSecret(ids, appSecretPrefix)
      const row = { app_id: appId, secret_hash: hashSecret(secret), created_at: clock.now() }
      const { keepPreviousHours = 0 } = input
      await store.inTransaction(async (transaction) => {
        const until = keepPreviousHours > 0 ? inMs(keepPreviousHours * hourMs) : null
        await createLoginStore(transaction).setSecret(row, until)
        await audit.record(transaction, {
          workspaceId: app.workspaceId,
          appId,
          actor: caller,
          action: 'secret.rotate',
          subject: appId,
          details: { keepPreviousHours },
        })
      })
      return { appId, secret }
    },
  }
}

export type LoginService = ReturnType<typeof createLoginService>

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
