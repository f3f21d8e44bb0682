import type { PhoneSettings } from './settings.ts'

declare global {
  interface Window {
    banyanPhoneSettings?: PhoneSettings
    /** The simulator calls it when a setting changed that needs no new start. */
    banyanApplySettings?: (settings: PhoneSettings) => void
    banyanSimulator?: Readonly<Record<string, unknown>>
  }
}
