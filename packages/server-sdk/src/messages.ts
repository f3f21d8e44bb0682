import { isRecord, textIn, type ServerClient } from './client.ts'

export interface SubscribeMessage {
  openId: string
  templateId: string
  /** Path of a page with its query; without one the message leads to the first page. */
  page?: string
  /** Value by keyword: `{ thing1: 'Flat white' }`. */
  data: Readonly<Record<string, string | number>>
}

export interface Template {
  id: string
  title: string
  kind: 'once' | 'longTerm'
  /** Lines `name:{{thing1.DATA}}`. */
  content: string
}

/**
 * Sends a message to a user who has agreed to the template. Fails with code 43101 when he has not, or not often enough.
 *
 * @example
 * await sendSubscribeMessage(client, { openId, templateId, page: 'pages/order/order?id=7', data: { thing1: 'Flat white' } })
 */
export async function sendSubscribeMessage(client: ServerClient, message: SubscribeMessage): Promise<void> {
  const data = Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }]))
  const body = { touser: message.openId, template_id: message.templateId, page: message.page ?? '', data }
  await client.call('/cgi-bin/message/subscribe/send', { body })
}

export async function listTemplates(client: ServerClient): Promise<Template[]> {
  const { data } = await client.call('/wxaapi/newtmpl/gettemplate')
  const rows: unknown[] = Array.isArray(data) ? data : []
  return rows.filter(isRecord).map((row) => ({
    id: textIn(row, 'priTmplId'),
    title: textIn(row, 'title'),
    kind: row['type'] === 3 ? 'longTerm' : 'once',
    content: textIn(row, 'content'),
  }))
}
