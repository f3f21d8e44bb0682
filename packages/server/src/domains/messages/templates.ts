/** The templates of an app: taken from the library, or its own. */
import type {
  CreateMessageTemplateInput,
  Keyword,
  KeywordType,
  MessageTemplate,
  TemplateKind,
} from '@banyan/contract/messages'
import { PlatformError } from '@banyan/contract/errors'
import { WechatError } from '@banyan/contract/wechat'
import type { Apps } from '#domains/apps'
import type { Audit } from '#domains/audit'
import { authorize, type Caller } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import { templateLibrary } from './library.ts'
import { createMessageStore, type MessageStore, type TemplateRow } from './store.ts'

export interface TemplatePorts {
  store: MessageStore
  apps: Apps
  audit: Audit
  clock: Clock
  ids: Ids
}

interface NewTemplate {
  libraryId: number | null
  title: string
  kind: TemplateKind
  scene: string
  keywords: readonly { name: string; type: KeywordType; example?: string | undefined }[]
}

const templatesPerApp = 50

export function createTemplates({ store, apps, audit, clock, ids }: TemplatePorts) {
  async function add(appId: string, template: NewTemplate): Promise<TemplateRow> {
    if ((await store.templatesOf(appId)).length >= templatesPerApp) throw new PlatformError('message.tooManyTemplates')
    const row: TemplateRow = {
      app_id: appId,
      id: randomText(ids, 43),
      library_id: template.libraryId,
      title: template.title,
      kind: template.kind,
      keywords: withKeys(template.keywords),
      scene: template.scene,
      created_at: clock.now(),
    }
    await store.addTemplate(row)
    return row
  }

  return {
    async list(caller: Caller, appId: string): Promise<MessageTemplate[]> {
      authorize(caller, 'app.read', { appId })
      await apps.require(caller, appId)
      return (await store.templatesOf(appId)).map(present)
    },

    async create(caller: Caller, appId: string, input: CreateMessageTemplateInput): Promise<MessageTemplate> {
      authorize(caller, 'push.send', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      const row = await add(appId, { ...input, libraryId: null, scene: '' })
      await store.inTransaction((transaction) =>
        audit.record(transaction, {
          workspaceId,
          appId,
          actor: caller,
          action: 'messageTemplate.create',
          subject: row.id,
          details: { title: row.title, kind: row.kind },
        }),
      )
      return present(row)
    },

    async remove(caller: Caller, appId: string, id: string): Promise<void> {
      authorize(caller, 'push.send', { appId })
      const { workspaceId } = await apps.require(caller, appId)
      await store.inTransaction(async (transaction) => {
        const removed = await createMessageStore(transaction).removeTemplate(appId, id)
        if (!removed) throw new PlatformError('message.templateNotFound')
        const entry = { workspaceId, appId, actor: caller, action: 'messageTemplate.delete', subject: id } as const
        await audit.record(transaction, entry)
      })
    },

    /** For an app's own server, which asks in WeChat's way. */
    async addFromLibrary(appId: string, tid: number, { kids, scene }: { kids: readonly number[]; scene: string }) {
      const found = templateLibrary.find((each) => each.tid === tid)
      if (!found) throw new WechatError(200014)
      const keywords = kids.map((kid) => found.keywords.find((keyword) => keyword.kid === kid))
      if (keywords.length < 2 || keywords.length > 5 || new Set(kids).size !== kids.length)
        throw new WechatError(200020)
      if (keywords.includes(undefined)) throw new WechatError(200020)
      const row = await add(appId, {
        libraryId: tid,
        title: found.title,
        kind: found.kind,
        scene,
        keywords: keywords.filter((keyword) => keyword !== undefined),
      })
      return row.id
    },

    listOfApp: (appId: string) => store.templatesOf(appId),

    async removeOfApp(appId: string, id: string): Promise<void> {
      if (!(await store.removeTemplate(appId, id))) throw new WechatError(40037)
    },
  }
}

export type Templates = ReturnType<typeof createTemplates>

/** Numbered over the whole template, as WeChat numbers them: `thing1`, `time2`. */
function withKeys(keywords: NewTemplate['keywords']): Keyword[] {
  return keywords.map(({ name, type, example = '' }, index) => ({ key: `${type}${index + 1}`, name, type, example }))
}

function present(row: TemplateRow): MessageTemplate {
  return {
    id: row.id,
    appId: row.app_id,
    title: row.title,
    kind: row.kind,
    keywords: row.keywords,
    createdAt: row.created_at.toISOString(),
  }
}
