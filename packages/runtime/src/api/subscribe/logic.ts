import type { LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { textOf } from '../../logic/values.ts'

/** Without a message service nothing can be sent later, so every template is answered as rejected by the user. */
export const subscribeArea: LogicArea = () => ({
  requestSubscribeMessage: asyncFunction(
    'requestSubscribeMessage',
    ({ tmplIds }) => Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [textOf(id), 'reject'])),
    { tmplIds: 'Array' },
  ),
})
