import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

/** The user's own cards, and the way to customer service. */
export const openArea: LogicArea = (context) => ({
  chooseAddress: hostFunction(context, 'chooseAddress'),
  chooseInvoiceTitle: hostFunction(context, 'chooseInvoiceTitle'),
  chooseLicensePlate: hostFunction(context, 'chooseLicensePlate'),
  openCustomerServiceChat: hostFunction(context, 'openCustomerServiceChat'),
})
