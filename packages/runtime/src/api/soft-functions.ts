/** The functions that only fail softly, name -> kind. The build writes the table in. */
import { type WxFunction, wxFunctions } from '@banyan/contract/wx-api'

export const softFunctions: Readonly<Record<string, WxFunction['kind']>> = Object.fromEntries(
  Object.entries(wxFunctions)
    .filter(([, { support }]) => support === 'soft')
    .map(([name, { kind }]) => [name, kind]),
)
