/** The interface of the part of the host that loads when it is first needed. */
import type { HostMethods } from './context.ts'
import type { Texts } from './ui/texts.ts'

export interface LaterParts {
  /** Host functions that are not needed at the start. */
  hostMethods: HostMethods
  /** Shows pictures full screen until the user closes it. `urls` may be shown by the page. */
  previewPictures(root: HTMLElement, options: PreviewOptions): Promise<void>
  showMenu(root: HTMLElement, options: MenuOptions): void
  showSettings(root: HTMLElement, options: SettingsOptions): Promise<void>
  chooseFiles(options: { accept: string; multiple: boolean; capture?: 'environment' | 'user' }): Promise<File[]>
  /** Draws a picture smaller and as JPEG. */
  compressPicture(picture: Blob, options: { quality: number; maxWidth?: number; maxHeight?: number }): Promise<Blob>
}

export interface PreviewOptions {
  texts: Texts
  count: number
  start: number
  load(index: number): Promise<string | undefined>
}

export interface MenuOptions {
  texts: Texts
  app: { name: string; iconUrl?: string }
  detail: string
  items: readonly { text: string; icon: string; onChoose(): void }[]
}

export interface SettingsOptions {
  texts: Texts
  scopes: readonly { scope: string; text: string; isGranted: boolean }[]
  onChange(scope: string, isGranted: boolean): void
}

declare const banyanLaterFile: string

let loading: Promise<LaterParts> | undefined

export function loadLaterParts(): Promise<LaterParts> {
  loading ??= importLater().catch((cause: unknown) => {
    loading = undefined
    throw cause
  })
  return loading
}

async function importLater(): Promise<LaterParts> {
  const loaded: { laterParts: LaterParts } = await import(
    /* @vite-ignore */ new URL(`./${banyanLaterFile}`, import.meta.url).href
  )
  return loaded.laterParts
}
