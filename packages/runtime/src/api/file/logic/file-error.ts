/** Failures of file operations in WeChat's words and numbers. */
export class FileError extends Error {
  readonly errno: number
  constructor(errno: number, reason: string) {
    super(reason)
    this.name = 'FileError'
    this.errno = errno
  }
}

export const fileErrors = {
  notPermitted: (what: string) => new FileError(1300001, `operation not permitted${after(what)}`),
  notFound: (what: string) => new FileError(1300002, `no such file or directory${after(what)}`),
  badDescriptor: () => new FileError(1300009, 'bad file descriptor'),
  denied: (what: string) => new FileError(1300013, `permission denied${after(what)}`),
  notDirectory: (path: string) => new FileError(1300020, `not a directory ${path}`),
  invalid: (what: string) => new FileError(1300022, `Invalid argument${after(what)}`),
  nameTooLong: () => new FileError(1300036, 'File name too long'),
  notEmpty: () => new FileError(1300066, 'directory not empty'),
  full: () => new FileError(1300202, 'the maximum size of the file storage limit is exceeded'),
  badBase64: () => new FileError(1300203, 'base64 encode error'),
  isDirectory: (what: string) => new FileError(1301003, `illegal operation on a directory${after(what)}`),
  exists: (path: string) => new FileError(1301005, `file already exists ${path}`),
  badLength: () => new FileError(1301006, 'the value of "length" is out of range'),
  badOffset: () => new FileError(1301007, 'the value of "offset" is out of range'),
  badPosition: () => new FileError(1301009, 'the value of "position" is out of range'),
  badZip: () => new FileError(1301104, 'unzip fail'),
  badZipEntry: () => new FileError(1301103, 'unzip entry fail'),
  badBrotli: () => new FileError(1301111, 'brotli decompress fail'),
  noTemporary: () => new FileError(1301112, 'tempFilePath file not exist'),
  tooManyDescriptors: () => new FileError(1302002, 'excced max concurrent fd limit'),
  badFlag: () => new FileError(1302003, 'invalid flag'),
  deniedByFlag: () => new FileError(1302004, 'permission denied when open using flag'),
} as const

function after(what: string): string {
  return what === '' ? '' : what.startsWith('wxfile') || what.startsWith('/') ? ` ${what}` : `, ${what}`
}
