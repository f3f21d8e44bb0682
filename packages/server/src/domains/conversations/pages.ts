/** Where a user writes to the customer service of a mini-program. */
import { PlatformError } from '@banyan/contract/errors'
import { html } from 'hono/html'
import { z } from 'zod'
import type { Apps } from '#domains/apps'
import type { Login } from '#domains/login'
import { readBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext, Locale } from '#infra/http/http-env.ts'
import { respondHtml } from '#infra/http/html-page.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { ConversationService } from './service.ts'
import type { ConversationMessage } from './store.ts'

const texts: Readonly<
  Record<Locale, Readonly<Record<'title' | 'back' | 'say' | 'send' | 'typing' | 'empty', string>>>
> = {
  zh: {
    title: '客服',
    back: '返回小程序',
    say: '想说什么？',
    send: '发送',
    typing: '对方正在输入…',
    empty: '有问题请直接留言。',
  },
  en: {
    title: 'Customer service',
    back: 'Back to the mini-program',
    say: 'What would you like to say?',
    send: 'Send',
    typing: 'Somebody is writing…',
    empty: 'Ask your question here.',
  },
}
const bodyMaxBytes = 8192
const sayInput = z.strictObject({ text: z.string().trim().min(1).max(1000) })
const enterInput = z.strictObject({ from: z.string().max(1000).optional() })

export interface ConversationPageOptions {
  service: ConversationService
  login: Login
  apps: Apps
}

export function conversationPages({ service, login, apps }: ConversationPageOptions): HttpApp {
  const router = createRouter()

  /** For the host page: the user has tapped the app's button. */
  router.post('/a/:appId/-/contact', async (c) => {
    requireSameOrigin(c)
    const appId = c.req.param('appId')
    const openId = await login.requireUser(c, appId)
    const { from = '' } = await readJson(c, enterInput)
    await service.enter(appId, openId, from)
    return c.json({ url: `/inbox/chat/${appId}` })
  })

  router.get('/inbox/chat/:appId', async (c) => {
    const appId = c.req.param('appId')
    const app = await apps.findPublic(appId)
    if (!app) throw new PlatformError('app.notFound')
    const locale = c.get('locale')
    const text = texts[locale]
    return respondHtml(c, {
      title: `${app.name} · ${text.title}`,
      locale,
      script: chatScript(appId, text.typing),
      body: html`<header class="top">
          <strong>${app.name} · ${text.title}</strong><a href="/a/${appId}/">${text.back}</a>
        </header>
        <main>
          <p class="soft">${text.empty}</p>
          <div id="messages" role="log" aria-live="polite"></div>
          <p id="typing" class="soft" aria-live="polite"></p>
          <form id="say">
            <label for="text">${text.say}</label>
            <textarea id="text" name="text" maxlength="1000" required></textarea>
            <p class="actions"><button>${text.send}</button></p>
          </form>
        </main>`,
    })
  })

  router.get('/inbox/chat/:appId/messages', async (c) => {
    const appId = c.req.param('appId')
    const { messages, isTyping } = await service.view(appId, await userOf(c, appId), c.req.query('after') ?? '')
    return c.json({ messages: messages.map((message) => present(appId, message)), isTyping })
  })

  router.post('/inbox/chat/:appId/messages', async (c) => {
    requireSameOrigin(c)
    const appId = c.req.param('appId')
    const { text } = await readJson(c, sayInput)
    return c.json(present(appId, await service.say(appId, await userOf(c, appId), text)), 201)
  })

  router.get('/inbox/chat/:appId/media/:mediaId', async (c) => {
    const appId = c.req.param('appId')
    await userOf(c, appId)
    const found = await service.readMedia(appId, c.req.param('mediaId'))
    if (!found) return c.notFound()
    return c.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.mediaType })
  })

  return router

  async function userOf(c: HttpContext, appId: string): Promise<string> {
    const openId = await login.findUser(c, appId)
    if (openId === undefined) throw new PlatformError('identity.signInRequired')
    return openId
  }
}

function present(appId: string, { id, sender, kind, content, created_at: at }: ConversationMessage): object {
  const { title = '', text = title, mediaId, url, path } = content
  const image = mediaId === undefined ? undefined : `/inbox/chat/${appId}/media/${mediaId}`
  return { id, sender, kind, text, image, href: path === undefined ? url : `/a/${appId}/${path}`, at: at.toISOString() }
}

async function readJson<Schema extends z.ZodType>(c: HttpContext, schema: Schema): Promise<z.output<Schema>> {
  const bytes = await readBody(c, bodyMaxBytes)
  try {
    return schema.parse(bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw new PlatformError('request.invalid', { cause })
  }
}

function chatScript(appId: string, typing: string): string {
  return `
const list = document.getElementById('messages')
const field = document.getElementById('text')
const address = ${JSON.stringify(`/inbox/chat/${appId}/messages`)}
let after = ''
function show(message) {
  if (message.id <= after) return
  after = message.id
  const row = document.createElement('p')
  row.className = message.sender === 'user' ? 'card' : 'notice'
  if (message.image) {
    const picture = document.createElement('img')
    picture.src = message.image
    picture.style.maxWidth = '100%'
    row.append(picture)
  } else if (message.href) {
    const link = document.createElement('a')
    link.href = message.href
    link.rel = 'noopener noreferrer'
    link.textContent = message.text
    row.append(link)
  } else row.textContent = message.text
  list.append(row)
  row.scrollIntoView({ block: 'nearest' })
}
async function look() {
  try {
    const answer = await fetch(address + '?after=' + encodeURIComponent(after))
    if (answer.ok) {
      const { messages, isTyping } = await answer.json()
      messages.forEach(show)
      document.getElementById('typing').textContent = isTyping ? ${JSON.stringify(typing)} : ''
    }
  } finally {
    setTimeout(look, document.hidden ? 15000 : 3000)
  }
}
document.getElementById('say').addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = field.value.trim()
  if (!text) return
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) })
  if (!answer.ok) return
  field.value = ''
  show(await answer.json())
})
look()
`
}
