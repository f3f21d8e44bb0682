import { changeSchema, type Change } from '@banyan/contract/live'
import { PlatformError } from '@banyan/contract/errors'
import type { Audit } from '#domains/audit'
import { auditChannel } from '#domains/audit'
import { canOnPlatform, type Caller } from '#domains/identity'
import type { Notifications } from '#infra/db/notifications.ts'

/** A tab each, of a person with many. */
const maxOfCaller = 20
const maxOfProcess = 2000
/** Who signs out or loses a role is not told for longer than this. */
const lifeMs = 5 * 60_000
/** Proxies cut what is silent for a minute. */
const beatMs = 20_000
/** A page that reads no more is let go. */
const maxWaiting = 500
/** An entry that was written earlier may have been committed later. */
const slackMs = 10_000
const maxReplayed = 200

interface Stream {
  caller: Caller
  write(text: string): void
  end(): void
}

export type Streams = ReturnType<typeof createStreams>

export function createStreams({ audit, notifications }: { audit: Audit; notifications: Notifications }) {
  const streams = new Set<Stream>()

  notifications.on(auditChannel, (text) => {
    if (streams.size === 0) return
    const change = text === undefined ? undefined : changeSchema.parse(JSON.parse(text))
    for (const stream of streams) {
      if (change === undefined) stream.write(resetEvent)
      else if (mayHear(stream.caller, change)) stream.write(eventOf(change))
    }
  })

  return {
    /** Throws when the caller has too many. */
    open(caller: Caller, lastId: string | undefined): ReadableStream<Uint8Array> {
      const own = [...streams].filter((stream) => stream.caller.id === caller.id).length
      if (own >= maxOfCaller || streams.size >= maxOfProcess) {
        throw new PlatformError('request.rateLimited', { detail: `at most ${maxOfCaller} streams of one caller` })
      }
      const encoder = new TextEncoder()
      let stream: Stream | undefined
      const forget = (): void => {
        if (stream) streams.delete(stream)
        clearInterval(beat)
        clearTimeout(life)
      }
      const beat = setInterval(() => stream?.write(': \n\n'), beatMs)
      const life = setTimeout(() => stream?.end(), lifeMs)
      return new ReadableStream<Uint8Array>(
        {
          async start(controller) {
            const opened: Stream = {
              caller,
              write(text) {
                if (!streams.has(opened)) return
                if ((controller.desiredSize ?? 0) < -maxWaiting) opened.end()
                else controller.enqueue(encoder.encode(text))
              },
              end() {
                if (!streams.has(opened)) return
                forget()
                controller.close()
              },
            }
            stream = opened
            streams.add(opened)
            // Heard from now on, so nothing falls between what is missed and what comes.
            opened.write('retry: 2000\n\n')
            if (lastId === undefined) opened.write(`event: open\nid: ${audit.idOfNow()}\ndata: {}\n\n`)
            else await replay(audit, opened, lastId)
          },
          cancel: forget,
        },
        { highWaterMark: 1 },
      )
    },
    endAll(): void {
      for (const stream of streams) stream.end()
    },
  }
}

async function replay(audit: Audit, stream: Stream, lastId: string): Promise<void> {
  const missed = await audit.since(lastId, { slackMs, limit: maxReplayed + 1 })
  if (missed === undefined || missed.length > maxReplayed) {
    stream.write(resetEvent)
    return
  }
  for (const change of missed) if (mayHear(stream.caller, change)) stream.write(eventOf(change))
}

function mayHear(caller: Caller, { workspaceId, appId }: Change): boolean {
  if (canOnPlatform(caller, 'audit.readAll')) return true
  if (workspaceId === '' || workspaceId !== caller.workspaceId) return false
  const { workspace, apps } = caller.grants
  return appId === null ? workspace.size > 0 : workspace.has('app.read') || apps.has(appId)
}

const resetEvent = 'event: reset\ndata: {}\n\n'

function eventOf(change: Change): string {
  return `event: change\nid: ${change.id}\ndata: ${JSON.stringify(change)}\n\n`
}
