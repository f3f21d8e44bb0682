/** What a long press on a picture or film offers: to keep it, and to read a code that is in it. */
import { readCodeOfPicture } from '../../api/scan/host.ts'
import { saveToDevice } from '../../api/media/host/save.ts'
import type { HostContext } from '../context.ts'
import { showActionSheet } from './action-sheet.ts'
import { writeText } from './clipboard.ts'
import { showModal } from './modal.ts'

const words = {
  zh_CN: { saveImage: '保存图片', saveVideo: '保存视频', readCode: '识别图中的码', copy: '复制', code: '码中的内容' },
  en: {
    saveImage: 'Save picture',
    saveVideo: 'Save video',
    readCode: 'Read the code in the picture',
    copy: 'Copy',
    code: 'The code says',
  },
}

export async function openMediaMenu(host: HostContext, url: string, kind: 'image' | 'video'): Promise<void> {
  const text = words[host.texts.locale]
  const save = kind === 'image' ? text.saveImage : text.saveVideo
  // The user asks here, not the app, so nothing has to be allowed first.
  const items = kind === 'image' ? [save, text.readCode] : [save]
  const chosen = await showActionSheet(host.root, host.texts, { items })
  if (chosen === 0) await saveToDevice(host, url).catch(() => undefined)
  if (chosen === 1) await tellCode(host, url)
}

async function tellCode(host: HostContext, url: string): Promise<void> {
  const text = words[host.texts.locale]
  const file = await host.loadResource(url)
  const code =
    file === undefined ? undefined : await readCodeOfPicture(file, ['qrCode', 'barCode', 'datamatrix', 'pdf417'])
  const { confirm } = await showModal(host.root, host.texts, {
    title: text.code,
    content: code?.result ?? '—',
    showCancel: code !== undefined,
    cancelText: '',
    confirmText: code === undefined ? '' : text.copy,
    editable: false,
    placeholderText: '',
  })
  if (confirm && code !== undefined) await writeText(code.result)
}
