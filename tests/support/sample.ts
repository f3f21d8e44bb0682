/**
 * `npm test` opens a part of what the libraries of others have: always the same part, spread over all of it. `npm test -- --whole` opens
 * everything.
 */
export const isWhole = process.env['BANYAN_TESTS'] === 'whole'

/** Every `step`-th. */
export function sampleOf<Item>(all: readonly Item[], step: number): readonly Item[] {
  return isWhole ? all : all.filter((_, index) => index % step === 0)
}
