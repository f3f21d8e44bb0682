/** A visitor's own choice, else his browser's, among those that the platform has. */
import { getCookie, setCookie } from 'hono/cookie'
import type { HttpContext, Locale } from '#infra/http/http-env.ts'

const cookieName = 'banyan-language'
const yearSeconds = 31_536_000

export function chosenLocale(c: HttpContext, languages: readonly Locale[]): Locale {
  // Clients of the API say with each request what they want.
  if (c.req.path.startsWith('/api/')) return c.get('locale')
  const wanted = getCookie(c, cookieName) ?? c.get('locale')
  return languages.find((language) => language === wanted) ?? languages[0] ?? 'zh'
}

/** `?language=en` of a page of the portal: shown at once, and remembered. */
export function chooseLanguage(c: HttpContext, languages: readonly Locale[]): void {
  const wanted = languages.find((language) => language === c.req.query('language'))
  if (wanted === undefined) return
  setCookie(c, cookieName, wanted, { path: '/', maxAge: yearSeconds, sameSite: 'Lax' })
  c.set('locale', wanted)
}
