/** From a project folder to a stored version; heavy, because the compiler comes with it: loaded by the commands that need it. */
import { packArchive } from '@banyan/compiler'
import type { Build } from '@banyan/compiler'
import { uploadLimits } from '@banyan/contract/releases'
import type { Version } from '@banyan/contract/releases'
import type { Client } from '@banyan/sdk'
import { formatBytes } from './bytes.ts'
import { compileForRelease, requireNoErrors } from './compile.ts'
import type { Context } from './context.ts'
import { Failure } from './failure.ts'

const texts = {
  zh_CN: {
    tooLarge: (size: string, limit: string) => `压缩后为 ${size}，超过上限 ${limit}`,
    tooLargeHint: '把较大的图片和媒体文件放到服务器上，或减少资源',
    uploading: (size: string) => `正在上传 ${size} …`,
  },
  en: {
    tooLarge: (size: string, limit: string) => `The archive has ${size}, more than the limit of ${limit}`,
    tooLargeHint: 'Put large pictures and media files on a server, or use fewer of them',
    uploading: (size: string) => `Uploading ${size} …`,
  },
}

export interface ReleaseArchive {
  build: Build
  bytes: Uint8Array<ArrayBuffer>
}

/** Compiles without errors and within the platform's limits, or fails; nothing is sent. */
export async function makeArchive(root: string, context: Context): Promise<ReleaseArchive> {
  const { locale } = context.environment
  const build = await compileForRelease(root, context)
  requireNoErrors(build, locale)
  const bytes = new Uint8Array(packArchive(build))
  if (bytes.length <= uploadLimits.archiveBytes) return { build, bytes }
  const text = texts[locale]
  throw new Failure(
    'upload.tooLarge',
    text.tooLarge(formatBytes(bytes.length), formatBytes(uploadLimits.archiveBytes)),
    {
      hint: text.tooLargeHint,
    },
  )
}

export interface StoreInput {
  client: Client
  appId: string
  version: string
  description?: string | undefined
}

export function storeArchive(archive: ReleaseArchive, input: StoreInput, context: Context): Promise<Version> {
  const { client, appId, version, description } = input
  const { terminal, environment } = context
  terminal.progress(texts[environment.locale].uploading(formatBytes(archive.bytes.length)))
  return client.releases.upload(appId, {
    version,
    archive: archive.bytes,
    ...(description === undefined ? {} : { description }),
  })
}
