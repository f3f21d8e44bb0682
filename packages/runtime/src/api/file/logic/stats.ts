import type { FoundFile } from './file-tree.ts'

const directoryMode = 0o40777
const fileMode = 0o100666

/** `Stats`; times are seconds, as WeChat's are. */
export function statsOf(file: FoundFile): object {
  const { isDirectory } = file
  return Object.create(
    { isDirectory: () => isDirectory, isFile: () => !isDirectory },
    Object.getOwnPropertyDescriptors({
      mode: isDirectory ? directoryMode : fileMode,
      size: file.sizeBytes,
      lastAccessedTime: Math.floor(file.accessedMs / 1000),
      lastModifiedTime: Math.floor(file.modifiedMs / 1000),
    }),
  )
}
