import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { answerQuestions } from '../core/logic/host-question.ts'
import { hostFunction } from '../core/logic/host-function.ts'

type Resolve = (answer?: unknown) => void

export const privacyArea: LogicArea = (context) => {
  let listener: ((resolve: Resolve, info: unknown) => unknown) | undefined
  answerQuestions(
    context,
    'privacy',
    ({ referrer }) =>
      new Promise((settle) => {
        // That the app's dialog is shown is only told; the question stays open.
        const resolve: Resolve = (answer) => {
          const { event, buttonId } = isRecord(answer) ? answer : {}
          if (event !== 'exposureAuthorization') settle({ event, buttonId })
        }
        if (listener === undefined) settle(undefined)
        else listener(resolve, { referrer })
      }),
  )
  return {
    getPrivacySetting: hostFunction(context, 'getPrivacySetting'),
    openPrivacyContract: hostFunction(context, 'openPrivacyContract'),
    requirePrivacyAuthorize: hostFunction(context, 'requirePrivacyAuthorize'),
    onNeedPrivacyAuthorization(given: unknown) {
      if (!isFunction(given)) return
      listener = (resolve, info) => given(resolve, info)
      void context.call('onNeedPrivacyAuthorization', {}).catch(() => undefined)
    },
  }
}
