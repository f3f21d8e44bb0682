/** The functions that only fail softly, name -> kind. The build writes the table in. */
import { wxFunctions } from '@banyan/contract/wx-api'
import type { WxFunction } from '@banyan/contract/wx-api/wx-function'

export const softFunctions: Readonly<Record<string, WxFunction['kind']>> = Object.fromEntries(
  Object.entries(wxFunctions)
    .filter(([, { support }]) => support === 'soft')
    .map(([name, { kind }]) => [name, kind]),
)
