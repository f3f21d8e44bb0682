import type { HostContext } from '../context.ts'
import { showModal } from './modal.ts'
import { openTextsOf } from './open-texts.ts'

/** `wx.enableAlertBeforeUnload`: true when the user wants to leave all the same. */
export async function confirmLeave(host: HostContext, warning: string): Promise<boolean> {
  const texts = openTextsOf(host.texts)
  const { confirm } = await showModal(host.root, host.texts, {
    title: '',
    content: warning,
    showCancel: true,
    cancelText: texts.cancel,
    confirmText: texts.leave,
    editable: false,
    placeholderText: '',
  })
  return confirm
}
