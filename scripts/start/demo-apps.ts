/** The first-party mini-programs as the demo workspace shows them, and the small servers that some of them call. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ShopApi, startShopApi } from '../../miniprograms/shop/api/start.mjs'
import type { Project } from './seed.ts'

export interface DemoApp extends Project {
  /** The origin that the mini-program calls, bound to its demo API on this machine. */
  readonly apiOrigin: string
  startApi(options: { port: number; file: string }): Promise<ShopApi>
}

const miniprograms = join(import.meta.dirname, '..', '..', 'miniprograms')

export const demoApps: readonly DemoApp[] = [
  {
    folder: join(miniprograms, 'shop'),
    name: '榕间',
    description: '一间卖茶与器物的小店，从浏览到下单。 A small shop for tea and fine things.',
    version: '1.0.0',
    apiOrigin: 'https://shop.example',
    startApi: startShopApi,
  },
]

const usualPort = 4310

/**
 * Starts the API where the platform expects it. Undefined when another program has taken that place: only a first start is free to
 * choose another one.
 */
export async function startDemoApi(
  app: DemoApp,
  boundPort: number | undefined,
  file: string,
): Promise<ShopApi | undefined> {
  mkdirSync(dirname(file), { recursive: true })
  try {
    return await app.startApi({ port: boundPort ?? usualPort, file })
  } catch (error) {
    if (!isPortTaken(error)) throw error
    return boundPort === undefined ? app.startApi({ port: 0, file }) : undefined
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/** What outlives a restart: the address of the API stays the same, since the app's settings on the server name it. */
export interface DemoRecord {
  readonly port: number
  readonly appId?: string
}

export function readRecord(file: string): DemoRecord | undefined {
  if (!existsSync(file)) return undefined
  try {
    const record: DemoRecord = JSON.parse(readFileSync(file, 'utf8'))
    return record
  } catch {
    return undefined
  }
}

export function writeRecord(file: string, record: DemoRecord): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(record)}\n`)
  renameSync(`${file}.new`, file)
}
