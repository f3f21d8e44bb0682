import { problemSchema } from '@banyan/contract/errors'
import { ApiError } from '@banyan/sdk'
import { api } from '../../house/client.ts'
import { currentLanguage } from '../../house/language.ts'

/** The address of a ticket, as this page may reach it: the platform may have several names. */
export function addressHere(url: string): string {
  return new URL(url).pathname
}

/** What lies at the path already is replaced. */
export async function sendFile(appId: string, path: string, file: File): Promise<void> {
  const { url } = await api().files.createUpload(appId, { path })
  const response = await fetch(addressHere(url), {
    method: 'PUT',
    body: file,
    headers: {
      'content-type': file.type === '' ? 'application/octet-stream' : file.type,
      'accept-language': currentLanguage(),
    },
  })
  if (response.ok) return
  const { title, code, detail, issues, requestId } = problemSchema.parse(await response.json())
  throw new ApiError(title, { code, status: response.status, detail, issues, requestId })
}
