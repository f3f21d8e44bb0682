import { ApiError, type LogicArea, type LogicContext } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import { asyncFunction, type Options } from '../core/logic/async-function.ts'
import { hostFunction } from '../core/logic/host-function.ts'
import { decodeBytes, encodeText } from './logic/encoding.ts'

export const fileArea: LogicArea = (context) => {
  const manager = createFileSystemManager(context)
  return {
    getFileSystemManager: () => manager,
    openDocument: hostFunction(context, 'openDocument', { filePath: 'String' }),
    saveFileToDisk: hostFunction(context, 'saveFileToDisk', { filePath: 'String' }),
  }
}

/** The asynchronous operations work on the host's files. The others exist and fail softly; a worker cannot wait for the host. */
function createFileSystemManager(context: LogicContext): Record<string, unknown> {
  const run = async (name: string, operation: string, params: Options): Promise<Options> => {
    try {
      const answer = await context.call('getFileSystemManager', { ...params, operation })
      return isRecord(answer) ? answer : {}
    } catch (error) {
      if (error instanceof ApiError)
        throw new ApiError(error.errMsg.replace(/^getFileSystemManager/, name), error.errno)
      throw error
    }
  }
  const path = (options: Options) => textOf(options.filePath ?? options.path ?? options.tempFilePath ?? options.srcPath)
  const manager: Record<string, unknown> = {
    readFile: asyncFunction(
      'readFile',
      async (options) => {
        const { data } = await run('readFile', 'read', { path: path(options) })
        return { data: data instanceof ArrayBuffer ? decodeBytes(data, options.encoding) : '' }
      },
      { filePath: 'String' },
    ),
    writeFile: asyncFunction(
      'writeFile',
      (options) => run('writeFile', 'write', { path: path(options), data: encodeText(options.data, options.encoding) }),
      { filePath: 'String' },
    ),
    unlink: asyncFunction('unlink', (options) => run('unlink', 'remove', { path: path(options) })),
    removeSavedFile: asyncFunction('removeSavedFile', (options) =>
      run('removeSavedFile', 'remove', { path: path(options) }),
    ),
    saveFile: asyncFunction('saveFile', (options) =>
      run('saveFile', 'save', { path: path(options), to: options.filePath }),
    ),
    copyFile: asyncFunction('copyFile', (options) =>
      run('copyFile', 'save', { path: path(options), to: options.destPath }),
    ),
    access: asyncFunction('access', async (options) => {
      await run('access', 'read', { path: path(options) })
    }),
    getFileInfo: asyncFunction('getFileInfo', async (options) => {
      const { data } = await run('getFileInfo', 'read', { path: path(options) })
      return { size: data instanceof ArrayBuffer ? data.byteLength : 0 }
    }),
    readdir: asyncFunction('readdir', (options) => run('readdir', 'list', { path: path(options) })),
    mkdir: asyncFunction('mkdir', () => undefined),
    getSavedFileList: asyncFunction('getSavedFileList', async () => {
      const { files } = await run('getSavedFileList', 'list', { path: 'wxfile://store_' })
      return {
        fileList: (Array.isArray(files) ? files : []).map((filePath: unknown) => ({
          filePath,
          size: 0,
          createTime: 0,
        })),
      }
    }),
  }
  for (const name of unsupported) {
    manager[name] = asyncFunction(name, () => {
      throw new ApiError(`${name}:fail not supported`)
    })
  }
  for (const name of [...Object.keys(manager), 'fstat', 'open']) {
    manager[`${name}Sync`] = () => {
      throw new ApiError(`${name}Sync:fail not supported`)
    }
  }
  return manager
}

const unsupported = [
  'appendFile',
  'close',
  'fstat',
  'ftruncate',
  'open',
  'read',
  'readCompressedFile',
  'readZipEntry',
  'rename',
  'rmdir',
  'stat',
  'truncate',
  'unzip',
  'write',
]
