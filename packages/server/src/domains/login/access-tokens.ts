/**
 * Tokens by which an app's server calls. A plain one ends the plain one before it after five minutes; a stable one is the same for as long
 * as it is good; neither touches the other, as WeChat has it.
 */
import { createHmac } from 'node:crypto'
import { accessTokenOverlapSeconds, accessTokenSeconds } from '@banyan/contract/login'
import { WechatError } from '@banyan/contract/wechat'
import { hashSecret } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { LoginStore } from './store.ts'

export interface TokenPorts {
  store: LoginStore
  clock: Clock
  ids: Ids
  limits: Limits
}

export interface AccessToken {
  access_token: string
  expires_in: number
}

const daySeconds = 86_400
const forcedPerDay = 20

export function createAccessTokens({ store, clock, ids, limits }: TokenPorts) {
  const forced = limits.rate('stable-token-forced', { uses: forcedPerDay, perSeconds: daySeconds })
  const inSeconds = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000)

  async function addStable(appId: string, secret: string): Promise<AccessToken> {
    const nonce = randomText(ids, 32)
    const token = stableToken(secret, appId, nonce)
    await store.addAccessToken({
      app_id: appId,
      token_hash: hashSecret(token),
      expires_at: inSeconds(accessTokenSeconds),
      kind: 'stable',
      nonce,
      secret_hash: hashSecret(secret),
    })
    return { access_token: token, expires_in: accessTokenSeconds }
  }

  return {
    /** Who asks has shown the app's secret. */
    async issue(appId: string): Promise<AccessToken> {
      const token = randomText(ids, 48)
      await store.removeAccessTokensBefore(inSeconds(-daySeconds))
      await store.shortenPlainTokens(appId, inSeconds(accessTokenOverlapSeconds))
      await store.addAccessToken({
        app_id: appId,
        token_hash: hashSecret(token),
        expires_at: inSeconds(accessTokenSeconds),
        kind: 'plain',
        nonce: null,
        secret_hash: null,
      })
      return { access_token: token, expires_in: accessTokenSeconds }
    },

    async issueStable(appId: string, secret: string, isForced: boolean): Promise<AccessToken> {
      if (isForced) {
        await forced.use(appId).catch(() => {
          throw new WechatError(45009)
        })
        await store.removeStableTokens(appId)
        return addStable(appId, secret)
      }
      const standing = await store.stableToken(appId, hashSecret(secret), inSeconds(accessTokenOverlapSeconds))
      if (!standing?.nonce) return addStable(appId, secret)
      const leftMs = standing.expires_at.getTime() - clock.now().getTime()
      return { access_token: stableToken(secret, appId, standing.nonce), expires_in: Math.floor(leftMs / 1000) }
    },

    /** The app whose server holds the token. */
    async appOf(token: string | undefined): Promise<string> {
      if (!token) throw new WechatError(41001)
      const row = await store.accessToken(hashSecret(token))
      if (!row) throw new WechatError(40001)
      if (row.expires_at <= clock.now()) throw new WechatError(42001)
      return row.app_id
    },
  }
}

export type AccessTokens = ReturnType<typeof createAccessTokens>

function stableToken(secret: string, appId: string, nonce: string): string {
  return createHmac('sha256', secret).update(`stable_token|${appId}|${nonce}`).digest('base64url')
}
