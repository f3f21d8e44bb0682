/**
 * `npm test` takes a part of what comes in many forms, as libraries' components do: always the same part, spread over all of it.
 * `npm test -- --whole` takes everything.
 */
export const isWhole = process.env['BANYAN_TESTS'] === 'whole'

/** Every `step`-th. */
export function sampleOf<Item>(all: readonly Item[], step: number): readonly Item[] {
  return isWhole ? all : all.filter((_, index) => index % step === 0)
}

const locales = ['zh-CN', 'en'] as const
export type TestLocale = (typeof locales)[number]

/** Journeys through the console exist in both languages; `npm test` takes this one. */
export function sampleLocales(one: TestLocale): readonly TestLocale[] {
  return isWhole ? locales : [one]
}
