import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { openDialog } from '../../host/later/dialog.ts'
import { importPart, loadPart } from '../../host/later/extra-parts.ts'
import { previewMedia } from '../../host/later/preview.ts'
import { readFlag, readText } from '../../host/params.ts'
import { addStylesOnce } from '../../host/ui/add-styles.ts'
import { element } from '../../host/ui/dom.ts'
import { saveFile } from '../media/host/save.ts'
import type { PdfPart } from './host/pdf-part.ts'

const look = `
.document{position:absolute;top:0;right:0;bottom:0;left:0;background:var(--banyan-ground);color:var(--banyan-ink);display:flex;flex-direction:column;outline:none}
.document header{flex:none;display:flex;align-items:center;gap:8px;min-height:44px;padding:env(safe-area-inset-top) 8px 0;background:var(--banyan-surface);border-bottom:1px solid var(--banyan-line)}
.document h2{flex:1;min-width:0;margin:0;font-size:17px;font-weight:600;text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.document header button{min-width:44px;height:44px;flex:none;color:var(--banyan-primary)}
.document-body{flex:1;min-height:0;overflow:auto;-webkit-overflow-scrolling:touch}
.document-body pre{margin:0;padding:16px;white-space:pre-wrap;word-break:break-word;font:15px/1.6 ui-monospace,Menlo,Consolas,monospace}
.document-page{margin:8px auto;max-width:900px;background:#fff;box-shadow:0 0 0 1px var(--banyan-line)}
.document-page canvas{width:100%;height:100%;display:block}
.document-offer{display:flex;flex-direction:column;align-items:center;gap:12px;padding:25vh 32px 0;text-align:center}
`

const words = {
  zh_CN: {
    close: '关闭',
    save: '保存',
    cannot: '这里不能显示此类文件，可以保存后用其他应用打开。',
    loading: '正在打开',
  },
  en: {
    close: 'Close',
    save: 'Save',
    cannot: 'This kind of file cannot be shown here. Save it to open it elsewhere.',
    loading: 'Opening',
  },
}
const known = new Set(['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'])
const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'svg'])
const texts = new Set(['txt', 'md', 'csv', 'json', 'log', 'xml'])
const maxTextBytes = 2 * 1024 * 1024

export const documentHost: HostMethods = {
  /** Succeeds when the document is on the screen, as in WeChat. */
  async openDocument({ params }, host) {
    const path = readText(params, 'filePath')
    const file = await host.loadResource(path)
    if (file === undefined) throw new HostFailure('fail file not found')
    const type = typeOf(readText(params, 'fileType'), path, file)
    if (type === '') throw new HostFailure('fail filetype not supported')
    if (pictures.has(type)) {
      void previewMedia(host, { urls: [path], showmenu: readFlag(params, 'showMenu') })
      return
    }
    await showDocument(host, { file, type, name: nameOf(path, type), hasMenu: readFlag(params, 'showMenu') })
  },
}

interface Shown {
  file: Blob
  type: string
  name: string
  hasMenu: boolean
}

async function showDocument(host: HostContext, { file, type, name, hasMenu }: Shown): Promise<void> {
  addStylesOnce(look)
  const text = words[host.texts.locale]
  const body = element('div', { class: 'document-body', tabindex: '0' })
  const close = element('button', { type: 'button' }, text.close)
  const save = element('button', { type: 'button' }, text.save)
  save.addEventListener('click', () => void saveFile(file, name).catch(() => undefined))
  save.style.visibility = hasMenu ? '' : 'hidden'
  const head = element('header', {}, close, element('h2', {}, name), save)
  const panel = element('div', { class: 'document', role: 'dialog', 'aria-label': name }, head, body)
  let end: () => void = () => undefined
  let isOver = false
  const closed = () => {
    isOver = true
    end()
  }
  const dialog = openDialog(host.root, panel, closed)
  close.addEventListener('click', () => {
    dialog.close()
    closed()
  })
  if (texts.has(type)) {
    body.append(element('pre', {}, await file.slice(0, maxTextBytes).text()))
    return
  }
  if (type === 'pdf') {
    try {
      end = await drawPdf(file, body)
      if (isOver) end()
      return
    } catch {
      // Damaged, locked, or the library did not come: the file itself can still be had.
      body.replaceChildren()
    }
  }
  const offer = element('button', { type: 'button', class: 'primary' }, text.save)
  offer.addEventListener('click', () => void saveFile(file, name).catch(() => undefined))
  body.append(element('div', { class: 'document-offer' }, element('b', {}, name), element('p', {}, text.cannot), offer))
}

async function drawPdf(file: Blob, into: HTMLElement): Promise<() => void> {
  const [part, worker] = await Promise.all([importPart<PdfPart>('pdf'), loadPart('pdf-worker')])
  const url = URL.createObjectURL(worker)
  const end = await part.showPdf(await file.arrayBuffer(), into, url).finally(() => URL.revokeObjectURL(url))
  return end
}

/** What the app says, else the name's ending, else what the file's bytes were delivered as. */
function typeOf(given: string, path: string, file: Blob): string {
  const ending = /\.(\w{1,5})(?:[?#].*)?$/.exec(path)?.[1]?.toLowerCase() ?? ''
  for (const type of [given.toLowerCase(), ending])
    if (known.has(type) || pictures.has(type) || texts.has(type)) return type
  if (file.type === 'application/pdf') return 'pdf'
  if (file.type.startsWith('text/')) return 'txt'
  return file.type.startsWith('image/') ? 'png' : ''
}

function nameOf(path: string, type: string): string {
  const name =
    path
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  return /\.\w{1,5}$/.test(name) ? name : `${name || 'document'}.${type}`
}
