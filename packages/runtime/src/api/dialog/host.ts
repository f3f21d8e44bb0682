import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { showActionSheet } from '../../host/later/action-sheet.ts'
import { showModal } from '../../host/later/modal.ts'
import { readFlag, readText, readTexts } from '../../host/params.ts'

/** Modal and action sheet. */
export const dialogHost: HostMethods = {
  enableAlertBeforeUnload({ params, pageId }, host) {
    const page = host.pageOf(pageId)
    if (page !== undefined) page.leaveWarning = readText(params, 'message')
  },
  disableAlertBeforeUnload({ pageId }, host) {
    const page = host.pageOf(pageId)
    if (page !== undefined) page.leaveWarning = undefined
  },
  showModal: ({ params }, host) =>
    showModal(host.root, host.texts, {
      title: readText(params, 'title'),
      content: readText(params, 'content'),
      showCancel: readFlag(params, 'showCancel', true),
      cancelText: readText(params, 'cancelText'),
      confirmText: readText(params, 'confirmText'),
      editable: readFlag(params, 'editable'),
      placeholderText: readText(params, 'placeholderText'),
      ...optional('cancelColor', readText(params, 'cancelColor')),
      ...optional('confirmColor', readText(params, 'confirmColor')),
    }),
  async showActionSheet({ params }, host) {
    const tapIndex = await showActionSheet(host.root, host.texts, {
      items: readTexts(params, 'itemList'),
      ...optional('title', readText(params, 'alertText')),
      ...optional('itemColor', readText(params, 'itemColor')),
    })
    if (tapIndex === undefined) throw new HostFailure('fail cancel')
    return { tapIndex }
  },
}

function optional<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  const result: Partial<Record<K, string>> = {}
  if (value !== '') result[key] = value
  return result
}
