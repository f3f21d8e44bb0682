import { writeFile } from 'node:fs/promises'
import { nextPreviewVersion } from '../versions.ts'
import { openProject } from './project.ts'
import type { OnProgressUpdate, Project } from './project.ts'
import { sizesOf } from './upload.ts'
import type { UploadResult } from './upload.ts'

export interface PreviewOptions {
  project: Project
  desc?: string
  /** `image` writes an SVG picture, `base64` its data address, `terminal` prints characters. Default: `terminal`. */
  qrcodeFormat?: 'image' | 'base64' | 'terminal'
  /** File for `image` and `base64`. */
  qrcodeOutputDest?: string
  /** `pages/detail/detail` */
  pagePath?: string
  /** `id=7&from=list` */
  searchQuery?: string
  onProgressUpdate?: OnProgressUpdate
}

export interface PreviewResult extends UploadResult {
  /** Opens the preview for whoever has it, for a day. */
  url: string
  version: string
}

/**
 * Compiles the project, uploads it as a preview that users never see, and makes a link to it with a QR code.
 *
 * @example
 * const { url } = await preview({ project, qrcodeFormat: 'image', qrcodeOutputDest: 'preview.svg', pagePath: 'pages/index/index' })
 */
export async function preview(options: PreviewOptions): Promise<PreviewResult> {
  const { project, desc, pagePath, searchQuery, onProgressUpdate } = options
  const { app, context } = await openProject(project, onProgressUpdate)
  const { makeArchive, storeArchive } = await import('../upload-build.ts')
  const archive = await makeArchive(project.projectPath, context)
  const version = nextPreviewVersion(await app.client.releases.listVersions(app.appId))
  await storeArchive(archive, { ...app, version, description: desc }, context)
  const query = searchQuery === undefined ? '' : `?${searchQuery}`
  const { url, qrCode } = await app.client.releases.createPreviewLink(app.appId, {
    version,
    label: desc === undefined || desc === '' ? 'preview' : desc.slice(0, 60),
    ...(pagePath === undefined ? {} : { path: `${pagePath}${query}` }),
  })
  await giveCode(options, { url, qrCode })
  return { subPackageInfo: sizesOf(archive.build), pluginInfo: [], url, version }
}

async function giveCode(options: PreviewOptions, { url, qrCode }: { url: string; qrCode: string }): Promise<void> {
  const { qrcodeFormat = 'terminal', qrcodeOutputDest } = options
  if (qrcodeFormat === 'terminal') {
    const { renderUnicodeCompact } = await import('uqr')
    process.stdout.write(`${renderUnicodeCompact(url, { border: 2 })}\n${url}\n`)
  } else if (qrcodeOutputDest !== undefined) {
    const picture = `data:image/svg+xml;base64,${Buffer.from(qrCode).toString('base64')}`
    await writeFile(qrcodeOutputDest, qrcodeFormat === 'image' ? qrCode : picture)
  }
}
