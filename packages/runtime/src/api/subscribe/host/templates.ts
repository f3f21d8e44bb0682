/** What the platform knows of the templates that an app asks for. */
import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { isRecord } from '../../../host/worker-messages.ts'

export interface KnownTemplates {
  mainSwitch: boolean
  titles: Readonly<Record<string, string>>
  /** The answers that the user does not want to be asked for again. */
  kept: Readonly<Record<string, 'accept' | 'reject'>>
}

const timeoutMs = 15_000
const refusals: Readonly<Record<string, HostFailure>> = {
  'message.templateNotFound': new HostFailure(
    'fail No template data return, verify the template id exist',
    undefined,
    20_001,
  ),
  'message.kindsMixed': new HostFailure('fail Templates type must be same', undefined, 20_002),
}

/** Undefined where no platform answers. */
export async function askTemplates(
  host: HostContext,
  templateIds: readonly string[],
): Promise<KnownTemplates | undefined> {
  const answer = await ask(host, templateIds)
  if (!isRecord(answer)) return undefined
  if (typeof answer.code === 'string') {
    const refusal = refusals[answer.code]
    if (refusal) throw refusal
  }
  if (!Array.isArray(answer.templates)) return undefined
  const titles: Record<string, string> = {}
  const kept: Record<string, 'accept' | 'reject'> = {}
  for (const template of answer.templates) {
    if (!isRecord(template) || typeof template.id !== 'string') continue
    if (typeof template.title === 'string') titles[template.id] = template.title
    if (template.kept === 'accept' || template.kept === 'reject') kept[template.id] = template.kept
  }
  return { mainSwitch: answer.mainSwitch !== false, titles, kept }
}

async function ask(host: HostContext, templateIds: readonly string[]): Promise<unknown> {
  try {
    const answer = await fetch(`${host.boot.basePath}-/subscriptions`, {
      method: 'POST',
      credentials: 'same-origin',
      signal: AbortSignal.timeout?.(timeoutMs) ?? new AbortController().signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ templateIds }),
    })
    return await answer.json()
  } catch {
    return undefined
  }
}
