/** The one client of the API, in the language and the team that were chosen. */
import { createClient, type Client } from '@banyan/sdk'
import { currentLanguage } from './language.ts'

const workspaceKey = 'banyan.workspace'
let client: Client | undefined

export function api(): Client {
  return (client ??= createClient({
    baseUrl: window.location.origin,
    locale: currentLanguage() === 'zh' ? 'zh_CN' : 'en',
    workspaceId: localStorage.getItem(workspaceKey) ?? undefined,
  }))
}

/** Null: the first team of the person. */
export function chooseWorkspace(workspaceId: string | null): void {
  if (workspaceId === null) localStorage.removeItem(workspaceKey)
  else localStorage.setItem(workspaceKey, workspaceId)
  client = undefined
}

export function renewClient(): void {
  client = undefined
}
