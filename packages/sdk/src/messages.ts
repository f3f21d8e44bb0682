import { messageTemplateListSchema, messageTemplateSchema } from '@banyan/contract/messages'
import type { CreateMessageTemplateInput, MessageTemplate } from '@banyan/contract/messages'
import { nothing, type Http } from './http.ts'

export interface MessagesClient {
  /**
   * The templates of an app's messages.
   *
   * @example
   * const [template] = await client.messages.templates(appId)
   */
  templates(appId: string): Promise<readonly MessageTemplate[]>
  /**
   * Makes a template; its id is what `wx.requestSubscribeMessage` asks for.
   *
   * @example
   * await client.messages.createTemplate(appId, { title: 'Order shipped', kind: 'once', keywords: [{ name: 'Order', type: 'thing' }] })
   */
  createTemplate(appId: string, input: CreateMessageTemplateInput): Promise<MessageTemplate>
  /**
   * Ends a template; nothing can be sent by it any more.
   *
   * @example
   * await client.messages.removeTemplate(appId, template.id)
   */
  removeTemplate(appId: string, templateId: string): Promise<void>
}

export function createMessagesClient(http: Http): MessagesClient {
  return {
    templates: async (appId) =>
      (await http.call('listMessageTemplates', { answer: messageTemplateListSchema, params: { appId } })).items,
    createTemplate: (appId, input) =>
      http.call('createMessageTemplate', { answer: messageTemplateSchema, params: { appId }, json: input }),
    removeTemplate: (appId, templateId) =>
      http.call('deleteMessageTemplate', { answer: nothing, params: { appId, templateId } }),
  }
}
