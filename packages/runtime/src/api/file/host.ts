import { HostFailure, type HostMethods } from '../../host/context.ts'
import { readText } from '../../host/params.ts'
import { saveToDevice } from '../media/host/save.ts'

/** Files of the app on this device. `getFileSystemManager` carries all operations of the manager, named by `operation`. */
export const fileHost: HostMethods = {
  async getFileSystemManager({ params }, host) {
    const path = readText(params, 'path')
    const missing = () => new HostFailure(`fail no such file or directory, open '${path}'`, 1300002)
    switch (readText(params, 'operation')) {
      case 'read': {
        const file = await host.loadResource(path)
        if (file === undefined) throw missing()
        return { data: await file.arrayBuffer() }
      }
      case 'write': {
        if (!isWritable(path)) throw new HostFailure(`fail permission denied, open '${path}'`, 1300013)
        const { data } = params
        host.files.put(path, new Blob([typeof data === 'string' || data instanceof ArrayBuffer ? data : '']))
        return {}
      }
      case 'remove':
        if (!host.files.remove(path)) throw missing()
        return {}
      case 'list':
        return { files: host.files.list(path) }
      case 'save': {
        const file = await host.loadResource(path)
        if (file === undefined) throw missing()
        const saved = readText(params, 'to') || `wxfile://store_${path.slice(path.lastIndexOf('_') + 1)}`
        host.files.put(saved, file)
        return { savedFilePath: saved }
      }
      default:
        throw new HostFailure('fail not supported')
    }
  },
  async openDocument({ params }, host) {
    const file = await host.loadResource(readText(params, 'filePath'))
    if (file === undefined) throw new HostFailure('fail file not found')
    // What a browser would run as a page of ours must only ever be downloaded.
    const isViewable = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)/.test(file.type)
    if (!isViewable) return saveToDevice(host, readText(params, 'filePath'))
    const url = URL.createObjectURL(file)
    if (open(url, '_blank', 'noopener') === null) await saveToDevice(host, readText(params, 'filePath'))
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    return undefined
  },
  saveFileToDisk: ({ params }, host) => saveToDevice(host, readText(params, 'filePath')),
}

function isWritable(path: string): boolean {
  return /^wxfile:\/\/(usr|tmp_|store_)|^http:\/\/usr\//.test(path)
}
