import { screenshotListSchema, type ScreenshotList } from '@banyan/contract/app-pictures'
import { categoryListSchema, type MainCategory } from '@banyan/contract/categories'
import { appProfileSchema } from '@banyan/contract/app-profile'
import type { AppProfile, SuspendAppInput, TransferAppInput, UpdateAppProfileInput } from '@banyan/contract/app-profile'
import type { AppStanding } from '@banyan/contract/app-standing'
import { appListSchema, appSchema } from '@banyan/contract/apps'
import { appSecretSchema } from '@banyan/contract/login'
import type { AppSecret } from '@banyan/contract/login'
import { nothing } from './http.ts'
import type { App, CreateAppInput, UpdateAppInput } from '@banyan/contract/apps'
import type { Http } from './http.ts'

export interface AppsClient {
  /**
   * The mini-programs of the workspace.
   *
   * @example
   * for (const app of await client.apps.list()) console.log(app.id, app.name)
   */
  list(): Promise<readonly App[]>
  /**
   * Creates a mini-program; the platform chooses its id.
   *
   * @example
   * const { id } = await client.apps.create({ name: 'Corner shop' })
   */
  create(input: CreateAppInput): Promise<App>
  /**
   * One mini-program. Fails with `app.notFound`.
   *
   * @example
   * const app = await client.apps.read('by0123456789abcdef')
   */
  read(appId: string): Promise<App>
  /**
   * Changes what is given and leaves the rest; `requestDomains` replaces the whole list.
   *
   * @example
   * await client.apps.update(appId, { requestDomains: [{ origin: 'https://api.example.com' }] })
   */
  update(appId: string, input: UpdateAppInput): Promise<App>
  /**
   * Category, privacy declaration, domains of all kinds and how the app stands with the platform.
   *
   * @example
   * const { standing } = await client.apps.profile(appId)
   */
  profile(appId: string): Promise<AppProfile>
  /**
   * Where a mini-program may stand, in two levels, as the platform's staff has arranged them.
   *
   * @example
   * const open = (await client.apps.categories()).filter(({ isHidden }) => !isHidden)
   */
  categories(): Promise<readonly MainCategory[]>
  /**
   * A new secret for the app's own server; the one before stops working at once. It is shown this once.
   *
   * @example
   * const { secret } = await client.apps.rotateSecret(appId)
   */
  rotateSecret(appId: string): Promise<AppSecret>
  /**
   * Category, privacy declaration and domains of the other kinds; what is left out stays.
   *
   * @example
   * await client.apps.describe(appId, { category: 'shopping/mall', privacy: [{ kind: 'location', reason: 'finds shops' }] })
   */
  describe(appId: string, input: UpdateAppProfileInput): Promise<AppProfile>
  /**
   * Stops a mini-program of any team, for staff of the platform.
   *
   * @example
   * await client.apps.suspend(appId, { reason: 'gambling' })
   */
  suspend(appId: string, input: SuspendAppInput): Promise<AppProfile>
  /**
   * Appeals against a suspension.
   *
   * @example
   * await client.apps.appeal(appId, 'It is chess.')
   */
  appeal(appId: string, text: string): Promise<AppProfile>
  /**
   * Ends a suspension, for staff of the platform.
   *
   * @example
   * await client.apps.restore(appId)
   */
  restore(appId: string): Promise<AppProfile>
  /**
   * By its team: open to all, reached by its link alone, or closed.
   *
   * @example
   * await client.apps.setStanding(appId, 'hidden')
   */
  setStanding(appId: string, standing: Extract<AppStanding, 'normal' | 'hidden' | 'unpublished'>): Promise<AppProfile>
  /**
   * Gives it to another team that the caller is in; `confirm` is the app's id once more.
   *
   * @example
   * await client.apps.transfer(appId, { workspaceId, confirm: appId })
   */
  transfer(appId: string, input: TransferAppInput): Promise<void>
  /**
   * Ends it for ever; `confirm` is the app's id once more.
   *
   * @example
   * await client.apps.terminate(appId, appId)
   */
  terminate(appId: string, confirm: string): Promise<void>
  /**
   * Sets the icon: the bytes of a PNG, JPEG or WebP picture of at most 256 KiB.
   *
   * @example
   * await client.apps.setIcon(appId, { bytes: new Uint8Array(await readFile('icon.png')), mediaType: 'image/png' })
   */
  setIcon(appId: string, icon: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }): Promise<App>
  /** Pictures of the app at work, in their order. */
  screenshots(appId: string): Promise<ScreenshotList>
  addScreenshot(appId: string, picture: { bytes: Uint8Array<ArrayBuffer>; mediaType: string }): Promise<ScreenshotList>
  /** One that is left out is gone. */
  arrangeScreenshots(appId: string, ids: readonly string[]): Promise<ScreenshotList>
}

export function createAppsClient(http: Http): AppsClient {
  return {
    async list() {
      const { items } = await http.call('listApps', { answer: appListSchema })
      return items
    },
    create: (input) => http.call('createApp', { answer: appSchema, json: input }),
    read: (appId) => http.call('readApp', { answer: appSchema, params: { appId } }),
    update: (appId, input) => http.call('updateApp', { answer: appSchema, params: { appId }, json: input }),
    profile: (appId) => http.call('readAppProfile', { answer: appProfileSchema, params: { appId } }),
    rotateSecret: (appId) => http.call('rotateAppSecret', { answer: appSecretSchema, params: { appId } }),
    describe: (appId, input) =>
      http.call('updateAppProfile', { answer: appProfileSchema, params: { appId }, json: input }),
    suspend: (appId, input) => http.call('suspendApp', { answer: appProfileSchema, params: { appId }, json: input }),
    appeal: (appId, text) =>
      http.call('appealSuspension', { answer: appProfileSchema, params: { appId }, json: { text } }),
    restore: (appId) => http.call('restoreApp', { answer: appProfileSchema, params: { appId } }),
    setStanding: (appId, standing) =>
      http.call('setAppStanding', { answer: appProfileSchema, params: { appId }, json: { standing } }),
    transfer: (appId, json) => http.call('transferApp', { answer: nothing, params: { appId }, json }),
    terminate: (appId, confirm) => http.call('terminateApp', { answer: nothing, params: { appId }, json: { confirm } }),
    screenshots: (appId) => http.call('listScreenshots', { answer: screenshotListSchema, params: { appId } }),
    addScreenshot: (appId, picture) =>
      http.call('addScreenshot', { answer: screenshotListSchema, params: { appId }, body: picture }),
    arrangeScreenshots: (appId, ids) =>
      http.call('arrangeScreenshots', { answer: screenshotListSchema, params: { appId }, json: { ids } }),
    categories: async () => (await http.call('listCategories', { answer: categoryListSchema })).items,
    setIcon: (appId, icon) => http.call('setAppIcon', { answer: appSchema, params: { appId }, body: icon }),
  }
}
