/** The first-party mini-programs as the demo workspace shows them, and the small servers that some of them call. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ShopApi, startShopApi } from '../../miniprograms/shop/api/start.mjs'
import type { Project } from './seed.ts'

export interface DemoApp extends Project {
  /** The small server that the mini-program calls, if it calls one. */
  readonly api?: DemoServer
}

export interface DemoServer {
  /** As the mini-program calls it; bound to the demo server on this machine. */
  readonly origin: string
  start(options: { port: number; file: string }): Promise<ShopApi>
}

const miniprograms = join(import.meta.dirname, '..', '..', 'miniprograms')

export const demoApps: readonly DemoApp[] = [
  {
    folder: join(miniprograms, 'shop'),
    name: '榕间',
    description: '一间卖茶与器物的小店，从浏览到下单。 A small shop for tea and fine things.',
    version: '1.0.0',
    icon: join(miniprograms, 'shop', 'icon.png'),
    category: 'shopping/mall',
    api: { origin: 'https://shop.example', start: startShopApi },
  },
  {
    folder: join(miniprograms, 'notes'),
    name: '榕笺',
    description: '便笺与待办，只留在你的设备上。 Notes and to-dos that stay on your device.',
    version: '1.0.0',
    icon: join(miniprograms, 'notes', 'icon.png'),
    category: 'tools/office',
  },
]

const usualPort = 4310

/**
 * Starts the API where the platform expects it. Undefined when another program has taken that place: only a first start is free to
 * choose another one.
 */
export async function startDemoApi(
  server: DemoServer,
  boundPort: number | undefined,
  file: string,
): Promise<ShopApi | undefined> {
  mkdirSync(dirname(file), { recursive: true })
  try {
    return await server.start({ port: boundPort ?? usualPort, file })
  } catch (error) {
    if (!isPortTaken(error)) throw error
    return boundPort === undefined ? server.start({ port: 0, file }) : undefined
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/** What outlives a restart: the address of the API, if there is one, stays the same, since the app's settings on the server name it. */
export interface DemoRecord {
  readonly port?: number
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
