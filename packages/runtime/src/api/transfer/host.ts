import type { HostMethods } from '../../host/context.ts'
import { downloadFile } from './host/download.ts'
import { uploadFile } from './host/upload.ts'

export const transferHost: HostMethods = { uploadFile, downloadFile }
