import { type HostContext, HostFailure, type HostMethods } from '../../host/context.ts'
import { readFlag, readNumber, readText, readTexts } from '../../host/params.ts'
import { showActionSheet } from '../../host/ui/action-sheet.ts'
import { showModal } from '../../host/ui/modal.ts'

type Params = Readonly<Record<string, unknown>>

const defaultToastMs = 1500

/** Toast, loading, modal, action sheet. */
export const uiHost: HostMethods = {
  async showToast({ params }, host) {
    await showToast(host, params, { loading: false })
  },
  hideToast(_call, host) {
    host.toaster.hide()
  },
  async showLoading({ params }, host) {
    await showToast(host, params, { loading: true })
  },
  hideLoading(_call, host) {
    host.toaster.hide()
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
  setBackgroundColor({ params, pageId }, host) {
    const color = readText(params, 'backgroundColor')
    if (color !== '') host.pageOf(pageId)?.setBackground(color)
  },
}

async function showToast(host: HostContext, params: Params, { loading }: { loading: boolean }): Promise<void> {
  const image = readText(params, 'image')
  const imageUrl = image === '' ? undefined : await host.pictureUrl(image)
  const name = readText(params, 'icon', 'success')
  host.toaster.show({
    title: readText(params, 'title'),
    icon: loading ? 'loading' : name === 'error' || name === 'loading' || name === 'none' ? name : 'success',
    mask: readFlag(params, 'mask'),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(loading ? {} : { durationMs: readNumber(params, 'duration', defaultToastMs) }),
  })
}

function optional<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  const result: Partial<Record<K, string>> = {}
  if (value !== '') result[key] = value
  return result
}
