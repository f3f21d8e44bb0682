import type { Case } from '../../case.ts'

const page = (name: string) =>
  `https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.${name}.html`
const wxml = '<view id="go" bindtap="go">go</view>'
const head = `const fs = wx.getFileSystemManager(); const root = wx.env.USER_DATA_PATH; const attempt = (work) => { try { return work() } catch (error) { return error.message } }; const fail = ({ errMsg, errno }) => log(errMsg, errno);`

/** `a.txt`, 300 characters deflated, and `sub/b.txt`, `hello` stored. */
const archive =
  'UEsDBBQAAAAIAAAAIQDoRAAyCQAAACwBAAAFAAAAYS50eHRLTFJIHEXEIQBQSwMEFAAAAAAAAAAhAIamEDYFAAAABQAAAAkAAABzdWIvYi50eHRoZWxsb1BLAQIUAxQAAAAIAAAAIQDoRAAyCQAAACwBAAAFAAAAAAAAAAAAAACAAQAAAABhLnR4dFBLAQIUAxQAAAAAAAAAIQCGphA2BQAAAAUAAAAJAAAAAAAAAAAAAACAASwAAABzdWIvYi50eHRQSwUGAAAAAAIAAgBqAAAAWAAAAAAA'

/** A tap runs the code; `fs`, `root`, `attempt(work)` and `fail` are there. */
const run = (code: string) => `${head} const archive = '${archive}'; Page({ go() { ${code} } })`

interface Short {
  id: string
  says: string
  of: string
  code: string
  log: readonly string[]
}

const short = ({ id, says, of, code, log }: Short): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: run(code),
  steps: [{ tap: '#go' }, { log }],
})

export const cases: readonly Case[] = [
  short({
    id: 'write-then-read-sync',
    says: 'readFileSync gives back in the same call stack what writeFileSync has written.',
    of: 'writeFileSync',
    code: "fs.writeFileSync(`${root}/a.txt`, '你好 hi', 'utf8'); log(fs.readFileSync(`${root}/a.txt`, 'utf8'))",
    log: ['你好 hi'],
  }),
  short({
    id: 'write-then-read-async',
    says: 'writeFile and readFile call success with errMsg ok, and the data.',
    of: 'readFile',
    code: "fs.writeFile({ filePath: `${root}/b.txt`, data: 'abc', encoding: 'utf8', success: ({ errMsg }) => { log(errMsg); fs.readFile({ filePath: `${root}/b.txt`, encoding: 'utf8', success: (res) => log(res.errMsg, res.data) }) } })",
    log: ['writeFile:ok', 'readFile:ok abc'],
  }),
  short({
    id: 'read-without-encoding',
    says: 'Without an encoding readFile gives an ArrayBuffer.',
    of: 'readFile',
    code: 'fs.writeFileSync(`${root}/c`, new Uint8Array([1, 2, 250]).buffer); const data = fs.readFileSync(`${root}/c`); log(data instanceof ArrayBuffer, [...new Uint8Array(data)])',
    log: ['true [1,2,250]'],
  }),
  short({
    id: 'encodings',
    says: 'base64, hex, latin1, ascii and ucs2 decode the bytes of a file.',
    of: 'readFileSync',
    code: "fs.writeFileSync(`${root}/d`, new Uint8Array([72, 0, 105, 0]).buffer); for (const name of ['base64', 'hex', 'ucs2', 'utf16le']) log(name, fs.readFileSync(`${root}/d`, name)); fs.writeFileSync(`${root}/d`, new Uint8Array([233]).buffer); log(fs.readFileSync(`${root}/d`, 'latin1'))",
    log: ['base64 SABpAA==', 'hex 48006900', 'ucs2 Hi', 'utf16le Hi', 'é'],
  }),
  short({
    id: 'write-base64',
    says: 'writeFile with the encoding base64 writes the bytes that the text stands for.',
    of: 'writeFile',
    code: "fs.writeFileSync(`${root}/e`, 'aGk=', 'base64'); fs.writeFileSync(`${root}/f`, '6869', 'hex'); log(fs.readFileSync(`${root}/e`, 'utf8'), fs.readFileSync(`${root}/f`, 'utf8'))",
    log: ['hi hi'],
  }),
  short({
    id: 'read-position-length',
    says: 'position and length read a part of a file.',
    of: 'readFileSync',
    code: "fs.writeFileSync(`${root}/g`, 'abcdef'); log(fs.readFileSync(`${root}/g`, 'utf8', 2, 3)); fs.readFile({ filePath: `${root}/g`, encoding: 'utf8', position: 4, success: ({ data }) => log(data) })",
    log: ['cde', 'ef'],
  }),
  short({
    id: 'read-out-of-range',
    says: 'A position or length outside of the file fails with the numbers for it.',
    of: 'readFile',
    code: "fs.writeFileSync(`${root}/h`, 'abc'); fs.readFile({ filePath: `${root}/h`, position: 3, fail: ({ errno }) => { log(errno); fs.readFile({ filePath: `${root}/h`, length: 4, fail: ({ errno }) => log(errno) }) } })",
    log: ['1301009', '1301006'],
  }),
  short({
    id: 'read-missing',
    says: 'readFile of a file that is not there fails with no such file or directory.',
    of: 'readFile',
    code: 'fs.readFile({ filePath: `${root}/none`, fail })',
    log: ['readFile:fail no such file or directory, open wxfile://usr/none 1300002'],
  }),
  short({
    id: 'read-missing-sync',
    says: 'readFileSync throws an error whose message is the text.',
    of: 'readFileSync',
    code: 'log(attempt(() => fs.readFileSync(`${root}/none`)))',
    log: ['readFileSync:fail no such file or directory, open wxfile://usr/none'],
  }),
  short({
    id: 'write-missing-directory',
    says: 'writeFile fails when the directory of the path is not there.',
    of: 'writeFile',
    code: "fs.writeFile({ filePath: `${root}/no/x`, data: '1', fail })",
    log: ['writeFile:fail no such file or directory, open wxfile://usr/no/x 1300002'],
  }),
  short({
    id: 'write-outside',
    says: 'writeFile outside of the user directory is refused.',
    of: 'writeFile',
    code: "fs.writeFile({ filePath: '/img/red.png', data: '1', fail })",
    log: ['writeFile:fail permission denied, open /img/red.png 1300013'],
  }),
  short({
    id: 'write-escapes',
    says: 'A path that leaves the user directory by .. is refused.',
    of: 'writeFile',
    code: "fs.writeFile({ filePath: `${root}/../x`, data: '1', fail: ({ errno }) => log(errno) })",
    log: ['1300013'],
  }),
  short({
    id: 'append',
    says: 'appendFile adds to the end of a file.',
    of: 'appendFile',
    code: "fs.writeFileSync(`${root}/i`, 'a'); fs.appendFileSync(`${root}/i`, 'b'); fs.appendFile({ filePath: `${root}/i`, data: 'c', success: () => log(fs.readFileSync(`${root}/i`, 'utf8')) })",
    log: ['abc'],
  }),
  short({
    id: 'append-missing',
    says: 'appendFile fails when the file is not there.',
    of: 'appendFile',
    code: "fs.appendFile({ filePath: `${root}/none`, data: 'c', fail })",
    log: ['appendFile:fail no such file or directory, open wxfile://usr/none 1300002'],
  }),
  short({
    id: 'append-directory',
    says: 'appendFile to a directory is an illegal operation.',
    of: 'appendFile',
    code: "fs.mkdirSync(`${root}/dir1`); fs.appendFile({ filePath: `${root}/dir1`, data: 'c', fail })",
    log: ['appendFile:fail illegal operation on a directory, open wxfile://usr/dir1 1301003'],
  }),
  short({
    id: 'access',
    says: 'access succeeds for files, directories and packaged files, and fails for what is not there.',
    of: 'access',
    code: "fs.accessSync(root); fs.access({ path: '/img/red.png', success: ({ errMsg }) => { log(errMsg); fs.access({ path: `${root}/none`, fail }) } })",
    log: ['access:ok', 'access:fail no such file or directory wxfile://usr/none 1300002'],
  }),
  short({
    id: 'mkdir',
    says: 'mkdir makes one directory, and with recursive all that are missing.',
    of: 'mkdir',
    code: 'fs.mkdirSync(`${root}/m`); fs.mkdirSync(`${root}/m/n/o`, true); log(fs.readdirSync(`${root}/m`), fs.statSync(`${root}/m/n/o`).isDirectory())',
    log: ['["n"] true'],
  }),
  short({
    id: 'mkdir-missing-parent',
    says: 'mkdir without recursive fails when the parent is not there.',
    of: 'mkdir',
    code: 'fs.mkdir({ dirPath: `${root}/x/y`, fail })',
    log: ['mkdir:fail no such file or directory wxfile://usr/x/y 1300002'],
  }),
  short({
    id: 'mkdir-exists',
    says: 'mkdir fails when there is something at the path.',
    of: 'mkdir',
    code: 'fs.mkdirSync(`${root}/q`); fs.mkdir({ dirPath: `${root}/q`, fail })',
    log: ['mkdir:fail file already exists wxfile://usr/q 1301005'],
  }),
  short({
    id: 'rmdir-not-empty',
    says: 'rmdir of a directory that is not empty fails unless recursive is true.',
    of: 'rmdir',
    code: 'fs.mkdirSync(`${root}/r/s`, true); fs.rmdir({ dirPath: `${root}/r`, fail(error) { fail(error); fs.rmdirSync(`${root}/r`, true); log(attempt(() => fs.accessSync(`${root}/r/s`))) } })',
    log: ['rmdir:fail directory not empty 1300066', 'accessSync:fail no such file or directory wxfile://usr/r/s'],
  }),
  short({
    id: 'rmdir-missing',
    says: 'rmdir of what is not there fails.',
    of: 'rmdir',
    code: 'fs.rmdir({ dirPath: `${root}/none`, fail })',
    log: ['rmdir:fail no such file or directory wxfile://usr/none 1300002'],
  }),
  short({
    id: 'readdir',
    says: 'readdir lists the names in a directory.',
    of: 'readdir',
    code: "fs.mkdirSync(`${root}/t/sub`, true); fs.writeFileSync(`${root}/t/b`, ''); fs.writeFileSync(`${root}/t/a`, ''); fs.readdir({ dirPath: `${root}/t`, success: ({ files }) => log(files.sort()) })",
    log: ['["a","b","sub"]'],
  }),
  short({
    id: 'readdir-of-file',
    says: 'readdir of a file fails: it is not a directory.',
    of: 'readdir',
    code: "fs.writeFileSync(`${root}/u`, ''); fs.readdir({ dirPath: `${root}/u`, fail })",
    log: ['readdir:fail not a directory wxfile://usr/u 1300020'],
  }),
  short({
    id: 'unlink',
    says: 'unlink removes a file; a second time it is not there.',
    of: 'unlink',
    code: "fs.writeFileSync(`${root}/v`, ''); fs.unlinkSync(`${root}/v`); fs.unlink({ filePath: `${root}/v`, fail })",
    log: ['unlink:fail no such file or directory wxfile://usr/v 1300002'],
  }),
  short({
    id: 'unlink-directory',
    says: 'unlink of a directory is not permitted.',
    of: 'unlink',
    code: 'fs.mkdirSync(`${root}/w`); fs.unlink({ filePath: `${root}/w`, fail })',
    log: ['unlink:fail operation not permitted wxfile://usr/w 1300001'],
  }),
  short({
    id: 'rename',
    says: 'rename moves a file; the old path is gone.',
    of: 'rename',
    code: "fs.writeFileSync(`${root}/x1`, 'x'); fs.renameSync(`${root}/x1`, `${root}/x2`); log(fs.readFileSync(`${root}/x2`, 'utf8'), attempt(() => fs.accessSync(`${root}/x1`)).includes('no such file'))",
    log: ['x true'],
  }),
  short({
    id: 'rename-directory',
    says: 'rename moves a directory with all that is in it.',
    of: 'rename',
    code: "fs.mkdirSync(`${root}/y1/in`, true); fs.writeFileSync(`${root}/y1/in/f`, 'deep'); fs.rename({ oldPath: `${root}/y1`, newPath: `${root}/y2`, success: () => log(fs.readFileSync(`${root}/y2/in/f`, 'utf8'), fs.readdirSync(root).includes('y1')) })",
    log: ['deep false'],
  }),
  short({
    id: 'rename-missing',
    says: 'rename of what is not there fails and names both paths.',
    of: 'rename',
    code: 'fs.rename({ oldPath: `${root}/no1`, newPath: `${root}/no2`, fail })',
    log: ['rename:fail no such file or directory, rename wxfile://usr/no1 -> wxfile://usr/no2 1300002'],
  }),
  short({
    id: 'copy',
    says: 'copyFile copies a file of the package or of the user.',
    of: 'copyFile',
    code: "fs.copyFileSync('/img/red.png', `${root}/red.png`); fs.copyFile({ srcPath: `${root}/red.png`, destPath: `${root}/again.png`, success: () => log(fs.statSync(`${root}/again.png`).size === fs.statSync('/img/red.png').size) })",
    log: ['true'],
  }),
  short({
    id: 'copy-missing',
    says: 'copyFile of what is not there fails and names both paths.',
    of: 'copyFile',
    code: 'fs.copyFile({ srcPath: `${root}/no1`, destPath: `${root}/no2`, fail })',
    log: ['copyFile:fail no such file or directory, copyFile wxfile://usr/no1 -> wxfile://usr/no2 1300002'],
  }),
  short({
    id: 'stat',
    says: 'stat tells size, times in seconds, and whether it is a file.',
    of: 'stat',
    code: "fs.writeFileSync(`${root}/z`, 'abcd'); fs.stat({ path: `${root}/z`, success: ({ stats }) => log(stats.size, stats.isFile(), stats.isDirectory(), Math.abs(stats.lastModifiedTime - Date.now() / 1000) < 100, stats.mode > 0) })",
    log: ['4 true false true true'],
  }),
  short({
    id: 'stat-recursive',
    says: 'With recursive stat of a directory is a list of everything in it.',
    of: 'stat',
    code: "fs.mkdirSync(`${root}/aa/bb`, true); fs.writeFileSync(`${root}/aa/bb/f`, '12'); const list = fs.statSync(`${root}/aa`, true); log(list.length, list.map(({ path }) => path).sort(), list.find(({ path }) => path.endsWith('/f')).stats.size)",
    log: ['3 ["/","/bb","/bb/f"] 2'],
  }),
  short({
    id: 'stat-missing',
    says: 'stat of what is not there fails.',
    of: 'stat',
    code: 'fs.stat({ path: `${root}/none`, fail })',
    log: ['stat:fail no such file or directory wxfile://usr/none 1300002'],
  }),
  short({
    id: 'truncate',
    says: 'truncate cuts a file, or fills it up with zeros.',
    of: 'truncate',
    code: "fs.writeFileSync(`${root}/bb1`, 'abcdef'); fs.truncateSync({ filePath: `${root}/bb1`, length: 2 }); log(fs.readFileSync(`${root}/bb1`, 'utf8')); fs.truncate({ filePath: `${root}/bb1`, length: 3, success: () => log(fs.readFileSync(`${root}/bb1`, 'hex')) })",
    log: ['ab', '616200'],
  }),
  short({
    id: 'packaged-file',
    says: 'Files of the package can be read, asynchronously and synchronously.',
    of: 'readFileSync',
    code: "log(fs.readFileSync('img/red.png', 'hex').slice(0, 8)); fs.readFile({ filePath: '/img/blue.png', encoding: 'base64', success: ({ data }) => log(data.slice(0, 4)) })",
    log: ['89504e47', 'iVBO'],
  }),
  short({
    id: 'file-shown',
    says: 'A picture that has been written can be shown by an image at once.',
    of: 'writeFileSync',
    code: "fs.writeFileSync(`${root}/shown.png`, fs.readFileSync('/img/red.png')); wx.getImageInfo({ src: `${root}/shown.png`, success: ({ width, height }) => log(width, height) })",
    log: ['20 10'],
  }),
  {
    id: 'files-stay',
    says: 'What has been written in the user directory is there when the app is opened again.',
    source: page('writeFile'),
    wxml,
    js: `${head} Page({ onLoad() { log(attempt(() => fs.readFileSync(\`\${root}/stay\`, 'utf8'))) }, go() { fs.writeFile({ filePath: \`\${root}/stay\`, data: 'kept', success: () => log('written') }) } })`,
    steps: [
      { log: ['readFileSync:fail no such file or directory, open wxfile://usr/stay'] },
      { tap: '#go' },
      { logHas: ['written'] },
      { reload: true },
      { logHas: ['kept'] },
    ],
  },
  short({
    id: 'parameter-kind',
    says: 'A path that is no text is a parameter error.',
    of: 'readFile',
    code: 'fs.readFile({ filePath: 5, fail: ({ errMsg }) => log(errMsg) })',
    log: ['readFile:fail parameter error: parameter.filePath should be String instead of Number;'],
  }),
  short({
    id: 'open-write-read-close',
    says: 'A file opened by a descriptor can be written, read and closed.',
    of: 'open',
    code: "const fd = fs.openSync({ filePath: `${root}/fd1`, flag: 'w+' }); log(typeof fd, fs.writeSync({ fd, data: 'hello' }).bytesWritten); const arrayBuffer = new ArrayBuffer(5); log(fs.readSync({ fd, arrayBuffer, length: 5, position: 0 }).bytesRead, String.fromCharCode(...new Uint8Array(arrayBuffer))); fs.closeSync({ fd }); log(attempt(() => fs.fstatSync({ fd })))",
    log: ['string 5', '5 hello', 'fstatSync:fail bad file descriptor'],
  }),
  short({
    id: 'descriptor-position',
    says: 'Without a position reading goes on where it stopped; with one the pointer stays.',
    of: 'read',
    code: "fs.writeFileSync(`${root}/fd2`, 'abcdef'); const fd = fs.openSync({ filePath: `${root}/fd2` }); const read = (options) => { const arrayBuffer = new ArrayBuffer(2); fs.readSync({ fd, arrayBuffer, length: 2, ...options }); return String.fromCharCode(...new Uint8Array(arrayBuffer)) }; log(read({}), read({ position: 4 }), read({}))",
    log: ['ab ef cd'],
  }),
  short({
    id: 'descriptor-flags',
    says: 'A file opened for reading cannot be written, and x fails when it is there.',
    of: 'open',
    code: "fs.writeFileSync(`${root}/fd3`, 'a'); const fd = fs.openSync({ filePath: `${root}/fd3`, flag: 'r' }); log(attempt(() => fs.writeSync({ fd, data: 'b' }))); fs.open({ filePath: `${root}/fd3`, flag: 'wx', fail: ({ errno }) => { log(errno); fs.open({ filePath: `${root}/fd3`, flag: 'z', fail: ({ errMsg, errno }) => log(errMsg, errno) }) } })",
    log: ['writeSync:fail permission denied when open using flag', '1301005', 'open:fail invalid flag 1302003'],
  }),
  short({
    id: 'descriptor-append-truncate',
    says: 'The flag a writes at the end; ftruncate cuts; fstat tells the size.',
    of: 'ftruncate',
    code: "fs.writeFileSync(`${root}/fd4`, 'ab'); const fd = fs.openSync({ filePath: `${root}/fd4`, flag: 'a+' }); fs.writeSync({ fd, data: 'cd', position: 0 }); log(fs.readFileSync(`${root}/fd4`, 'utf8')); fs.ftruncateSync({ fd, length: 3 }); fs.fstat({ fd, success: ({ stats }) => log(stats.size) })",
    log: ['abcd', '3'],
  }),
  short({
    id: 'bad-descriptor',
    says: 'close of what is no descriptor fails.',
    of: 'close',
    code: "fs.close({ fd: '999', fail })",
    log: ['close:fail bad file descriptor 1300009'],
  }),
  short({
    id: 'file-info-digest',
    says: 'getFileInfo tells size and digest by md5, sha1 or sha256.',
    of: 'getFileInfo',
    code: "fs.writeFileSync(`${root}/dig`, 'abc'); const next = (names) => names.length && fs.getFileInfo({ filePath: `${root}/dig`, digestAlgorithm: names[0], success: ({ size, digest }) => { log(size, digest); next(names.slice(1)) } }); next(['md5', 'sha1', 'sha256'])",
    log: [
      '3 900150983cd24fb0d6963f7d28e17f72',
      '3 a9993e364706816aba3e25717850c26c9cd0d89d',
      '3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
  }),
  short({
    id: 'save-temporary',
    says: 'saveFile moves a temporary file to the saved ones, where it is listed and can be removed.',
    of: 'saveFile',
    code: "wx.downloadFile({ url: 'https://echo.test/f.txt?body=saved', success: ({ tempFilePath }) => fs.saveFile({ tempFilePath, success({ savedFilePath }) { log(fs.readFileSync(savedFilePath, 'utf8'), attempt(() => fs.accessSync(tempFilePath)).includes('no such')); fs.getSavedFileList({ success({ fileList }) { log(fileList.length, fileList[0].filePath === savedFilePath, fileList[0].size); fs.removeSavedFile({ filePath: savedFilePath, success: () => fs.getSavedFileList({ success: ({ fileList }) => log(fileList.length) }) }) } }) } }) })",
    log: ['saved true', '1 true 5', '0'],
  }),
  short({
    id: 'save-missing',
    says: 'saveFile of a temporary file that is not there fails.',
    of: 'saveFile',
    code: "fs.saveFile({ tempFilePath: 'wxfile://tmp_none', fail: ({ errMsg }) => log(errMsg) })",
    log: ['saveFile:fail tempFilePath file not exist'],
  }),
  short({
    id: 'old-forms',
    says: 'wx.saveFile, wx.getSavedFileInfo and wx.getFileInfo do the same without a manager.',
    of: 'saveFile',
    code: "wx.downloadFile({ url: 'https://echo.test/f.txt?body=older', success: ({ tempFilePath }) => wx.saveFile({ tempFilePath, success: ({ savedFilePath }) => wx.getSavedFileInfo({ filePath: savedFilePath, success: ({ size }) => { log(size); wx.getFileInfo({ filePath: savedFilePath, success: ({ size }) => { log(size); wx.removeSavedFile({ filePath: savedFilePath, success: ({ errMsg }) => log(errMsg) }) } }) } }) }) })",
    log: ['5', '5', 'removeSavedFile:ok'],
  }),
  short({
    id: 'unzip',
    says: 'unzip writes the files of an archive below the target.',
    of: 'unzip',
    code: `fs.writeFileSync(\`\${root}/z.zip\`, archive, 'base64'); fs.unzip({ zipFilePath: \`\${root}/z.zip\`, targetPath: \`\${root}/out\`, fail, success: ({ errMsg }) => log(errMsg, fs.readFileSync(\`\${root}/out/sub/b.txt\`, 'utf8'), fs.readFileSync(\`\${root}/out/a.txt\`, 'utf8').length) })`,
    log: ['unzip:ok hello 300'],
  }),
  short({
    id: 'unzip-damaged',
    says: 'unzip of what is no archive fails.',
    of: 'unzip',
    code: "fs.writeFileSync(`${root}/bad.zip`, 'nothing'); fs.unzip({ zipFilePath: `${root}/bad.zip`, targetPath: `${root}/out2`, fail: ({ errMsg }) => log(errMsg) })",
    log: ['unzip:fail unzip fail'],
  }),
  short({
    id: 'read-zip-entry',
    says: 'readZipEntry reads all entries or the listed ones, each with its own result.',
    of: 'readZipEntry',
    code: `fs.writeFileSync(\`\${root}/y.zip\`, archive, 'base64'); fs.readZipEntry({ filePath: \`\${root}/y.zip\`, entries: 'all', encoding: 'utf8', success: ({ entries }) => { log(Object.keys(entries).sort(), entries['sub/b.txt'].data); fs.readZipEntry({ filePath: \`\${root}/y.zip\`, entries: [{ path: 'sub/b.txt', encoding: 'utf8', position: 1, length: 3 }, { path: 'no' }], success: ({ entries }) => log(entries['sub/b.txt'].data, entries.no.errMsg.includes('fail')) }) } })`,
    log: ['["a.txt","sub/b.txt"] hello', 'ell true'],
  }),
]
