import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { showActionSheet } from '../../../host/later/action-sheet.ts'

export interface OfferedFile {
  title: string
  name: string
  type: string
  text: string
}

/** Asks the user, then hands the system a file that it knows what to do with. */
export async function offerFile(host: HostContext, file: OfferedFile): Promise<void> {
  const chosen = await showActionSheet(host.root, host.texts, { items: [file.title] })
  if (chosen === undefined) throw new HostFailure('fail cancel')
  const url = URL.createObjectURL(new Blob([file.text], { type: file.type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name.replace(/[\\/:*?"<>|]/g, '_')
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
