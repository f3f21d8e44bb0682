/** The way to an app's customer service: a page of the platform, in a window of its own so that the app stays as it is. */
import type { HostContext } from '../../../host/context.ts'
import { openTextsOf } from '../../../host/later/open-texts.ts'
import { openSheet, sheetActions, sheetButton, sheetHead, sheetText } from '../../../host/later/sheet.ts'
import { askPlatform } from '../../login/host.ts'

const chatPath = /^\/inbox\/chat\/[\w-]+$/

/** False where nobody would answer. `from`: what the app wants its service to know. */
export async function openServiceChat(host: HostContext, from: string): Promise<boolean> {
  const texts = openTextsOf(host.texts)
  const answer = await askPlatform(host, 'contact', { from: from.slice(0, 1000) })
  const url = typeof answer?.url === 'string' && chatPath.test(answer.url) ? answer.url : undefined
  await openSheet<undefined>(host.root, {
    label: texts.service,
    dismissed: undefined,
    content: (finish) => [
      sheetHead(host, texts.service),
      ...(url === undefined ? [sheetText(texts.serviceMissing)] : []),
      sheetActions(
        sheetButton(texts.close, url === undefined ? 'go' : '', () => finish(undefined)),
        ...(url === undefined
          ? []
          : [
              // Opened by the tap itself, or browsers would block the window.
              sheetButton(texts.openLink, 'go', () => {
                open(url, '_blank')
                finish(undefined)
              }),
            ]),
      ),
    ],
  })
  return url !== undefined
}
