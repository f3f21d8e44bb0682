/** Two languages, complete; the browser's is taken until a person chooses. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Feature } from './feature.ts'
import { houseTexts } from './texts.ts'

export type Language = 'zh' | 'en'
const languageKey = 'banyan.language'

export function currentLanguage(): Language {
  const chosen = localStorage.getItem(languageKey)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export async function startLanguage(features: readonly Feature[]): Promise<void> {
  const resources = (language: Language) =>
    Object.fromEntries([
      ['house', houseTexts[language]],
      ...features.map(({ name, texts }) => [name, texts[language]] as const),
    ])
  await i18next.use(initReactI18next).init({
    lng: currentLanguage(),
    resources: { zh: resources('zh'), en: resources('en') },
    interpolation: { escapeValue: false },
    defaultNS: 'house',
  })
  announce()
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(languageKey, language)
  await i18next.changeLanguage(language)
  announce()
}

function announce(): void {
  document.documentElement.lang = i18next.language === 'zh' ? 'zh-CN' : 'en'
}

export type Say = (key: string, values?: Record<string, string | number>) => string

/** Texts of a feature, or of the house. */
export function useTexts(name = 'house'): Say {
  const { t } = useTranslation(name)
  return (key, values = {}) => t(key, values)
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'zh' ? 'zh' : 'en'
}

/** `2026-01-02 03:04`, as the language writes it, in the reader's own time. */
export function useTimeFormat(): (iso: string | null) => string {
  const language = useLanguage()
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (iso) => (iso === null ? '' : format.format(new Date(iso)))
}
