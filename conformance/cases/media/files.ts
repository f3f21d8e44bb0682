import type { Case } from '../../case.ts'
import { filmBase64, photoBase64, pdfText } from '../../samples/files.ts'

const page = (group: string, name: string) =>
  `https://developers.weixin.qq.com/miniprogram/dev/api/media/${group}/wx.${name}.html`
const photo = { name: 'photo.jpg', type: 'image/jpeg', base64: photoBase64 } as const
const film = { name: 'film.webm', type: 'video/webm', base64: filmBase64 } as const
const pdf = Buffer.from(pdfText()).toString('base64')

/** A tap on `go` calls `wx.<name>` with these options. */
function call(
  id: string,
  says: string,
  [group, name]: readonly [string, string],
  options: string,
  steps: Case['steps'],
  before = '',
): Case {
  return {
    id,
    says,
    source: page(group, name),
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `const files = wx.getFileSystemManager(), root = wx.env.USER_DATA_PATH
const gps = (path) => { const b = new Uint8Array(files.readFileSync(path)); return String.fromCharCode(...b).includes('GPSHERE') }
Page({ go() { ${before} wx.${name}({ ${options} }) } })`,
    phone: { granted: ['scope.writePhotosAlbum'] },
    covers: [`wx.${name}`],
    steps: [{ tap: '#go' }, ...steps],
  }
}

function choose(
  id: string,
  says: string,
  which: readonly [string, string],
  options: string,
  chosen: readonly (typeof photo | typeof film)[],
  steps: Case['steps'],
): Case {
  const made = call(id, says, which, options, steps)
  return { ...made, steps: [{ chooseFiles: chosen, tap: '#go' }, ...steps] }
}

const ok = 'fail: (e) => log(e.errMsg)'
const writeFilm = `files.writeFileSync(root + '/film.webm', '${filmBase64}', 'base64');`
const writePhoto = `files.writeFileSync(root + '/photo.jpg', '${photoBase64}', 'base64');`

export const cases: readonly Case[] = [
  choose(
    'choose-image',
    'chooseImage gives paths and sizes.',
    ['image', 'chooseImage'],
    `success: (e) => log(e.errMsg, e.tempFilePaths.length, e.tempFiles[0].path === e.tempFilePaths[0], e.tempFiles[0].size > 0), ${ok}`,
    [photo],
    [{ log: ['chooseImage:ok 1 true true'] }],
  ),
  choose(
    'choose-image-count',
    'No more than count are given.',
    ['image', 'chooseImage'],
    `count: 2, success: (e) => log(e.tempFilePaths.length), ${ok}`,
    [photo, photo, photo],
    [{ log: ['2'] }],
  ),
  choose(
    'choose-image-private',
    'Where a picture was taken is not in the chosen file; which side is up still is.',
    ['image', 'chooseImage'],
    `success: (e) => wx.getImageInfo({ src: e.tempFilePaths[0], success: (i) => log(gps(e.tempFilePaths[0]), i.orientation, i.width, i.height) }), ${ok}`,
    [photo],
    [{ log: ['false right 40 20'] }],
  ),
  choose(
    'choose-image-original',
    'The original is given as it is when only that is asked for.',
    ['image', 'chooseImage'],
    `sizeType: ['original'], success: (e) => wx.getImageInfo({ src: e.tempFilePaths[0], success: () => log(gps(e.tempFilePaths[0])) }), ${ok}`,
    [photo],
    [{ log: ['true'] }],
  ),
  choose(
    'choose-image-cancel',
    'Who chooses nothing has cancelled.',
    ['image', 'chooseImage'],
    `success: () => log('ok'), ${ok}`,
    [],
    [{ log: ['chooseImage:fail cancel'] }],
  ),
  choose(
    'choose-media-image',
    'chooseMedia tells the kind and size of a picture.',
    ['video', 'chooseMedia'],
    `success: (e) => { const f = e.tempFiles[0]; log(e.errMsg, e.type, f.fileType, f.width, f.height, f.size > 0) }, ${ok}`,
    [photo],
    [{ log: ['chooseMedia:ok image image 40 20 true'] }],
  ),
  choose(
    'choose-media-video',
    'chooseMedia tells duration, size and a picture of a film.',
    ['video', 'chooseMedia'],
    `mediaType: ['video'], success: (e) => { const f = e.tempFiles[0]; log(e.type, f.fileType, f.duration, f.width, f.height, f.thumbTempFilePath.startsWith('wxfile://')) }, ${ok}`,
    [film],
    [{ log: ['video video 2 64 48 true'] }],
  ),
  choose(
    'choose-media-mix',
    'Pictures and films together are a mix.',
    ['video', 'chooseMedia'],
    `success: (e) => log(e.type, e.tempFiles.map((f) => f.fileType).join()), ${ok}`,
    [photo, film],
    [{ log: ['mix image,video'] }],
  ),
  choose(
    'choose-video',
    'chooseVideo gives one film with its facts.',
    ['video', 'chooseVideo'],
    `success: (e) => log(e.errMsg, e.duration, e.width, e.height, e.size > 0, e.tempFilePath.startsWith('wxfile://')), ${ok}`,
    [film],
    [{ log: ['chooseVideo:ok 2 64 48 true true'] }],
  ),
  choose(
    'choose-message-file',
    'chooseMessageFile tells name, size, type and time.',
    ['image', 'chooseMessageFile'],
    `count: 1, success: (e) => { const f = e.tempFiles[0]; log(e.errMsg, f.name, f.type, f.size > 0, f.time > 0) }, ${ok}`,
    [film],
    [{ log: ['chooseMessageFile:ok film.webm video true true'] }],
  ),
  call(
    'image-info-package',
    'getImageInfo tells size and type of a picture of the package.',
    ['image', 'getImageInfo'],
    `src: '/img/red.png', success: (e) => log(e.errMsg, e.width, e.height, e.type, e.orientation), ${ok}`,
    [{ log: ['getImageInfo:ok 20 10 png up'] }],
  ),
  call(
    'image-info-orientation',
    'orientation is EXIF’s, and width and height are those before it.',
    ['image', 'getImageInfo'],
    `src: root + '/photo.jpg', success: (e) => log(e.width, e.height, e.type, e.orientation, e.path === root + '/photo.jpg'), ${ok}`,
    [{ log: ['40 20 jpeg right true'] }],
    writePhoto,
  ),
  call(
    'image-info-missing',
    'getImageInfo of nothing fails.',
    ['image', 'getImageInfo'],
    `src: '/none.png', success: () => log('ok'), ${ok}`,
    [{ logMatches: ['^getImageInfo:fail'] }],
  ),
  call('image-info-parameter', 'getImageInfo needs src.', ['image', 'getImageInfo'], ok, [
    { logMatches: ['^getImageInfo:fail parameter error'] },
  ]),
  call(
    'image-info-no-image',
    'getImageInfo of a film fails.',
    ['image', 'getImageInfo'],
    `src: root + '/film.webm', success: () => log('ok'), ${ok}`,
    [{ logMatches: ['^getImageInfo:fail'] }],
    writeFilm,
  ),
  call(
    'video-info',
    'getVideoInfo tells type, duration and size.',
    ['video', 'getVideoInfo'],
    `src: root + '/film.webm', success: (e) => log(e.errMsg, e.duration, e.width, e.height, e.orientation, e.size > 0, e.bitrate > 0), ${ok}`,
    [{ log: ['getVideoInfo:ok 2 64 48 up true true'] }],
    writeFilm,
  ),
  call(
    'video-info-missing',
    'getVideoInfo of nothing fails.',
    ['video', 'getVideoInfo'],
    `src: root + '/none.mp4', ${ok}`,
    [{ logMatches: ['^getVideoInfo:fail'] }],
  ),
  call(
    'compress-image',
    'compressImage gives a JPEG of the width that is asked for.',
    ['image', 'compressImage'],
    `src: '/img/red.png', compressedWidth: 10, success: (e) => wx.getImageInfo({ src: e.tempFilePath, success: (i) => log(i.width, i.height, i.type) }), ${ok}`,
    [{ log: ['10 5 jpeg'] }],
  ),
  call(
    'compress-image-missing',
    'compressImage of nothing fails.',
    ['image', 'compressImage'],
    `src: '/none.png', ${ok}`,
    [{ logMatches: ['^compressImage:fail'] }],
  ),
  call(
    'save-image',
    'saveImageToPhotosAlbum saves a picture.',
    ['image', 'saveImageToPhotosAlbum'],
    `filePath: '/img/red.png', success: (e) => log(e.errMsg), ${ok}`,
    [{ log: ['saveImageToPhotosAlbum:ok'] }],
  ),
  call(
    'save-image-missing',
    'saveImageToPhotosAlbum of nothing fails.',
    ['image', 'saveImageToPhotosAlbum'],
    `filePath: '/none.png', ${ok}`,
    [{ logMatches: ['^saveImageToPhotosAlbum:fail'] }],
  ),
  call(
    'save-image-of-film',
    'A film is no picture for saveImageToPhotosAlbum.',
    ['image', 'saveImageToPhotosAlbum'],
    `filePath: root + '/film.webm', ${ok}`,
    [{ logMatches: ['^saveImageToPhotosAlbum:fail invalid file type'] }],
    writeFilm,
  ),
  call(
    'save-video',
    'saveVideoToPhotosAlbum saves a film.',
    ['video', 'saveVideoToPhotosAlbum'],
    `filePath: root + '/film.webm', success: (e) => log(e.errMsg), ${ok}`,
    [{ log: ['saveVideoToPhotosAlbum:ok'] }],
    writeFilm,
  ),
  call(
    'edit-image',
    'editImage, which there is not, fails softly.',
    ['image', 'editImage'],
    `src: '/img/red.png', ${ok}`,
    [{ log: ['editImage:fail not supported'] }],
  ),
  call(
    'open-pdf',
    'openDocument shows a PDF.',
    ['../file', 'openDocument'],
    `filePath: root + '/a.pdf', success: (e) => log(e.errMsg), ${ok}`,
    [
      { host: true, has: 'a.pdf', withinMs: 20000 },
      { log: ['openDocument:ok'], withinMs: 20000 },
      { tapHost: '关闭' },
      { host: true, lacks: 'a.pdf' },
    ],
    `files.writeFileSync(root + '/a.pdf', '${pdf}', 'base64');`,
  ),
  call(
    'open-text',
    'openDocument shows a text.',
    ['../file', 'openDocument'],
    `filePath: root + '/a.txt', fileType: 'txt', success: (e) => log(e.errMsg), ${ok}`,
    [{ host: true, has: '你好，文档' }, { log: ['openDocument:ok'] }, { tapHost: '关闭' }],
    `files.writeFileSync(root + '/a.txt', '你好，文档', 'utf8');`,
  ),
  call(
    'open-office',
    'What cannot be shown is offered to be saved.',
    ['../file', 'openDocument'],
    `filePath: root + '/a.docx', success: (e) => log(e.errMsg), ${ok}`,
    [{ host: true, has: '可以保存' }, { log: ['openDocument:ok'] }, { tapHost: '关闭' }],
    `files.writeFileSync(root + '/a.docx', 'x', 'utf8');`,
  ),
  call(
    'open-missing',
    'openDocument of nothing fails.',
    ['../file', 'openDocument'],
    `filePath: root + '/none.pdf', ${ok}`,
    [{ logMatches: ['^openDocument:fail'] }],
  ),
  call(
    'open-unknown-type',
    'openDocument of a type that it does not know fails.',
    ['../file', 'openDocument'],
    `filePath: root + '/a.xyz', ${ok}`,
    [{ logMatches: ['^openDocument:fail'] }],
    `files.writeFileSync(root + '/a.xyz', 'x', 'utf8');`,
  ),
]
