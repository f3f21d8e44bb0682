import { currentLanguage } from '../services/language'
import { en } from './en'
import { zh, type Texts } from './zh'

const all: Readonly<Record<'zh' | 'en', Texts>> = { zh, en }

/** The words in the language of this moment; ask again when a page opens. */
export function texts(): Texts {
  return all[currentLanguage()]
}
