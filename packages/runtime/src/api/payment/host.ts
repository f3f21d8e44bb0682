/** A cashier that plays a payment: no provider is behind it, no money moves, and it says so. */
import type { HostCall, HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { openTextsOf } from '../../host/later/open-texts.ts'
import { consentButton, openSheet, sheetActions, sheetButton, sheetHead, sheetText } from '../../host/later/sheet.ts'
import { readText } from '../../host/params.ts'
import { element } from '../../host/ui/dom.ts'

export const paymentHost: HostMethods = {
  requestPayment: pay,
  requestOrderPayment: pay,
}

type Outcome = 'ok' | 'cancel' | 'fail'

async function pay({ params }: HostCall, host: HostContext): Promise<void> {
  const prepayId = readText(params, 'package').replace(/^prepay_id=/, '')
  const seconds = Number(readText(params, 'timeStamp'))
  if (!Number.isSafeInteger(seconds) || seconds <= 0) throw new HostFailure('fail 支付验证签名失败')
  const outcome = await openCashier(host, prepayId)
  if (outcome === 'cancel') throw new HostFailure('fail cancel')
  if (outcome === 'fail') throw new HostFailure('fail (sandbox payment refused)')
}

function openCashier(host: HostContext, order: string): Promise<Outcome> {
  const texts = openTextsOf(host.texts)
  return openSheet<Outcome>(host.root, {
    label: texts.cashier,
    dismissed: 'cancel',
    content: (finish) => [
      sheetHead(host, texts.cashier),
      element('span', { class: 'note' }, texts.sandbox),
      sheetText(`${texts.order} ${order}`),
      sheetText(texts.payNow),
      sheetActions(
        sheetButton(texts.cancel, '', () => finish('cancel')),
        sheetButton(texts.payFail, 'danger', () => finish('fail')),
        consentButton(texts.paySuccess, () => finish('ok')),
      ),
    ],
  })
}
