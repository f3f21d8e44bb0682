/** Where bytes lie: those of the platform in one place, those that an app keeps for its users in one of its own. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openLocalBlobs, type Blobs } from './local-blobs.ts'
import type { S3Options } from './s3-blobs.ts'

export interface BlobPlaces {
  dataDir: string
  /** In a bucket instead of the data folder. */
  s3?: S3Options | undefined
}

export async function openBlobs({ s3, dataDir }: BlobPlaces): Promise<Blobs> {
  if (s3) return (await import('./s3-blobs.ts')).openS3Blobs(s3)
  const folder = join(dataDir, 'blobs')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return openLocalBlobs(folder)
}

/** Opened once for each app; what an app removes is in no other app's place. */
export function openAppBlobs({ s3, dataDir }: BlobPlaces): (appId: string) => Promise<Blobs> {
  const opened = new Map<string, Promise<Blobs>>()
  const open = async (appId: string): Promise<Blobs> => {
    if (!s3) return openLocalBlobs(join(dataDir, 'files', appId))
    const { openS3Blobs } = await import('./s3-blobs.ts')
    return openS3Blobs({ ...s3, url: `${s3.url.replace(/\/$/, '')}/files/${appId}` })
  }
  return (appId) => {
    const known = opened.get(appId)
    if (known) return known
    const opening = open(appId)
    opened.set(appId, opening)
    opening.catch(() => opened.delete(appId))
    return opening
  }
}
