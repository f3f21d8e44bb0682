/** What a feature brings: routes with their menu entries, the permissions that they need, and its texts. */
import type { Permission } from '@banyan/contract/permissions'
import type { ComponentType } from 'react'

/** `team` and `platform` are the main menu's two halves, `app` is the menu inside one mini-program, `account` the person's own. */
export type MenuArea = 'team' | 'app' | 'platform' | 'account'

export interface FeatureRoute {
  /** Below `/console`; `$appId` and the like are parameters. */
  path: `/${string}`
  /** Key of the title in the feature's texts. */
  title: string
  page: () => Promise<{ Page: ComponentType }>
  /** Whoever has not one of these sees neither the entry nor the page. In a mini-program roles there count too. */
  needs?: readonly Permission[]
  menu?: { area: MenuArea; order: number; icon?: ComponentType }
}

export interface Feature {
  /** Also the name space of its texts. */
  name: string
  routes: readonly FeatureRoute[]
  texts: FeatureTexts
}

export interface FeatureTexts {
  zh: Texts
  en: Texts
}

export interface Texts {
  readonly [key: string]: string | Texts
}
