/** A form for feedback about the mini-program. It goes to the platform; the app never sees it. */
import type { HostContext } from '../../../host/context.ts'
import { openSheet, sheetActions, sheetButton, sheetHead, sheetTitle } from '../../../host/later/sheet.ts'
import { element } from '../../../host/ui/dom.ts'
import { askPlatform } from '../../login/host.ts'

const maxLength = 500
const shownMs = 2000
const words = {
  zh_CN: {
    title: '意见反馈',
    label: '问题或建议',
    close: '取消',
    send: '提交',
    sent: '已提交',
    failed: '暂时无法提交',
    empty: '请填写内容',
  },
  en: {
    title: 'Feedback',
    label: 'What went wrong, or could be better',
    close: 'Cancel',
    send: 'Send',
    sent: 'Sent',
    failed: 'Cannot be sent now',
    empty: 'Please write something',
  },
} as const

export async function openFeedback(host: HostContext, route: string): Promise<void> {
  const texts = words[host.texts.locale]
  const input = element('textarea', { rows: '5', maxlength: String(maxLength), 'aria-label': texts.label })
  input.placeholder = texts.label
  const wrong = element('p', { class: 'wrong', role: 'alert' })
  const text = await openSheet<string>(host.root, {
    label: texts.title,
    dismissed: '',
    content: (finish) => [
      sheetHead(host, ''),
      sheetTitle(texts.title),
      element('form', {}, input, wrong),
      sheetActions(
        sheetButton(texts.close, '', () => finish('')),
        sheetButton(texts.send, 'go', () => {
          const entered = input.value.trim()
          if (entered === '') wrong.textContent = texts.empty
          else finish(entered)
        }),
      ),
    ],
  })
  if (text === '') return
  const isTaken = (await askPlatform(host, 'feedback', { text, route })) !== undefined
  const title = isTaken ? texts.sent : texts.failed
  host.toaster.show({ title, icon: isTaken ? 'success' : 'none', mask: false, durationMs: shownMs })
}
