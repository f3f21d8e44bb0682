import {
  settingHistorySchema,
  settingListSchema,
  settingSchema,
  type Setting,
  type SettingChange,
} from '@banyan/contract/settings'
import type { Http } from './http.ts'

export interface SettingsClient {
  /**
   * What may be chosen for the installation, and what holds.
   *
   * @example
   * const settings = await client.settings.list()
   */
  list(): Promise<readonly Setting[]>
  /**
   * Changes a setting of the installation; null returns to the default.
   *
   * @example
   * await client.settings.set('audit.anchorUrl', 'https://anchors.example.com/banyan')
   */
  set(key: string, value: unknown): Promise<Setting>
  /**
   * Sets the mark of the platform: PNG, JPEG or WebP of at most 256 KB, best square.
   *
   * @example
   * await client.settings.setLogo({ bytes: new Uint8Array(await readFile('mark.png')), mediaType: 'image/png' })
   */
  setLogo(logo: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }): Promise<Setting>
  /**
   * Who changed which setting of the installation, newest first, a page at a time.
   *
   * @example
   * const { items } = await client.settings.history({ key: 'audit.anchorUrl' })
   */
  history(filter?: { key?: string; cursor?: string }): Promise<{ items: SettingChange[]; nextCursor: string | null }>
}

export function createSettingsClient(http: Http): SettingsClient {
  return {
    list: async () => (await http.call('listPlatformSettings', { answer: settingListSchema })).items,
    set: (key, value) => http.call('setPlatformSetting', { answer: settingSchema, params: { key }, json: { value } }),
    setLogo: (logo) => http.call('setBrandLogo', { answer: settingSchema, body: logo }),
    history: (filter = {}) =>
      http.call('readPlatformSettingHistory', { answer: settingHistorySchema, query: { ...filter } }),
  }
}
