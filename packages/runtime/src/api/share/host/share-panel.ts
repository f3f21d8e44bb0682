/** The sheet with which the user passes a page on: a preview of the card, and ways to send it. */
import type { HostContext } from '../../../host/context.ts'
import { writeText } from '../../../host/later/clipboard.ts'
import { openTextsOf } from '../../../host/later/open-texts.ts'
import { openSheet, sheetActions, sheetButton, sheetHead } from '../../../host/later/sheet.ts'
import { element } from '../../../host/ui/dom.ts'
import { downloadBlob } from './download.ts'
import { drawPoster } from './poster.ts'
import { qrCanvas } from './qr-picture.ts'
import { askForCard, type ShareCard, type ShareHandler, urlToCopy } from './share-card.ts'

const toastMs = 1500

export async function sharePage(
  host: HostContext,
  from: { from: 'menu' | 'button'; node?: number },
  handler: ShareHandler = 'onShareAppMessage',
): Promise<void> {
  const card = await askForCard(host, handler, from)
  const texts = openTextsOf(host.texts)
  const title = handler === 'onAddToFavorites' ? texts.favorite : texts.shareTitle
  await openSheet<undefined>(host.root, {
    label: title,
    dismissed: undefined,
    content: (finish) => [
      sheetHead(host, title),
      preview(card),
      ...ways(host, card).map((way) =>
        sheetButton(way.text, 'link', () => {
          finish(undefined)
          void way.run()
        }),
      ),
      sheetActions(sheetButton(texts.cancel, '', () => finish(undefined))),
    ],
  })
}

/** Copies the address of the page on top. */
export async function copyPageLink(host: HostContext): Promise<void> {
  await copyText(host, await urlToCopy(host))
}

function ways(host: HostContext, card: ShareCard): readonly { text: string; run(): Promise<void> }[] {
  const texts = openTextsOf(host.texts)
  const copy = { text: texts.shareCopy, run: () => copyText(host, card.url) }
  const code = { text: texts.shareQr, run: () => showCode(host, card) }
  const poster = { text: texts.sharePoster, run: () => savePoster(host, card) }
  if (typeof navigator.share !== 'function') return [copy, code, poster]
  // The user may close the system's sheet; that is no failure.
  const system = () => navigator.share({ title: card.title, url: card.url }).catch(() => undefined)
  return [{ text: texts.shareSystem, run: system }, copy, code, poster]
}

function preview(card: ShareCard): HTMLElement {
  const picture = card.imageUrl === undefined ? [] : [element('img', { src: card.imageUrl, alt: '' })]
  return element('div', { class: 'card' }, element('b', {}, card.title), ...picture)
}

async function copyText(host: HostContext, text: string): Promise<void> {
  if (!(await writeText(text))) return
  host.toaster.show({ title: openTextsOf(host.texts).copied, icon: 'success', mask: false, durationMs: toastMs })
}

async function showCode(host: HostContext, card: ShareCard): Promise<void> {
  const texts = openTextsOf(host.texts)
  const code = qrCanvas(card.url, 220)
  code.setAttribute('role', 'img')
  code.setAttribute('aria-label', `${texts.shareQr} ${card.url}`)
  await openSheet<undefined>(host.root, {
    label: texts.shareQr,
    dismissed: undefined,
    content: (finish) => [
      sheetHead(host, texts.scanToOpen),
      element('div', { class: 'qr' }, code),
      sheetActions(sheetButton(texts.close, 'go', () => finish(undefined))),
    ],
  })
}

async function savePoster(host: HostContext, card: ShareCard): Promise<void> {
  const poster = await drawPoster(card, { appName: host.boot.name, hint: openTextsOf(host.texts).scanToOpen })
  if (poster !== undefined) downloadBlob(poster, `${host.boot.name}.png`)
}
