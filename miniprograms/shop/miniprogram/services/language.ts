export type Language = 'zh' | 'en'
/** What the person chose: a language, or to follow the device. */
export type LanguageChoice = Language | 'system'

const storageKey = 'language'

export function languageChoice(): LanguageChoice {
  const chosen = wx.getStorageSync<string>(storageKey)
  return chosen === 'zh' || chosen === 'en' ? chosen : 'system'
}

export function chooseLanguage(choice: LanguageChoice): void {
  wx.setStorageSync(storageKey, choice)
}

export function currentLanguage(): Language {
  const choice = languageChoice()
  if (choice !== 'system') return choice
  return wx.getAppBaseInfo().language.startsWith('en') ? 'en' : 'zh'
}
