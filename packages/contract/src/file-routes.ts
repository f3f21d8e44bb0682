/** Addresses of the files that apps keep; part of `apiRoutes`. */
import type { ApiRoute } from './api-route.ts'

export const fileApiRoutes = {
  /** FileListQuery -> FileList */
  listFiles: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/files',
    access: { permission: 'data.read', ofApp: true },
  },
  /** -> StoredFile */
  readFile: {
    method: 'GET',
    path: '/api/v1/apps/{appId}/files/{fileId}',
    access: { permission: 'data.read', ofApp: true },
  },
  /** CreateFileLinkInput -> 201 FileTicket */
  createFileLink: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/files/{fileId}/links',
    access: { permission: 'data.read', ofApp: true },
  },
  /** CreateFileUploadInput -> 201 FileTicket; the file goes to its address, as bytes or as the part `file` of a form */
  createFileUpload: {
    method: 'POST',
    path: '/api/v1/apps/{appId}/file-uploads',
    access: { permission: 'file.manage', ofApp: true },
  },
  /** -> 204 */
  deleteFile: {
    method: 'DELETE',
    path: '/api/v1/apps/{appId}/files/{fileId}',
    access: { permission: 'file.manage', ofApp: true },
  },
} as const satisfies Readonly<Record<string, ApiRoute>>
