/**
 * WeChat's calls that stand on several domains and have no better place.
 * Owns nothing. Figures come from a port, and say that nothing is known until somebody counts.
 */
import type { Login } from '#domains/login'
import type { HttpApp } from '#infra/http/http-env.ts'
import { analysisRoutes, type Figures } from './analysis.ts'

export interface WechatOptions {
  login: Login
  figures?: Figures
}

export function createWechat({ login, figures = {} }: WechatOptions): { routes: HttpApp } {
  return { routes: analysisRoutes({ login, figures }) }
}
