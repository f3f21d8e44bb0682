import type { FileChange } from '../../bridge/local-files.ts'
import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readNumber, readText } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { collectFiles } from './host/collect-files.ts'
import { saveToDevice } from '../media/host/save.ts'

/** Files of the app on this device. `getFileSystemManager` carries what the worker's own tree of files asks for, named by `operation`. */
export const fileHost: HostMethods = {
  async getFileSystemManager({ params }, host) {
    switch (readText(params, 'operation')) {
      case 'open':
        return collectFiles(host)
      case 'load': {
        const path = readText(params, 'path')
        const body = await host.loadResource(`/${path}`)
        if (body === undefined) throw new HostFailure(`fail no such file or directory, open ${path}`, 1300002)
        return { path, sizeBytes: body.size, body }
      }
      case 'change':
        await host.files.change(changesOf(params.changes))
        return {}
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

/** Apps change what is theirs on this device, and nothing of their package. */
function changesOf(value: unknown): FileChange[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.flatMap((change): FileChange[] => {
    if (!isRecord(change)) return []
    if (isOwn(change.remove)) return [{ remove: change.remove }]
    const { put } = change
    if (!isRecord(put) || !isOwn(put.path)) return []
    const { path, body } = put
    const createdMs = readNumber(put, 'createdMs', Date.now())
    const modifiedMs = readNumber(put, 'modifiedMs', createdMs)
    return [{ put: { path, createdMs, modifiedMs, ...(body instanceof Blob ? { body } : {}) } }]
  })
}

function isOwn(path: unknown): path is string {
  return typeof path === 'string' && /^wxfile:\/\/(usr|tmp_|store_)/.test(path)
}
