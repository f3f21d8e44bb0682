import { changeOrder, failureText } from '../../../services/api'
import type { Order } from '../../../services/model'
import { texts } from '../../../text/texts'

export type OrderAction = 'pay' | 'cancel' | 'receive'

/** Asks where it must, carries the action out and says how it went; undefined when nothing changed. */
export async function actOnOrder(id: string, action: OrderAction): Promise<Order | undefined> {
  const { order: words, common } = texts()
  if (action === 'cancel') {
    const { confirm } = await wx.showModal({
      title: words.cancelAsk,
      confirmText: common.confirm,
      cancelText: common.cancel,
    })
    if (!confirm) return undefined
  }
  wx.showLoading({ title: common.loading, mask: true })
  try {
    const order = await changeOrder(id, action)
    wx.hideLoading()
    if (action === 'pay') wx.showToast({ title: words.paid, icon: 'success' })
    return order
  } catch (error) {
    wx.hideLoading()
    wx.showToast({ title: failureText(error), icon: 'none' })
    return undefined
  }
}

export function orderAction(value: unknown): OrderAction {
  return value === 'cancel' || value === 'receive' ? value : 'pay'
}
