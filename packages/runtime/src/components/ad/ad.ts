/** Advertisements and the card of an official account: no height and an `error`, so that a page closes the gap as it does in WeChat. */
import { absentService } from '../absent-service.ts'

/** WeChat's code for "no suitable advertisement". */
const noAd = () => ({ errCode: 1004, errMsg: 'no advertisement' })

export const ad = absentService({
  tag: 'ad',
  attributes: 'unit-id ad-intervals ad-type ad-theme',
  style: 'display:block;height:0;overflow:hidden',
  event: 'error',
  detail: noAd,
  after: 'unit-id',
})

export const adCustom = absentService({
  tag: 'ad-custom',
  attributes: 'unit-id ad-intervals',
  style: 'display:block;height:0;overflow:hidden',
  event: 'error',
  detail: noAd,
  after: 'unit-id',
})

export const officialAccount = absentService({
  tag: 'official-account',
  attributes: '',
  style: 'display:block;height:0;overflow:hidden',
  event: 'error',
  // WeChat's status of a mini-program that has not switched this on.
  detail: () => ({ status: 4, errMsg: 'following an official account is not available' }),
})
