import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const paymentArea: LogicArea = (context) => ({
  requestPayment: hostFunction(context, 'requestPayment'),
  requestOrderPayment: hostFunction(context, 'requestOrderPayment'),
})
