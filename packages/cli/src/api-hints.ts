import type { Locale } from './environment.ts'

type Hint = Readonly<Record<Locale, string>>

const loginAgain: Hint = { zh_CN: '重新执行 banyan login', en: 'Run banyan login again' }
const examine: Hint = {
  zh_CN: '执行 banyan doctor 检查网络与登录',
  en: 'Run banyan doctor: it examines network and login',
}

/** What to do about an answer of the platform, for codes where a command of this tool is the way on. */
const hints: Readonly<Record<string, Hint>> = {
  'client.unreachable': examine,
  'client.timeout': examine,
  'client.notBanyan': examine,
  'identity.signInRequired': loginAgain,
  'identity.keyInvalid': loginAgain,
  'identity.forbidden': {
    zh_CN: '当前密钥的角色没有这项权限；换用有权限的密钥重新登录，或请团队管理员在控制台中操作',
    en: 'The role of this key does not include it; log in with a key that may, or ask an admin of the team to do it in the console',
  },
  'app.notFound': {
    zh_CN: '检查 --app 或 banyan.json 中的 appId；用 banyan upload <dir> --create 新建小程序',
    en: 'Look at --app, or the appId in banyan.json; banyan upload <dir> --create makes a mini-program',
  },
  'release.versionTaken': {
    zh_CN: '换一个 --version，或不写它，自动在最新版本上加一',
    en: 'Choose another --version, or leave it out to count on from the newest',
  },
  'release.versionNotFound': {
    zh_CN: '执行 banyan versions 查看已上传的版本',
    en: 'banyan versions lists what was uploaded',
  },
  'release.none': { zh_CN: '先执行 banyan publish', en: 'Run banyan publish first' },
  'release.notApproved': {
    zh_CN: '该平台发布前需要审核：执行 banyan submit --watch',
    en: 'This platform reviews versions before users get them: run banyan submit --watch',
  },
  'release.grayRuns': {
    zh_CN: '执行 banyan gray complete 或 banyan gray revoke，或在本命令后加 --revoke-gray',
    en: 'Run banyan gray complete or banyan gray revoke, or add --revoke-gray to this command',
  },
  'release.noRollbackTarget': { zh_CN: '执行 banyan logs 查看发布历史', en: 'banyan logs shows what was released' },
  'gray.none': { zh_CN: '执行 banyan gray start 开始灰度发布', en: 'banyan gray start begins one' },
  'gray.runs': { zh_CN: '执行 banyan gray status 查看', en: 'banyan gray status shows it' },
  'gray.firstReleaseFull': { zh_CN: '先执行 banyan publish', en: 'Run banyan publish first' },
  'gray.shareShrinks': { zh_CN: '执行 banyan gray revoke 全部撤回', en: 'banyan gray revoke takes everybody back' },
  'review.runs': {
    zh_CN: '执行 banyan submit --status 查看，或用 banyan submit --withdraw 撤回',
    en: 'banyan submit --status shows it, banyan submit --withdraw takes it back',
  },
}

export function hintFor(code: string, locale: Locale): string | undefined {
  return hints[code]?.[locale]
}
