import type { Texts } from '../ui/texts.ts'
import { showModal } from './modal.ts'
import { laterTextsOf } from './texts.ts'

/** True when the user would rather start again. The question goes away by itself when the app answers again. */
export async function askAboutHang(root: HTMLElement, texts: Texts, isOver: AbortSignal): Promise<boolean> {
  const words = laterTextsOf(texts)
  const { confirm } = await showModal(root, texts, {
    title: words.hangTitle,
    content: words.hangText,
    showCancel: true,
    cancelText: words.wait,
    confirmText: words.reenter,
    editable: false,
    placeholderText: '',
    isOver,
  })
  return confirm
}
