import type { LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

/** Sharing stands in the capsule's menu at all times: a page has an address, which its visitor may pass on. */
export const shareArea: LogicArea = () => ({
  showShareMenu: asyncFunction('showShareMenu', () => undefined),
  hideShareMenu: asyncFunction('hideShareMenu', () => undefined),
  updateShareMenu: asyncFunction('updateShareMenu', () => undefined),
})
