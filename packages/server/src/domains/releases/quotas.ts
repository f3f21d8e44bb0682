/** How much one app may keep here. Whoever is at a limit keeps what he has and adds nothing. */
import { PlatformError } from '@banyan/contract/errors'
import type { Quota } from '@banyan/contract/quotas'
import { uploadLimits } from '@banyan/contract/releases'
import { z } from 'zod'
import type { Settings } from '#domains/settings'
import type { ReleaseStore } from './store.ts'

export interface Quotas {
  /** Code of one package, script and style together. */
  packageBytes(): number
  /** Throws when the app is at a limit, or would be beyond it with so many bytes more. */
  require(store: ReleaseStore, appId: string, moreBytes: number): Promise<void>
  list(store: ReleaseStore, appId: string): Promise<Quota[]>
}

const megabyte = 1024 ** 2
const gigabyte = 1024 ** 3
const smallestPackage = 64 * 1024

export function createQuotas(settings: Pick<Settings, 'declare'>): Quotas {
  // By the owner of the platform alone: a team's own setting would be no limit.
  const scopes = ['platform'] as const
  const versions = settings.declare<number>({
    ...{ key: 'quotas.versions', schema: z.int().min(1).max(100_000), defaultValue: 2000, scopes },
    description: { zh: '每个小程序最多保留的版本数', en: 'How many versions an app may have' },
  })
  const storageBytes = settings.declare<number>({
    ...{
      key: 'quotas.storageBytes',
      schema: z
        .int()
        .min(megabyte)
        .max(1024 * gigabyte),
      scopes,
    },
    defaultValue: 10 * gigabyte,
    description: {
      zh: '每个小程序所有版本的文件总字节数上限；相同的文件只计一次',
      en: 'Bytes of the files of all versions of an app; the same file counts once',
    },
  })
  const packageBytes = settings.declare<number>({
    ...{ key: 'quotas.packageBytes', schema: z.int().min(smallestPackage).max(uploadLimits.totalBytes), scopes },
    defaultValue: uploadLimits.packageBytes,
    description: {
      zh: '主包或单个分包的代码字节数上限（脚本与样式合计）',
      en: 'Bytes of code of the main package or one sub-package, script and style together',
    },
  })
  return {
    packageBytes: () => packageBytes(),
    async require(store, appId, moreBytes) {
      const used = await store.usage(appId)
      if (used.versions >= versions()) refuse(`${used.versions} versions, at most ${versions()}`)
      const bytes = used.storageBytes + moreBytes
      if (bytes > storageBytes()) refuse(`${bytes} bytes, at most ${storageBytes()}`)
    },
    async list(store, appId) {
      const used = await store.usage(appId)
      return [
        { key: 'quotas.versions', unit: 'count', limit: versions(), used: used.versions },
        { key: 'quotas.storageBytes', unit: 'bytes', limit: storageBytes(), used: used.storageBytes },
        { key: 'quotas.packageBytes', unit: 'bytes', limit: packageBytes(), used: null },
      ]
    },
  }
}

function refuse(detail: string): never {
  throw new PlatformError('release.quotaReached', { detail })
}
