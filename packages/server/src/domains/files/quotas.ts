/** How much an app may keep for its users; by the owner of the platform alone. */
import { PlatformError } from '@banyan/contract/errors'
import { z } from 'zod'
import type { Settings } from '#domains/settings'

const megabyte = 1024 ** 2
const gigabyte = 1024 ** 3

export type FileQuotas = ReturnType<typeof createFileQuotas>

export function createFileQuotas(settings: Pick<Settings, 'declare'>) {
  const scopes = ['platform'] as const
  const storageBytes = settings.declare<number>({
    ...{ key: 'quotas.fileStorageBytes', scopes, defaultValue: 5 * gigabyte },
    schema: z
      .int()
      .min(0)
      .max(1024 * gigabyte),
    description: {
      zh: '每个小程序为用户保存的文件总字节数上限；0 表示不可保存',
      en: 'Bytes of all files that an app keeps for its users; 0 for none',
    },
  })
  const fileBytes = settings.declare<number>({
    ...{ key: 'quotas.fileBytes', scopes, defaultValue: 20 * megabyte },
    schema: z
      .int()
      .min(1024)
      .max(100 * megabyte),
    description: { zh: '用户文件单个的字节数上限', en: 'Bytes of one file that an app keeps for its users' },
  })
  return {
    storageBytes: () => storageBytes(),
    fileBytes: () => fileBytes(),
    require(bytes: number): void {
      if (bytes > storageBytes())
        throw new PlatformError('file.quotaReached', { detail: `${bytes} bytes, at most ${storageBytes()}` })
    },
  }
}
