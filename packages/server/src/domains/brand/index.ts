/**
 * How the platform looks: name, mark, colour, languages. Every page of the server wears it, in this process and in all others at once.
 * Owns no tables: the values are settings, the mark is a file. Never lets a colour make text hard to read.
 */
import { colorsOfBrand, type WornBrand } from '@banyan/contract/brand'
import type { MiddlewareHandler } from 'hono'
import type { Identity } from '#domains/identity'
import type { Settings } from '#domains/settings'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import {
  productName,
  type HttpApp,
  type HttpContext,
  type HttpEnv,
  type Locale,
  type PageBrand,
} from '#infra/http/http-env.ts'
import { brandColor, brandLanguagesSetting, brandLogo, brandName, brandTagline } from './definitions.ts'
import { chooseLanguage, chosenLocale } from './languages.ts'
import { brandRoutes } from './routes.ts'

export interface BrandOptions {
  blobs: Blobs
  identity: Identity
  settings: Settings
}

export interface Brand {
  routes: HttpApp
  /** To be mounted before all pages. */
  wear: MiddlewareHandler<HttpEnv>
  /** The owner's sentence below the name, or an empty text. */
  tagline(locale: Locale): string
  languages(): readonly Locale[]
  /** Whether the owner has given the platform a name. */
  isNamed(): boolean
  /** In both languages and themes, for a page that changes them by itself. */
  worn(): WornBrand
  /** Obeys `?language=` of a page of the portal, and remembers it. */
  chooseLanguage(c: HttpContext): void
}

export function createBrand({ blobs, identity, settings }: BrandOptions): Brand {
  const name = settings.declare(brandName)
  const tagline = settings.declare(brandTagline)
  const color = settings.declare(brandColor)
  const logo = settings.declare(brandLogo)
  const languages = settings.declare(brandLanguagesSetting)

  const nameIn = (locale: Locale): string => {
    const names = name()
    return names[locale] || names.zh || names.en || productName[locale]
  }
  const brandFor = (locale: Locale): PageBrand => ({ name: nameIn(locale), colors: colorsOfBrand(color()) })
  return {
    routes: brandRoutes({ blobs, identity, settings, logo, color }),
    async wear(c, next) {
      c.set('locale', chosenLocale(c, languages()))
      c.set('brand', brandFor(c.get('locale')))
      await next()
    },
    tagline: (locale) => tagline()[locale],
    languages,
    isNamed: () => name().zh !== '' || name().en !== '',
    worn: () => ({ names: { zh: nameIn('zh'), en: nameIn('en') }, colors: colorsOfBrand(color()) }),
    chooseLanguage(c) {
      chooseLanguage(c, languages())
      c.set('brand', brandFor(c.get('locale')))
    },
  }
}
