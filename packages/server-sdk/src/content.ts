import { isRecord, textIn, type ServerClient } from './client.ts'

/** Where the text will be seen: profiles, comments, forums, social logs. */
const scenes = { profile: 1, comment: 2, forum: 3, log: 4 } as const

export interface TextCheck {
  /** A user who was here within two hours. */
  openId: string
  text: string
  place: keyof typeof scenes
  title?: string
  nickname?: string
}

export interface TextVerdict {
  suggest: 'pass' | 'review' | 'risky'
  /** WeChat's number of the kind of content; 100 is nothing in particular. */
  label: number
  traceId: string
}

export interface MediaCheck {
  openId: string
  url: string
  kind: 'audio' | 'image'
  place: keyof typeof scenes
}

/**
 * @example
 * const { suggest } = await checkText(client, { openId, text: comment, place: 'comment' })
 * if (suggest !== 'pass') return refuse()
 */
export async function checkText(
  client: ServerClient,
  { openId, text, place, title, nickname }: TextCheck,
): Promise<TextVerdict> {
  const body = {
    version: 2,
    openid: openId,
    scene: scenes[place],
    content: text,
    ...(title !== undefined && { title }),
    ...(nickname !== undefined && { nickname }),
  }
  const answer = await client.call('/wxa/msg_sec_check', { body })
  const result = isRecord(answer['result']) ? answer['result'] : {}
  const { suggest, label } = result
  return {
    suggest: suggest === 'risky' || suggest === 'review' ? suggest : 'pass',
    label: typeof label === 'number' ? label : 100,
    traceId: textIn(answer, 'trace_id'),
  }
}

/** The verdict comes later, by message push (`wxa_media_check`) and by webhook (`media.checked`), with this id. */
export async function checkMedia(client: ServerClient, { openId, url, kind, place }: MediaCheck): Promise<string> {
  const body = {
    version: 2,
    openid: openId,
    scene: scenes[place],
    media_url: url,
    media_type: kind === 'audio' ? 1 : 2,
  }
  return textIn(await client.call('/wxa/media_check_async', { body }), 'trace_id')
}
