import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction, withoutFunctions } from '../core/logic/host-function.ts'

export const mediaArea: LogicArea = (context) => ({
  previewImage: asyncFunction(
    'previewImage',
    (options) => {
      if (Array.isArray(options.urls) && options.urls.length === 0)
        throw new ApiError('previewImage:fail urls is empty')
      // The host answers when the user has closed the pictures; the function has succeeded when they open.
      void context.call('previewImage', withoutFunctions(options)).catch(() => undefined)
    },
    { urls: 'Array' },
  ),
  previewMedia: asyncFunction(
    'previewMedia',
    (options) => void context.call('previewMedia', withoutFunctions(options)).catch(() => undefined),
    { sources: 'Array' },
  ),
  chooseImage: hostFunction(context, 'chooseImage'),
  chooseMedia: hostFunction(context, 'chooseMedia'),
  chooseVideo: hostFunction(context, 'chooseVideo'),
  chooseMessageFile: hostFunction(context, 'chooseMessageFile'),
  getImageInfo: asyncFunction(
    'getImageInfo',
    (options) => {
      const src = resolvePackagePath(textOf(options.src), context.pages.current())
      return context.call('getImageInfo', { src })
    },
    { src: 'String' },
  ),
  getVideoInfo: asyncFunction(
    'getVideoInfo',
    (options) => {
      const src = resolvePackagePath(textOf(options.src), context.pages.current())
      return context.call('getVideoInfo', { src })
    },
    { src: 'String' },
  ),
  checkDeviceSupportHevc: asyncFunction('checkDeviceSupportHevc', () => ({ supportHevc: false })),
  compressImage: hostFunction(context, 'compressImage', { src: 'String' }),
  saveImageToPhotosAlbum: hostFunction(context, 'saveImageToPhotosAlbum', { filePath: 'String' }),
  saveVideoToPhotosAlbum: hostFunction(context, 'saveVideoToPhotosAlbum', { filePath: 'String' }),
})

/** Relative paths are read from the page's folder, as in WeChat. */
function resolvePackagePath(src: string, pages: readonly object[]): string {
  if (/^[a-z]+:/i.test(src) || src.startsWith('/')) return src
  const top = pages.at(-1)
  const route = isRecord(top) && typeof top.route === 'string' ? top.route : ''
  const parts = route.split('/').slice(0, -1)
  for (const part of src.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
