import type { ServerClient } from './client.ts'

export type CustomerMessage =
  | { kind: 'text'; text: string }
  | { kind: 'link'; title: string; description: string; url: string; thumbUrl: string }
  | { kind: 'page'; title: string; path: string; thumbMediaId: string }
  | { kind: 'image'; mediaId: string }

/**
 * Answers a user who wrote to the app's customer service: within 48 hours, at most five messages for each of his.
 *
 * @example
 * await sendCustomerMessage(client, openId, { kind: 'text', text: 'On its way!' })
 */
export async function sendCustomerMessage(
  client: ServerClient,
  openId: string,
  message: CustomerMessage,
): Promise<void> {
  await client.call('/cgi-bin/message/custom/send', { body: { touser: openId, ...bodyOf(message) } })
}

/** Shows the user that somebody is writing. */
export async function setTyping(client: ServerClient, openId: string, isTyping: boolean): Promise<void> {
  const command = isTyping ? 'Typing' : 'CancelTyping'
  await client.call('/cgi-bin/message/custom/typing', { body: { touser: openId, command } })
}

function bodyOf(message: CustomerMessage): object {
  switch (message.kind) {
    case 'text':
      return { msgtype: 'text', text: { content: message.text } }
    case 'image':
      return { msgtype: 'image', image: { media_id: message.mediaId } }
    case 'link': {
      const { title, description, url, thumbUrl } = message
      return { msgtype: 'link', link: { title, description, url, thumb_url: thumbUrl } }
    }
    case 'page': {
      const { title, path, thumbMediaId } = message
      return { msgtype: 'miniprogrampage', miniprogrampage: { title, pagepath: path, thumb_media_id: thumbMediaId } }
    }
  }
}
