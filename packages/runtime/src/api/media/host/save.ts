import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
}

/** On phones by the system's sheet, which has "save to photos"; elsewhere a download. */
export async function saveToDevice(host: HostContext, path: string, kind?: 'image' | 'video'): Promise<void> {
  const file = await host.loadResource(path)
  if (file === undefined) throw new HostFailure('fail file not found')
  const found = kindOf(path, file)
  if (kind !== undefined && found !== undefined && found !== kind) throw new HostFailure('fail invalid file type')
  await saveFile(file, nameOf(path, file))
}

export async function saveFile(file: Blob, name: string): Promise<void> {
  const shared = new File([file], name, { type: file.type })
  const isPhone = matchMedia('(pointer: coarse)').matches
  if (isPhone && typeof navigator.canShare === 'function' && navigator.canShare({ files: [shared] })) {
    try {
      await navigator.share({ files: [shared] })
      return
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw new HostFailure('fail cancel')
      // Without a press of the user there is no sheet; a download needs none.
    }
  }
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** By what the file says it is, else by its name; undefined when neither tells. */
function kindOf(path: string, file: Blob): string | undefined {
  const kind = /^(image|video|audio|text)\//.exec(file.type)?.[1]
  if (kind !== undefined) return kind
  if (/\.(mp4|webm|mov|m4v|3gp|avi|mkv)$/i.test(path)) return 'video'
  return /\.(jpe?g|png|gif|webp|bmp|heic)$/i.test(path) ? 'image' : undefined
}

function nameOf(path: string, file: Blob): string {
  const name = path.replace(/[?#].*$/, '').slice(path.lastIndexOf('/') + 1)
  if (/\.\w{1,8}$/.test(name)) return name
  const extension = extensions[file.type.split(';')[0] ?? '']
  return `${name || 'file'}${extension === undefined ? '' : `.${extension}`}`
}
