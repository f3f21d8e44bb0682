export interface ShopApi {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  close(): Promise<void>
}
export interface ShopApiOptions {
  port?: number
  /** JSON file that keeps orders and stock over a restart. */
  file?: string
  /** The clock, in milliseconds. */
  now?: () => number
}
export function startShopApi(options?: ShopApiOptions): Promise<ShopApi>
