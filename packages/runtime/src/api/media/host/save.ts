import { type HostContext, HostFailure } from '../../../host/context.ts'

/** On the web a file is saved by downloading it. */
export async function saveToDevice(host: HostContext, path: string): Promise<void> {
  const file = await host.loadResource(path)
  if (file === undefined) throw new HostFailure('fail file not found')
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = path.slice(path.lastIndexOf('/') + 1) || 'file'
  link.click()
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
