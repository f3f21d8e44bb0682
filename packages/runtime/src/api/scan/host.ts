import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure, isHostFailure } from '../../host/host-failure.ts'
import { chooseFiles } from '../../host/later/choose-files.ts'
import { openDialog } from '../../host/later/dialog.ts'
import { readFlag, readTexts } from '../../host/params.ts'
import { addStylesOnce } from '../../host/ui/add-styles.ts'
import { element } from '../../host/ui/dom.ts'
import { type OpenCamera, openCamera } from '../camera/host/open-camera.ts'
import { readCode, type ScanGroup, type ScannedCode } from './host/read-codes.ts'

const words = {
  zh_CN: {
    title: '扫一扫',
    hint: '对准二维码或条形码，自动扫描',
    album: '从相册选取',
    close: '关闭',
    none: '没有识别到二维码或条形码',
    noCamera: '相机不可用，可以从相册选取图片',
  },
  en: {
    title: 'Scan',
    hint: 'Point the camera at a QR code or bar code',
    album: 'From photos',
    close: 'Close',
    none: 'No code was found in the picture',
    noCamera: 'No camera. Choose a picture instead.',
  },
}
const look = `
.scan{position:absolute;top:0;right:0;bottom:0;left:0;background:#000;color:#fff;overflow:hidden;outline:none;text-align:center}
.scan-stage,.scan-stage video{position:absolute;top:0;left:0;width:100%;height:100%;object-fit:cover}
.scan-stage:after{content:"";position:absolute;left:50%;top:42%;width:min(64vw,260px);height:min(64vw,260px);transform:translate(-50%,-50%);border:2px solid rgba(255,255,255,.9);border-radius:16px;box-shadow:0 0 0 100vmax rgba(0,0,0,.4)}
.scan p{position:absolute;left:24px;right:24px;bottom:calc(112px + env(safe-area-inset-bottom));margin:0;font-size:15px}
.scan-close{position:absolute;top:calc(8px + env(safe-area-inset-top));left:8px;width:44px;height:44px;border-radius:50%;background:rgba(0,0,0,.5);font-size:20px}
.scan-album{position:absolute;left:50%;bottom:calc(40px + env(safe-area-inset-bottom));transform:translateX(-50%);min-height:44px;padding:8px 24px;border-radius:22px;background:rgba(255,255,255,.2)}
`
const scanEveryMs = 150

export const scanHost: HostMethods = {
  async scanCode({ params }, host) {
    const wanted = readTexts(params, 'scanType')
    const groups: ScanGroup[] = (['barCode', 'qrCode', 'datamatrix', 'pdf417'] as const).filter((group) =>
      wanted.length === 0 ? group === 'barCode' || group === 'qrCode' : wanted.includes(group),
    )
    const { result, scanType, charSet, rawData } = await scan(host, groups, readFlag(params, 'onlyFromCamera'))
    navigator.vibrate?.(50)
    return { result, scanType, charSet, rawData, path: '' }
  },
}

function scan(host: HostContext, groups: readonly ScanGroup[], isCameraOnly: boolean): Promise<ScannedCode> {
  const text = words[host.texts.locale]
  addStylesOnce(look)
  return new Promise((resolve, reject) => {
    const stage = element('div', { class: 'scan-stage' })
    const hint = element('p', { 'aria-live': 'polite' }, text.hint)
    const close = element('button', { type: 'button', class: 'scan-close', 'aria-label': text.close }, '✕')
    const album = element('button', { type: 'button', class: 'scan-album' }, text.album)
    const panel = element('div', { class: 'scan', role: 'dialog', 'aria-label': text.title }, stage, close, hint)
    if (!isCameraOnly) panel.append(album)
    let camera: OpenCamera | undefined
    let isOver = false
    const end = () => {
      isOver = true
      camera?.close()
      dialog.close()
    }
    const cancel = () => {
      end()
      reject(new HostFailure('fail cancel'))
    }
    const found = (code: ScannedCode) => {
      end()
      resolve(code)
    }
    const dialog = openDialog(host.root, panel, cancel)
    close.addEventListener('click', cancel)
    album.addEventListener('click', () => {
      void readFromAlbum(groups).then((code) => {
        if (isOver || code === 'none chosen') return
        if (code === undefined) hint.textContent = text.none
        else found(code)
      })
    })
    openCamera(host, { facing: 'back', resolution: 'medium' }, stage).then(
      (opened) => {
        camera = opened
        if (isOver) opened.close()
        else void watch(opened, groups, () => isOver).then((code) => code !== undefined && found(code))
      },
      (error: unknown) => {
        if (!isCameraOnly) {
          hint.textContent = text.noCamera
          return
        }
        end()
        reject(new HostFailure(isHostFailure(error) ? error.reason : 'fail no camera'))
      },
    )
  })
}

async function watch(
  { video }: OpenCamera,
  groups: readonly ScanGroup[],
  isOver: () => boolean,
): Promise<ScannedCode | undefined> {
  while (!isOver()) {
    const code = video.videoWidth === 0 ? undefined : await readCode(video, groups).catch(() => undefined)
    if (code !== undefined) return isOver() ? undefined : code
    await new Promise((resolve) => setTimeout(resolve, scanEveryMs))
  }
  return undefined
}

async function readFromAlbum(groups: readonly ScanGroup[]): Promise<ScannedCode | undefined | 'none chosen'> {
  const [file] = await chooseFiles({ accept: 'image/*', multiple: false })
  return file === undefined ? 'none chosen' : readCodeOfPicture(file, groups)
}

/** Of a picture file; undefined when it is none or has no code. */
export async function readCodeOfPicture(file: Blob, groups: readonly ScanGroup[]): Promise<ScannedCode | undefined> {
  try {
    const bitmap = await createImageBitmap(file)
    const code = await readCode(bitmap, groups)
    bitmap.close()
    return code
  } catch {
    return undefined
  }
}
