/**
 * The format of a conformance case: a small mini-program, what is done to it, and what WeChat's documentation promises to follow.
 * Cases are data; README.md says how to write them.
 */
import type { Step } from './steps.ts'

export type EngineName = 'chromium' | 'firefox' | 'webkit'

export interface Case {
  /** Unique in its file, kebab-case. */
  id: string
  /** One sentence of what WeChat promises. */
  says: string
  /** WeChat's page that says so. */
  source: string
  /** Template of the page. */
  wxml: string
  /** Script of the page; `Page({})` without it. `log(...)` is there in every script, see README.md. */
  js?: string
  wxss?: string
  /** Configuration of the page. */
  json?: Readonly<Record<string, unknown>>
  /** More files by their path from the case's folder: components, wxs, other pages. `$ROOT` in any source is that folder from the app's root. */
  files?: Readonly<Record<string, string>>
  /** Routes of further pages among `files`, without extension. */
  pages?: readonly string[]
  /** The case is an app of its own: its folder is the app's root. `json` is merged over `{ pages: ['index', ...pages] }`. */
  app?: { readonly json?: Readonly<Record<string, unknown>>; readonly js?: string; readonly wxss?: string }
  /** `a=1&b=2`, as it stands in the address. */
  query?: string
  steps: readonly Step[]
  /** Tags (`view`), functions (`wx.request`) or features that the case is about besides what its file is named for. */
  covers?: readonly string[]
  /** Engines on which this cannot be shown, each with the reason. */
  except?: Readonly<Partial<Record<EngineName, string>>>
  /** How the phone is set up; a case with this has a phone of its own. */
  phone?: {
    readonly scheme?: 'light' | 'dark'
    readonly size?: readonly [width: number, height: number]
    readonly locale?: 'zh_CN' | 'en'
    readonly geolocation?: { readonly latitude: number; readonly longitude: number; readonly accuracy?: number }
    /** Questions of the host page about scopes are answered beforehand; the browser's own are always allowed. */
    readonly granted?: readonly string[]
  }
}
