import { en } from './en'
import { zh, type Texts } from './zh'

export function isChinese(): boolean {
  return wx.getAppBaseInfo().language.startsWith('zh')
}

/** The words in the language of the device. */
export function texts(): Texts {
  return isChinese() ? zh : en
}
