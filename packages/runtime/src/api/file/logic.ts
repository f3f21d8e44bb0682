import type { LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction } from '../core/logic/host-function.ts'
import { createFileManager, oldForms } from './logic/manager.ts'
import { textOf } from '../../logic/values.ts'
import { ApiError } from '../../logic/context.ts'

/** Files of the app on this device: the manager, and the functions of `wx` from before there was one. */
export const fileArea: LogicArea = (context) => {
  const { files, members } = createFileManager(context)
  return {
    getFileSystemManager: () => members,
    ...oldForms(members),
    getSavedFileInfo: asyncFunction(
      'getSavedFileInfo',
      async ({ filePath }) => {
        await files.open()
        const file = files.tree.find(textOf(filePath))
        if (file === undefined || file.place !== 'saved') throw new ApiError('getSavedFileInfo:fail file not exist')
        return { size: file.sizeBytes, createTime: Math.floor(file.createdMs / 1000) }
      },
      { filePath: 'String' },
    ),
    createBufferURL: (buffer: unknown) => files.addTemporary(buffer),
    revokeBufferURL: (url: unknown) => files.removeTemporary(textOf(url)),
    openDocument: hostFunction(context, 'openDocument', { filePath: 'String' }),
    saveFileToDisk: hostFunction(context, 'saveFileToDisk', { filePath: 'String' }),
  }
}
