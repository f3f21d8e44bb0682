import type { HostContext, HostMethods } from '../../host/context.ts'
import { readFlag, readNumber, readText } from '../../host/params.ts'

type Params = Readonly<Record<string, unknown>>

const defaultToastMs = 1500

/** Toast and loading. */
export const uiHost: HostMethods = {
  async showToast({ params }, host) {
    await showToast(host, params, { loading: false })
  },
  hideToast({ params }, host) {
    host.toaster.hide(readFlag(params, 'noConflict') ? 'toast' : undefined)
  },
  async showLoading({ params }, host) {
    await showToast(host, params, { loading: true })
  },
  hideLoading({ params }, host) {
    host.toaster.hide(readFlag(params, 'noConflict') ? 'loading' : undefined)
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
