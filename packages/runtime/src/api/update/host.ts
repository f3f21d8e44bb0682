/** Whether the server has a newer release than the one that is running. */
import { bootElementId } from '@banyan/contract/boot'
import type { HostContext, HostMethods } from '../../host/context.ts'
import { isRecord } from '../../host/worker-messages.ts'

const answerMs = 15_000

export const updateHost: HostMethods = {
  async getUpdateManager({ params }, host) {
    if (params.apply === true) {
      host.restart()
      return undefined
    }
    return { hasUpdate: (await currentSequence(host)) > host.boot.release.sequence }
  },
}

async function currentSequence({ boot }: HostContext): Promise<number> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerMs)
  try {
    const answer = await fetch(boot.basePath, { cache: 'no-store', signal: abort.signal })
    if (!answer.ok) return 0
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const found: unknown = JSON.parse(page.getElementById(bootElementId)?.textContent ?? '{}')
    const release = isRecord(found) ? found.release : undefined
    return isRecord(release) && typeof release.sequence === 'number' ? release.sequence : 0
  } catch {
    return 0
  } finally {
    clearTimeout(timer)
  }
}
