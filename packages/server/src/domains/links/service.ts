import {
  launchFragment,
  launchScenes,
  launchStatement,
  linkDaysMax,
  linkPath,
  shortLinkDays,
} from '@banyan/contract/links'
import { WechatError } from '@banyan/contract/wechat'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Signer } from '#infra/signing/signing.ts'
import type { LinkRow, LinkStore } from './store.ts'

export interface LinkPorts {
  store: LinkStore
  clock: Clock
  ids: Ids
  signer: Pick<Signer, 'sign'>
  origin: () => string
}

export interface NewLink {
  scene: number
  path: string
  query: string
  environment: string
  expiry: LinkExpiry | null
}

/** At a moment in Unix seconds, or after so many days. */
export type LinkExpiry = { atSeconds: number } | { days: number }

const dayMs = 86_400_000
const idLength = 16
const keptDaysAfterEnd = 30
const pathPattern = /^[\w\-./]{0,1024}$/
const queryMaxLength = 512

export function createLinkService({ store, clock, ids, signer, origin }: LinkPorts) {
  function expiresAt(expiry: LinkExpiry | null): Date | null {
    if (expiry === null) return null
    const now = clock.now().getTime()
    const at = 'days' in expiry ? now + expiry.days * dayMs : expiry.atSeconds * 1000
    if (!(at > now) || at > now + linkDaysMax * dayMs) throw new WechatError(85401)
    return new Date(at)
  }

  async function signScene(address: string, scene: number): Promise<string> {
    return launchFragment(scene, await signer.sign(launchStatement(scene, address)))
  }

  /** As a browser writes it, which is what the signature is for. */
  async function withScene(path: string, scene: number): Promise<string> {
    const { pathname, search } = new URL(path, origin())
    return pathname + search + (await signScene(pathname + search, scene))
  }

  return {
    /** What marks a page's address as passed on by a user; undefined for what is no page of the app. */
    async shareFragment(appId: string, address: string): Promise<string | undefined> {
      const url = URL.canParse(address, origin()) ? new URL(address, origin()) : undefined
      if (url?.origin !== new URL(origin()).origin || !url.pathname.startsWith(`/a/${appId}/`)) return undefined
      return signScene(url.pathname + url.search, launchScenes.shared)
    },

    /** Where a page is, with what the code or link tells the app. */
    async pageUrl(
      appId: string,
      { path, query, scene }: { path: string; query: string; scene: number },
    ): Promise<string> {
      checkPage(path, query)
      return origin() + (await withScene(pagePath(appId, path, query), scene))
    },

    async create(appId: string, link: NewLink): Promise<string> {
      checkPage(link.path, link.query)
      const row: LinkRow = {
        app_id: appId,
        id: randomText(ids, idLength),
        scene: link.scene,
        path: link.path,
        query: link.query.replace(/^\?/, ''),
        environment: link.environment,
        created_at: clock.now(),
        expires_at: expiresAt(link.expiry),
      }
      await store.removeBefore(new Date(clock.now().getTime() - keptDaysAfterEnd * dayMs))
      await store.add(row)
      return origin() + linkPath(row.id)
    },

    createShort(appId: string, pageUrl: string, isPermanent: boolean): Promise<string> {
      const [path = '', query = ''] = pageUrl.split('?', 2)
      return this.create(appId, {
        scene: launchScenes.shortLink,
        path,
        query,
        environment: 'release',
        expiry: isPermanent ? null : { days: shortLinkDays },
      })
    },

    /** The link behind an address that this app has made. */
    async find(appId: string, address: string, scene: number): Promise<LinkRow> {
      const prefix = origin() + linkPath('')
      const row = address.startsWith(prefix) ? await store.link(address.slice(prefix.length)) : undefined
      if (!row || row.app_id !== appId || row.scene !== scene) throw new WechatError(40097, 'unknown link')
      return row
    },

    /** Where whoever opens the link goes; undefined when there is no such link or it has ended. */
    async follow(id: string): Promise<string | undefined> {
      const row = await store.link(id)
      if (!row || (row.expires_at !== null && row.expires_at <= clock.now())) return undefined
      return withScene(pagePath(row.app_id, row.path, row.query), row.scene)
    },
  }
}

export type LinkService = ReturnType<typeof createLinkService>

function checkPage(path: string, query: string): void {
  if (!pathPattern.test(path) || path.startsWith('//') || path.split('/').includes('..')) throw new WechatError(40165)
  if (query.length > queryMaxLength || !isPlainText(query) || query.includes('#')) throw new WechatError(40212)
}

function isPlainText(text: string): boolean {
  return !/[\s\p{Cc}]/u.test(text)
}

function pagePath(appId: string, path: string, query: string): string {
  const search = query.replace(/^\?/, '')
  return `/a/${appId}/${path.replace(/^\/+/, '')}${search === '' ? '' : `?${encodeRest(search)}`}`
}

/** What is encoded already stays as it is. */
function encodeRest(search: string): string {
  return search.replace(/%[0-9A-Fa-f]{2}|[^]/gu, (part) =>
    part.length === 3 && part.startsWith('%') ? part : encodeURI(part),
  )
}
