import type { Colors } from '@banyan/contract/brand'
import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'

export interface HttpEnv {
  Bindings: HttpBindings
  Variables: { requestId: string; locale: Locale; brand: PageBrand; clientAddress: string }
}
export type HttpApp = OpenAPIHono<HttpEnv>
export type HttpContext = Context<HttpEnv>

export type Locale = 'zh' | 'en'

/** What pages wear until the owner has chosen. */
export const productName: Readonly<Record<Locale, string>> = { zh: '榕 Banyan', en: 'Banyan' }

export interface PageBrand {
  name: string
  colors: { readonly light: Colors; readonly dark: Colors }
}

/** Chinese when the person's list names it before English, or names neither. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  if (acceptLanguage === undefined) return 'zh'
  const ranked = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 }
    })
    .filter(({ language, quality }) => quality > 0 && (language === 'zh' || language === 'en'))
    .toSorted((one, other) => other.quality - one.quality)
  return ranked[0]?.language === 'en' ? 'en' : 'zh'
}
