/** Tells people on their devices, and by letter, that there is a message, when they want to hear of it. */
import type { NoticePreferences, PushDevice } from '@banyan/contract/messages'
import { PlatformError } from '@banyan/contract/errors'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { newId, type Ids } from '#infra/ids/ids.ts'
import { isTimeZone, whenAudible } from './quiet-hours.ts'
import type { Letters } from './letters.ts'
import { createMessageStore, type InboxRow, type MessageStore } from './store.ts'
import { createVapidKeys, encryptForDevice, newSenderKeys, vapidHeader, type VapidKeys } from './web-push.ts'

export interface Notice {
  appId: string
  appName: string
  message: InboxRow
}

export interface NoticePorts {
  store: MessageStore
  webhooks: Webhooks
  letters: Letters
  clock: Clock
  ids: Ids
  origin: () => string
}

const devicesPerPerson = 20
const dayNoticeSeconds = 86_400
const delaysSeconds = [30, 300, 3600]
const never: NoticePreferences = { quietFrom: 0, quietTo: 0, timeZone: 'UTC', byMail: false }

export function createNotices({ store, webhooks, letters, clock, ids, origin }: NoticePorts) {
  let keys: VapidKeys | undefined

  async function vapidKeys(): Promise<VapidKeys> {
    if (keys) return keys
    const made = createVapidKeys()
    await store.addPushKeys({ name: 'vapid', public_key: made.publicKey, private_key: made.privateKey })
    const row = await store.pushKeys()
    keys = row ? { publicKey: row.public_key, privateKey: row.private_key } : made
    return keys
  }

  webhooks.deliveries.define('webPush', {
    async prepare(row) {
      const device = await store.device(row.target_id)
      if (!device) return undefined
      const sealed = encryptForDevice(row.body, device, { sender: newSenderKeys(), salt: ids.bytes(16) })
      return {
        url: device.endpoint,
        headers: {
          'content-type': 'application/octet-stream',
          'content-encoding': 'aes128gcm',
          ttl: String(dayNoticeSeconds),
          authorization: vapidHeader(device.endpoint, await vapidKeys(), {
            now: clock.now(),
            subject: subjectOf(origin()),
          }),
        },
        body: sealed,
        allowsPrivate: false,
      }
    },
    isAccepted: (status) => status >= 200 && status < 300,
    delaysSeconds,
    onGone: async (row) => {
      await store.removeDevice(row.target_id)
    },
  })

  async function preferences(visitorId: string): Promise<NoticePreferences> {
    const row = await store.preferences(visitorId)
    if (!row) return never
    return { quietFrom: row.quiet_from, quietTo: row.quiet_to, timeZone: row.time_zone, byMail: row.by_mail }
  }

  return {
    preferences,
    publicKey: async (): Promise<string> => (await vapidKeys()).publicKey,

    async setPreferences(
      visitorId: string,
      { quietFrom, quietTo, timeZone, byMail }: NoticePreferences,
    ): Promise<void> {
      if (!isTimeZone(timeZone)) throw new PlatformError('request.invalid', { detail: 'timeZone' })
      await store.setPreferences({
        visitor_id: visitorId,
        quiet_from: quietFrom,
        quiet_to: quietTo,
        time_zone: timeZone,
        by_mail: byMail,
      })
    },

    async addDevice(visitorId: string, { endpoint, keys: given }: PushDevice): Promise<void> {
      if ((await store.devicesOf(visitorId)).length >= devicesPerPerson) throw new PlatformError('request.rateLimited')
      await store.addDevice({
        visitor_id: visitorId,
        id: newId(ids, 'dev'),
        endpoint,
        p256dh: given.p256dh,
        auth: given.auth,
        created_at: clock.now(),
      })
    },

    async notify(connection: Db, visitorId: string, { appId, appName, message }: Notice): Promise<void> {
      await letters.post(connection, visitorId, message)
      const devices = await createMessageStore(connection).devicesOf(visitorId)
      if (devices.length === 0) return
      const { quietFrom: from, quietTo: to, timeZone } = await preferences(visitorId)
      const dueAt = whenAudible(clock.now(), { from, to, timeZone })
      const body = JSON.stringify({
        title: appName === '' ? message.title : `${appName}: ${message.title}`,
        body: message.lines.map(({ name, value }) => `${name}: ${value}`).join('\n'),
        url: `/inbox/open/${appId}/${message.id}`,
      })
      for (const { id } of devices) {
        const delivery = { appId, kind: 'webPush', targetId: id, eventType: 'message', body, dueAt }
        await webhooks.deliveries.add(connection, delivery)
      }
    },
  }
}

export type Notices = ReturnType<typeof createNotices>

/** Push services want to know whom to write to; they take an https address or a mail address. */
function subjectOf(origin: string): string {
  return origin.startsWith('https:') ? origin : 'mailto:operator@invalid.example'
}
