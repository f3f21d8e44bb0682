import type { HostMethods } from '../../host/context.ts'
import { readNumber } from '../../host/params.ts'

/** The worker's answers to what the host asked it. */
export const coreHost: HostMethods = {
  answerHost({ params }, host) {
    host.questions.answer(readNumber(params, 'id', 0), params.value)
  },
}
