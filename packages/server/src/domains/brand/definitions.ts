/** What the owner chooses about the look. */
import {
  brandColorSchema,
  brandLanguagesSchema,
  brandLogoSchema,
  brandNameSchema,
  brandTaglineSchema,
  type BrandLogo,
  type BrandName,
} from '@banyan/contract/brand'
import { lightColors } from '@banyan/contract/tokens'
import { z } from 'zod'
import type { SettingDefinition } from '#domains/settings'
import type { Locale } from '#infra/http/http-env.ts'

export const logoKey = 'brand.logo'

export const brandName: SettingDefinition<BrandName> = {
  key: 'brand.name',
  schema: brandNameSchema,
  defaultValue: { zh: '', en: '' },
  scopes: ['platform'],
  description: {
    zh: '平台名称，显示在门户和服务器给出的各个页面；留空则用“榕 Banyan”',
    en: 'Name of the platform in the portal and on pages that the server renders; empty for Banyan',
  },
}

export const brandTagline: SettingDefinition<BrandName> = {
  key: 'brand.tagline',
  schema: brandTaglineSchema,
  defaultValue: { zh: '', en: '' },
  scopes: ['platform'],
  description: { zh: '门户首页名称下的一句话', en: 'A sentence below the name on the home page' },
}

export const brandColor: SettingDefinition<string> = {
  key: 'brand.color',
  schema: brandColorSchema,
  defaultValue: lightColors.primary,
  scopes: ['platform'],
  description: {
    zh: '品牌色，如 #0B7A63；文字不易辨认时自动调深或调浅',
    en: 'Colour, like #0B7A63; made darker or lighter where text would be hard to read',
  },
}

export const brandLogo: SettingDefinition<BrandLogo | null> = {
  key: logoKey,
  schema: z.union([z.null(), brandLogoSchema]),
  defaultValue: null,
  scopes: ['platform'],
  description: {
    zh: '平台标志；用 PUT /api/v1/platform/brand/logo 上传',
    en: 'The mark of the platform; uploaded by PUT /api/v1/platform/brand/logo',
  },
}

export const brandLanguagesSetting: SettingDefinition<Locale[]> = {
  key: 'brand.languages',
  schema: brandLanguagesSchema,
  defaultValue: ['zh', 'en'],
  scopes: ['platform'],
  description: {
    zh: '门户使用的语言；第一个给没有偏好的访客',
    en: 'Languages of the portal; the first one is for visitors who prefer none of them',
  },
}
