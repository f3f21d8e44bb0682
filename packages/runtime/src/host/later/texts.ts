/** What the later parts of the host say. */
import type { Locale } from '../ui/texts.ts'

const zh = {
  cancel: '取消',
  confirm: '确定',
  share: '转发',
  copyLink: '复制链接',
  copied: '链接已复制',
  reload: '刷新',
  reenter: '重新进入小程序',
  settings: '设置',
  version: '版本',
  trial: '体验版',
  develop: '开发版',
  hangTitle: '小程序没有响应',
  hangText: '可以继续等待，也可以重新进入。',
  wait: '继续等待',
  done: '完成',
  permissionNone: '这个小程序还没有申请任何权限。',
  keyTitle: '这个平台换了签名密钥',
  keyText: '如果平台重新安装过，这是正常的；否则请先向平台的管理者确认，再信任新的密钥。',
  keyTrust: '信任',
  call: '呼叫',
  page: '第 {n} 张，共 {m} 张',
} as const

const en: LaterTexts = {
  cancel: 'Cancel',
  confirm: 'OK',
  share: 'Share',
  copyLink: 'Copy link',
  copied: 'Link copied',
  reload: 'Reload',
  reenter: 'Start again',
  settings: 'Settings',
  version: 'Version',
  trial: 'Trial',
  develop: 'Development',
  hangTitle: 'The mini-program does not answer',
  hangText: 'Keep waiting, or start it again.',
  wait: 'Wait',
  done: 'Done',
  permissionNone: 'This mini-program has not asked for any permission.',
  keyTitle: 'This platform signs with another key',
  keyText: 'That is expected when it was set up anew. If it was not, ask its operator before you trust the new key.',
  keyTrust: 'Trust',
  call: 'Call',
  page: 'Picture {n} of {m}',
}

export type LaterTextKey = keyof typeof zh
export type LaterTexts = Readonly<Record<LaterTextKey, string>>

export function laterTextsOf({ locale }: { readonly locale: Locale }): LaterTexts {
  return locale === 'en' ? en : zh
}
