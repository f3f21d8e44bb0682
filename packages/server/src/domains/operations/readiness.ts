/** What an owner should have seen to before he shows the platform to the public, from how it really is. */
import { PlatformError } from '@banyan/contract/errors'
import type { MailTest, Readiness, ReadinessItem } from '@banyan/contract/readiness'
import type { Audit } from '#domains/audit'
import type { Brand } from '#domains/brand'
import { authorizeOnPlatform, type Caller, type Identity } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Mail } from '#infra/mail/mail.ts'
import type { OperationStore } from './store.ts'

export interface ReadinessPorts {
  db: Db
  store: OperationStore
  audit: Audit
  identity: Identity
  brand: Brand
  mail: Mail
  clock: Clock
  limits: Limits
  origin: () => string
}

export type ReadinessService = ReturnType<typeof createReadiness>

type Found = Omit<ReadinessItem, 'item'>

const backupMaxAgeMs = 7 * 86_400_000
/** Addresses at which only this machine and its network find the platform. */
const localHost = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])|\.local$/

export function createReadiness({ db, store, audit, identity, brand, mail, clock, limits, origin }: ReadinessPorts) {
  const letters = limits.rate('mail-test', { uses: 5, perSeconds: 600 })

  function checkName(): Found {
    if (brand.isNamed()) return done({ zh: '平台已有自己的名称', en: 'The platform has a name of its own' })
    return left({ zh: '平台还叫“榕 Banyan”，请取一个名称', en: 'The platform is still called Banyan; give it a name' })
  }

  function checkAddress(): Found {
    const { protocol, hostname, host } = new URL(origin())
    if (localHost.test(hostname)) {
      return left({
        zh: `目前的地址是 ${host}，只有本机或本地网络能打开；请设置 PUBLIC_URL`,
        en: `The address is ${host}, which only this machine or its network can open; set PUBLIC_URL`,
      })
    }
    if (protocol === 'https:') return done({ zh: `地址是 ${origin()}`, en: `The address is ${origin()}` })
    return left({
      zh: '地址没有使用 HTTPS：位置、相机、安装到桌面等功能在浏览器中不可用',
      en: 'The address is not HTTPS: browsers refuse location, camera and installing',
    })
  }

  function checkMail(): Found {
    if (mail.place.by === 'smtp') return done({ zh: '邮件由邮件服务器寄出', en: 'Letters go out by a mail server' })
    return left({
      zh: '没有设置邮件服务器，邮件只写入数据目录的 outbox；请设置 BANYAN_SMTP_URL 与 BANYAN_MAIL_FROM',
      en: 'No mail server is set up, so letters only lie in outbox in the data folder; set BANYAN_SMTP_URL and BANYAN_MAIL_FROM',
    })
  }

  async function checkSecondStep(caller: Caller): Promise<Found> {
    if (await identity.secondFactor.isOn(caller.id)) {
      return done({ zh: '你的账号已开启两步验证', en: 'Your account asks for a second step' })
    }
    return left({
      zh: '你的账号只有密码，请开启两步验证',
      en: 'Your account has a password alone; turn on the second step',
    })
  }

  async function checkBackup(): Promise<Found> {
    const last = (await store.lastBackup())?.ended_at
    if (last && clock.now().getTime() - last.getTime() < backupMaxAgeMs) {
      return done({ zh: '最近七天内有备份', en: 'There is a backup of the last seven days' })
    }
    return left({ zh: '最近七天没有备份', en: 'There is no backup of the last seven days' })
  }

  return {
    async read(caller: Caller): Promise<Readiness> {
      authorizeOnPlatform(caller, 'platform.read')
      const items: ReadinessItem[] = [
        { item: 'name', ...checkName() },
        { item: 'address', ...checkAddress() },
        { item: 'mail', ...checkMail() },
      ]
      // A key has no second step.
      if (caller.kind === 'person') items.push({ item: 'secondStep', ...(await checkSecondStep(caller)) })
      items.push({ item: 'backup', ...(await checkBackup()) })
      return { items, publicUrl: origin() }
    },

    async testMail(caller: Caller): Promise<MailTest> {
      authorizeOnPlatform(caller, 'platform.edit')
      const to = caller.email
      if (to === null) throw new PlatformError('mail.noAddress')
      await letters.use(caller.id)
      try {
        await mail.send(testLetter(to, origin()))
      } catch (cause) {
        // The server's own words, which say what to change; they name no password.
        const detail = (cause instanceof Error ? cause.message : String(cause)).slice(0, 300)
        throw new PlatformError('mail.refused', { detail, cause })
      }
      const { place } = mail
      await audit.record(db, { actor: caller, action: 'mail.test', subject: to, details: { by: place.by } })
      return { to, by: place.by, folder: place.by === 'folder' ? place.folder : null }
    },
  }
}

function testLetter(to: string, origin: string) {
  return {
    to,
    subject: '邮件可以寄到 · Letters arrive',
    text: `这是一封测试邮件，来自 ${origin}。收到它，说明平台的邮件设置正确。

This is a test letter from ${origin}. That it has arrived shows that the platform can send mail.`,
  }
}

const done = (detail: Found['detail']): Found => ({ isDone: true, detail })
const left = (detail: Found['detail']): Found => ({ isDone: false, detail })
