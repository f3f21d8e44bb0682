/** Messages as letters, for people who have an account with an address and asked for them. */
import type { Login } from '#domains/login'
import type { Apps } from '#domains/apps'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import type { Jobs } from '#infra/jobs/jobs.ts'
import type { Letter, Mail } from '#infra/mail/mail.ts'
import { z } from 'zod'
import { whenAudible } from './quiet-hours.ts'
import type { InboxRow, MessageStore } from './store.ts'

const kind = {
  name: 'message-letter',
  schema: z.object({ visitorId: z.string(), appId: z.string(), openId: z.string(), messageId: z.string() }),
}

export interface LetterPorts {
  store: MessageStore
  jobs: Pick<Jobs, 'define' | 'send'>
  mail: Mail
  login: Pick<Login, 'addressOf'>
  apps: Apps
  clock: Clock
  origin: () => string
}

export function createLetters({ store, jobs, mail, login, apps, clock, origin }: LetterPorts) {
  // All is asked anew at the time of sending: people read, change their mind and leave while a letter waits for the morning.
  jobs.define(kind, async ({ visitorId, appId, openId, messageId }) => {
    const [message, preferences, to, app] = await Promise.all([
      store.message({ appId, openId, id: messageId }),
      store.preferences(visitorId),
      login.addressOf(visitorId),
      apps.findPublic(appId),
    ])
    if (!message || message.read_at !== null || !preferences?.by_mail || to === undefined || !app) return
    await mail.send(letterOf({ to, message, appName: app.name, origin: origin() }))
  })

  return {
    /** In the caller's transaction; when the person's quiet hours are over. */
    async post(connection: Db, visitorId: string, message: InboxRow): Promise<void> {
      const preferences = await store.preferences(visitorId)
      if (!preferences?.by_mail) return
      const { quiet_from: from, quiet_to: to, time_zone: timeZone } = preferences
      const startAt = whenAudible(clock.now(), { from, to, timeZone })
      const data = { visitorId, appId: message.app_id, openId: message.open_id, messageId: message.id }
      await jobs.send(connection, kind, data, { startAt })
    },
  }
}

export type Letters = ReturnType<typeof createLetters>

/** In both languages where the platform speaks itself, since it does not know which the person reads. */
function letterOf(input: { to: string; message: InboxRow; appName: string; origin: string }): Letter {
  const { to, message, appName, origin } = input
  const lines = message.lines.map(({ name, value }) => `${name}: ${value}`).join('\n')
  return {
    to,
    subject: `${appName}: ${message.title}`,
    text: `${lines}

打开 · Open: ${origin}/inbox/open/${message.app_id}/${message.id}
不再收到邮件 · No more letters: ${origin}/inbox/`,
  }
}
