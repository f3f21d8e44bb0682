import { changeSchema, type Change } from '@banyan/contract/live'
import { createParser } from 'eventsource-parser'
import { ApiError } from './api-error.ts'
import type { Http } from './http.ts'

export interface LiveClient {
  /**
   * What changes in the team, as it changes; staff who may read the whole log hear of every team. `'reset'` says that something may have
   * been missed: read again whatever is shown. Lost connections are made anew, until `signal` ends it. A change may come twice.
   *
   * @throws ApiError when the platform refuses, as with a session that is over
   * @example
   * for await (const change of client.live.watch({ signal })) {
   *   if (change !== 'reset' && change.action === 'release.publish') console.log(change.appId, change.subject)
   * }
   */
  watch(options: { signal: AbortSignal }): AsyncGenerator<Change | 'reset', void>
}

/** The server says something every 20 seconds. */
const silenceMs = 60_000
const retryMs = 1000
const retryMaxMs = 60_000

export function createLiveClient(http: Http): LiveClient {
  return {
    async *watch({ signal }) {
      let lastId: string | undefined
      let failures = 0
      let mayHaveMissed = false
      while (!signal.aborted) {
        try {
          for await (const event of connect(http, lastId, signal)) {
            failures = 0
            if (mayHaveMissed && event.change !== 'reset') yield 'reset'
            mayHaveMissed = false
            lastId = event.id ?? lastId
            if (event.change !== undefined) yield event.change
          }
        } catch (error) {
          if (signal.aborted) return
          if (error instanceof ApiError && isFinal(error)) throw error
          failures += 1
        }
        // With the id of the last change the server tells what was missed.
        mayHaveMissed = lastId === undefined
        await pause(Math.min(retryMs * 2 ** failures, retryMaxMs) * (0.5 + Math.random() / 2), signal)
      }
    },
  }
}

interface Heard {
  id: string | undefined
  change?: Change | 'reset'
}

async function* connect(http: Http, lastId: string | undefined, ended: AbortSignal): AsyncGenerator<Heard, void> {
  const silent = new AbortController()
  const giveUp = (): void => silent.abort()
  let timer = setTimeout(giveUp, silenceMs)
  ended.addEventListener('abort', giveUp)
  const heard: Heard[] = []
  const parser = createParser({
    onEvent({ event, id, data }) {
      if (event === 'open') heard.push({ id })
      if (event === 'reset') heard.push({ id, change: 'reset' })
      if (event === 'change') heard.push({ id, change: changeSchema.parse(JSON.parse(data)) })
    },
  })
  try {
    const { body } = await http.open('watchChanges', {
      accept: 'text/event-stream',
      headers: lastId === undefined ? {} : { 'last-event-id': lastId },
      signal: silent.signal,
    })
    yield { id: undefined }
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      clearTimeout(timer)
      timer = setTimeout(giveUp, silenceMs)
      parser.feed(part.value)
      yield* heard.splice(0)
    }
  } finally {
    clearTimeout(timer)
    ended.removeEventListener('abort', giveUp)
    silent.abort()
  }
}

/** What is refused once is refused again, except too many requests. */
function isFinal({ status }: ApiError): boolean {
  return status >= 400 && status < 500 && status !== 429
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
