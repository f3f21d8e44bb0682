/** `FileSystemManager`: every operation once, in its asynchronous and its `Sync` form. */
import { ApiError, type LogicContext } from '../../../logic/context.ts'
import { isFunction, isRecord, textOf } from '../../../logic/values.ts'
import { asyncFunction, type Options } from '../../core/logic/async-function.ts'
import { describeViolation, type Rules } from '../../core/logic/rules.ts'
import { Descriptors } from './descriptors.ts'
import { digestOf } from './digest.ts'
import { access, makeDirectory, readDirectory, removeDirectory, rename, stat } from './directory-operations.ts'
import { FileError, fileErrors } from './file-error.ts'
import { FileOperations } from './file-operations.ts'
import { WorkerFiles } from './worker-files.ts'
import { readZipEntries, unzipFile } from './zip-operations.ts'

interface Operation {
  /** Names of the options in the order of the sync form's arguments; without them it takes the options as they are. */
  order?: readonly string[]
  rules?: Rules
  /** The option whose packaged file must be here first. */
  reads?: string
  run(options: Options): unknown
  /** What the sync form returns of the result. */
  returns?: string
  /** There is no sync form. */
  isAsyncOnly?: true
}

export interface FileManager {
  files: WorkerFiles
  members: Record<string, unknown>
}

export function createFileManager(context: LogicContext): FileManager {
  const files = new WorkerFiles(context)
  const whole = new FileOperations(files.tree, context.platform)
  const open = new Descriptors(whole)
  const members: Record<string, unknown> = {}
  for (const [name, operation] of Object.entries(operationsOf(whole, open))) {
    members[name] = asyncForm(name, operation, files)
    if (operation.isAsyncOnly !== true) members[`${name}Sync`] = syncForm(`${name}Sync`, operation)
  }
  return { files, members }
}

function asyncForm(name: string, operation: Operation, files: WorkerFiles): (options?: unknown) => unknown {
  const run = asyncFunction(
    name,
    async (options) => {
      await files.open()
      if (operation.reads !== undefined) await files.load(textOf(options[operation.reads]))
      const result = inWords(name, () => operation.run(options))
      await files.written().catch((error: unknown) => inWords(name, () => rethrow(error)))
      return result
    },
    operation.rules,
  )
  return (options) => {
    const promise = run(options)
    // WeChat's manager returns no promise, so nobody catches one.
    promise?.catch(() => undefined)
    return promise
  }
}

function syncForm(name: string, operation: Operation): (...args: readonly unknown[]) => unknown {
  return (...args) => {
    const { order, rules, returns } = operation
    const [first] = args
    const options: Options =
      order === undefined
        ? recordOf(first)
        : Object.fromEntries(order.map((option, at) => [option, args[at]]).filter(([, value]) => value !== undefined))
    const violation = describeViolation(options, rules ?? {})
    if (violation !== undefined) throw new ApiError(`${name}:fail parameter error: ${violation}`, 1001)
    const result = inWords(name, () => operation.run(options))
    return returns === undefined || !isRecord(result) ? (order === undefined ? result : undefined) : result[returns]
  }
}

function recordOf(value: unknown): Options {
  return isRecord(value) ? value : {}
}

function inWords<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof FileError) throw new ApiError(`${name}:fail ${error.message}`, error.errno)
    throw error
  }
}

function rethrow(error: unknown): never {
  throw error
}

function operationsOf(files: FileOperations, open: Descriptors): Record<string, Operation> {
  const text = (value: unknown) => textOf(value)
  return {
    access: { order: ['path'], rules: { path: 'String' }, run: ({ path }) => access(files, text(path)) },
    appendFile: {
      order: ['filePath', 'data', 'encoding'],
      rules: { filePath: 'String' },
      run: ({ filePath, data, encoding }) => files.appendFile(text(filePath), data, encoding),
    },
    close: { rules: { fd: 'String' }, run: ({ fd }) => open.close(fd) },
    copyFile: {
      order: ['srcPath', 'destPath'],
      rules: { srcPath: 'String', destPath: 'String' },
      reads: 'srcPath',
      run: ({ srcPath, destPath }) => files.copyFile(text(srcPath), text(destPath)),
    },
    fstat: { rules: { fd: 'String' }, run: ({ fd }) => ({ stats: open.stat(fd) }), returns: 'stats' },
    ftruncate: { rules: { fd: 'String' }, run: ({ fd, length }) => open.truncate(fd, length) },
    getFileInfo: {
      rules: { filePath: 'String', digestAlgorithm: 'String?' },
      reads: 'filePath',
      isAsyncOnly: true,
      run: ({ filePath, digestAlgorithm }) => fileInfo(files, text(filePath), digestAlgorithm),
    },
    getSavedFileList: {
      isAsyncOnly: true,
      run: () => ({
        fileList: files.tree.saved().map(({ path, sizeBytes, createdMs }) => ({
          filePath: path,
          size: sizeBytes,
          createTime: Math.floor(createdMs / 1000),
        })),
      }),
    },
    mkdir: {
      order: ['dirPath', 'recursive'],
      rules: { dirPath: 'String', recursive: 'Boolean?' },
      run: ({ dirPath, recursive }) => makeDirectory(files, text(dirPath), recursive === true),
    },
    open: {
      rules: { filePath: 'String' },
      reads: 'filePath',
      run: ({ filePath, flag }) => ({ fd: open.open(text(filePath), flag) }),
      returns: 'fd',
    },
    read: { rules: { fd: 'String' }, run: (options) => open.read(options) },
    readCompressedFile: {
      rules: { filePath: 'String', compressionAlgorithm: 'String' },
      reads: 'filePath',
      run({ filePath }) {
        files.mustFind(text(filePath), `open ${text(filePath)}`)
        throw fileErrors.badBrotli()
      },
    },
    readFile: {
      order: ['filePath', 'encoding', 'position', 'length'],
      rules: { filePath: 'String' },
      reads: 'filePath',
      run: ({ filePath, ...options }) => ({ data: files.readFile(text(filePath), options) }),
      returns: 'data',
    },
    readZipEntry: {
      rules: { filePath: 'String' },
      reads: 'filePath',
      isAsyncOnly: true,
      run: ({ filePath, entries, encoding }) => readZipEntries(files, text(filePath), { entries, encoding }),
    },
    readdir: {
      order: ['dirPath'],
      rules: { dirPath: 'String' },
      run: ({ dirPath }) => ({ files: readDirectory(files, text(dirPath)) }),
      returns: 'files',
    },
    removeSavedFile: {
      rules: { filePath: 'String' },
      isAsyncOnly: true,
      run: ({ filePath }) => removeSaved(files, text(filePath)),
    },
    rename: {
      order: ['oldPath', 'newPath'],
      rules: { oldPath: 'String', newPath: 'String' },
      run: ({ oldPath, newPath }) => rename(files, text(oldPath), text(newPath)),
    },
    rmdir: {
      order: ['dirPath', 'recursive'],
      rules: { dirPath: 'String', recursive: 'Boolean?' },
      run: ({ dirPath, recursive }) => removeDirectory(files, text(dirPath), recursive === true),
    },
    saveFile: {
      order: ['tempFilePath', 'filePath'],
      rules: { tempFilePath: 'String', filePath: 'String?' },
      run: ({ tempFilePath, filePath }) => ({
        savedFilePath: files.saveFile(text(tempFilePath), filePath === undefined ? undefined : text(filePath)),
      }),
      returns: 'savedFilePath',
    },
    stat: {
      order: ['path', 'recursive'],
      rules: { path: 'String', recursive: 'Boolean?' },
      run: ({ path, recursive }) => ({ stats: stat(files, text(path), recursive === true) }),
      returns: 'stats',
    },
    truncate: {
      rules: { filePath: 'String' },
      run: ({ filePath, length }) => files.truncate(text(filePath), length),
    },
    unlink: {
      order: ['filePath'],
      rules: { filePath: 'String' },
      run: ({ filePath }) => files.unlink(text(filePath)),
    },
    unzip: {
      rules: { zipFilePath: 'String', targetPath: 'String' },
      reads: 'zipFilePath',
      isAsyncOnly: true,
      run: ({ zipFilePath, targetPath }) => unzipFile(files, text(zipFilePath), text(targetPath)),
    },
    write: { rules: { fd: 'String' }, run: (options) => open.write(options) },
    writeFile: {
      order: ['filePath', 'data', 'encoding'],
      rules: { filePath: 'String' },
      run: ({ filePath, data, encoding }) => files.writeFile(text(filePath), data, encoding),
    },
  }
}

function fileInfo(files: FileOperations, path: string, algorithm: unknown): Options {
  const file = files.tree.find(path)
  if (file === undefined || file.isDirectory) throw new FileError(1300002, 'file not exist')
  const name = algorithm === undefined ? 'md5' : textOf(algorithm)
  if (!/^(md5|sha1|sha256)$/.test(name)) throw new FileError(1300022, 'digestAlgorithm is invalid')
  return { size: file.sizeBytes, digest: digestOf(name, files.bytesOf(file, `open ${path}`)) }
}

function removeSaved(files: FileOperations, path: string): void {
  const file = files.tree.find(path)
  if (file === undefined || file.place !== 'saved') throw new FileError(1300002, 'file not exist')
  files.tree.change([], [file.path])
}

/** Methods that `wx` itself has as well, from before there was a manager. */
export function oldForms(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const forms: Record<string, unknown> = {}
  for (const name of ['saveFile', 'getSavedFileList', 'removeSavedFile', 'getFileInfo']) {
    const member = members[name]
    if (isFunction(member)) forms[name] = (options: unknown) => member(options)
  }
  return forms
}
