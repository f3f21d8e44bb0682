/** The brand's colours in Ant Design's terms; light, dark or as the system says. */
import type { WornBrand } from '@banyan/contract/brand'
import { fontStack, radiusPx } from '@banyan/contract/tokens'
import { App as AntApp, ConfigProvider, theme } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useBrand } from './brand.tsx'
import { useLanguage } from './language.ts'

export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]
const appearanceKey = 'banyan.appearance'
const darkQuery = '(prefers-color-scheme: dark)'

interface AppearanceChoice {
  appearance: Appearance
  readonly choose: (appearance: Appearance) => void
}

const AppearanceContext = createContext<AppearanceChoice>({ appearance: 'system', choose: () => undefined })

export function useAppearance(): AppearanceChoice {
  return useContext(AppearanceContext)
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const { brand } = useBrand()
  const [appearance, setAppearance] = useState(readAppearance)
  const [isSystemDark, setSystemDark] = useState(() => matchMedia(darkQuery).matches)
  useEffect(() => {
    const query = matchMedia(darkQuery)
    const listen = () => setSystemDark(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  const isDark = appearance === 'dark' || (appearance === 'system' && isSystemDark)
  const colors = brand.colors[isDark ? 'dark' : 'light']
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    document.documentElement.style.setProperty('--primary', colors.primary)
    document.documentElement.style.setProperty('--primary-soft', colors.primarySoft)
  }, [isDark, colors])
  const choice = useMemo(
    () => ({
      appearance,
      choose(next: Appearance) {
        localStorage.setItem(appearanceKey, next)
        setAppearance(next)
      },
    }),
    [appearance],
  )
  return (
    <AppearanceContext value={choice}>
      <ConfigProvider
        csp={{ nonce: nonceOfPage() }}
        locale={language === 'zh' ? zh : en}
        theme={themeOf(isDark, colors)}
        button={{ autoInsertSpace: false }}
      >
        <AntApp>{children}</AntApp>
      </ConfigProvider>
    </AppearanceContext>
  )
}

function themeOf(isDark: boolean, colors: WornBrand['colors']['light']) {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colors.primary,
      colorLink: colors.primary,
      colorLinkHover: colors.primaryHover,
      colorSuccess: colors.success,
      colorWarning: colors.warning,
      colorError: colors.danger,
      colorInfo: colors.info,
      // Coloured text stands on these: the tones that are computed from the colours are too near to them.
      colorSuccessBg: colors.primarySoft,
      colorWarningBg: colors.ground,
      colorErrorBg: colors.ground,
      colorInfoBg: colors.ground,
      colorText: colors.ink,
      colorTextSecondary: colors.secondary,
      colorTextTertiary: colors.secondary,
      colorTextDescription: colors.secondary,
      colorTextPlaceholder: colors.secondary,
      colorTextDisabled: colors.secondary,
      colorBgLayout: colors.ground,
      colorBgContainer: colors.surface,
      colorBgElevated: colors.surface,
      colorBorderSecondary: colors.line,
      colorTextLightSolid: colors.onPrimary,
      fontFamily: fontStack,
      borderRadius: radiusPx.control,
      borderRadiusLG: radiusPx.card,
      controlHeight: 36,
    },
    components: {
      Layout: { headerBg: colors.surface, siderBg: colors.surface, bodyBg: colors.ground },
      Menu: { itemSelectedBg: colors.primarySoft, itemSelectedColor: colors.primary },
    },
  }
}

function readAppearance(): Appearance {
  const chosen = localStorage.getItem(appearanceKey)
  return appearances.find((name) => name === chosen) ?? 'system'
}

/** Browsers hide a nonce from `getAttribute`, not from the property. */
export function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
