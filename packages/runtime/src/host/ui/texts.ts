/** What the host itself says before and around the first page; the rest is in `later/texts.ts`. */
export type Locale = 'zh_CN' | 'en'

const zh = {
  locale: 'zh_CN',
  back: '返回',
  home: '回到首页',
  menu: '更多',
  close: '关闭',
  loading: '正在加载',
  startFailed: '小程序没有打开',
  startFailedNetwork: '没有连上服务器。请检查网络后重试。',
  startFailedDamaged: '下载的文件不完整，已停止打开。请重试；如果一直这样，请告诉小程序的提供者。',
  startFailedScript: '小程序启动时出错。请重试；如果一直这样，请把下面的编号告诉小程序的提供者。',
  retry: '重试',
  reference: '编号',
  offline: '网络已断开',
  notFoundTitle: '页面不存在',
  notFoundText: '这个链接指向的页面已经没有了。',
  pageFailedTitle: '这个页面出错了',
  pageFailedText: '请重新加载；如果一直这样，请把下面的编号告诉小程序的提供者。',
  reload: '重新加载',
  tabs: '主导航',
} as const

const en: Texts = {
  locale: 'en',
  back: 'Back',
  home: 'Home',
  menu: 'More',
  close: 'Close',
  loading: 'Loading',
  startFailed: 'The mini-program did not open',
  startFailedNetwork: 'The server could not be reached. Check the network and try again.',
  startFailedDamaged:
    'A downloaded file is not what it should be. Try again, or tell the provider of the mini-program.',
  startFailedScript: 'The mini-program failed while starting. Try again, or give its provider the reference below.',
  retry: 'Try again',
  reference: 'Reference',
  offline: 'You are offline',
  notFoundTitle: 'Page not found',
  notFoundText: 'The page that this link points to no longer exists.',
  pageFailedTitle: 'This page has failed',
  pageFailedText: 'Reload it, or give the provider of the mini-program the reference below.',
  reload: 'Reload',
  tabs: 'Main navigation',
}

export type Texts = Readonly<Record<Exclude<keyof typeof zh, 'locale'>, string>> & { readonly locale: Locale }

export function textsOf(locale: Locale): Texts {
  return locale === 'en' ? en : zh
}
