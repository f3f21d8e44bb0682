import type { Texts } from '../ui/texts.ts'
import { showModal } from './modal.ts'

/** True when the user would rather start again. The question goes away by itself when the app answers again. */
export async function askAboutHang(root: HTMLElement, texts: Texts, isOver: AbortSignal): Promise<boolean> {
  const { confirm } = await showModal(root, texts, {
    title: texts.hangTitle,
    content: texts.hangText,
    showCancel: true,
    cancelText: texts.wait,
    confirmText: texts.reenter,
    editable: false,
    placeholderText: '',
    isOver,
  })
  return confirm
}
