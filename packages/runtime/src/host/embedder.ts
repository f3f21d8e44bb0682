/** Whether another page shows this one by `<banyan-app>`. */
import { embedFrameName } from '@banyan/contract/embed'
import { loadLaterParts } from './later-parts.ts'

/** The app is to be left; who handles it prevents that the host page goes elsewhere. */
export const leaveEvent = 'banyan:leave'

/** Functions for `wx` that the page around brings; none when what talks to it cannot be loaded. */
export async function functionsOfEmbedder(appId: string): Promise<readonly string[]> {
  if (window.parent === window || window.name !== embedFrameName) return []
  try {
    return await (await loadLaterParts()).meetEmbedder(appId)
  } catch {
    return []
  }
}
