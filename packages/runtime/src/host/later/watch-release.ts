/** Asks the platform now and then whether the release that runs may still run. */
import { type RunningState, statePath } from '@banyan/contract/offline'
import type { BootData } from '@banyan/contract/boot'

/** A take-down reaches every open page within a minute. */
const askEveryMs = 45_000

export function watchRelease({ appId, release, offlineUrl }: BootData): void {
  // A development server has nothing to say, and who has a link to a trial version keeps it.
  if (offlineUrl === undefined || release.channel !== 'release') return
  const ask = async () => {
    if (document.visibilityState === 'hidden') return
    const asked = { version: release.version, sequence: String(release.sequence) }
    const state = await readState(`${statePath(appId)}?${new URLSearchParams(asked)}`)
    // The page itself then says why, or starts what has taken the place.
    if (state?.isStopped === true || state?.mustUpdate === true) location.reload()
  }
  setInterval(() => void ask(), askEveryMs)
  document.addEventListener('visibilitychange', () => void ask())
}

/** Undefined without a network: only the platform's own word stops an app. */
async function readState(url: string): Promise<RunningState | undefined> {
  try {
    const answer = await fetch(url, { cache: 'no-store' })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}
