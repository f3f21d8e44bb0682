export const grayTexts = {
  zh_CN: {
    description: '灰度发布：先让一部分用户使用新版本',
    start: '开始灰度发布',
    status: '查看进行中的灰度发布；被冻结时退出码为 3',
    widen: '扩大比例，或替换名单',
    pause: '比例停在现状',
    resume: '继续，或在冻结后恢复',
    revoke: '全部撤回，所有人回到线上版本',
    complete: '全量发布',
    version: '要灰度的版本号；默认为最近上传的版本',
    percent: '用户的百分比，如 10 或 0.5',
    stages: '分阶段，比例:停留时间，如 1:30m,10:2h,50:1d',
    users: '无论比例都使用新版本的用户或设备 ID，用逗号分隔',
    usersInstead: '新的名单，用逗号分隔，替换原有的',
    condition: '参与者须满足的条件：JSON，或写有它的文件 @rule.json',
    guard: '指标差过对照组多少即冻结，如 errorRate:20%；可重复。指标有 errorRate、crashFree、launchP95Ms',
    deadlineDays: '多少天后执行 --deadline（默认 15）',
    deadline: '到期时做什么：release 全量、revoke 撤回、nothing 什么也不做（默认）',
    note: '说明，记入历史',
    nobody: '没有说明谁先使用新版本',
    nobodyHint: '给出 --percent、--stages 或 --users',
    badDeadline: '--deadline 须为 release、revoke 或 nothing',
    starting: (version: string) => `正在开始 ${version} 的灰度发布 …`,
    frozen: (version: string, reason: string) => `${version} 的灰度发布已冻结，所有人回到线上版本：${reason}`,
    frozenHint: '执行 banyan gray resume 恢复，或 banyan gray revoke 撤回',
    bad: {
      percent: '须为 0.01 到 100 的数',
      stages: '须形如 1:30m,10:2h,50:1d',
      guard: '须形如 errorRate:20%',
      number: '须为正整数',
    },
    examples: `
示例：
  $ banyan gray start my-app --percent 10
  $ banyan gray status my-app
  $ banyan gray widen my-app --percent 50
  $ banyan gray complete my-app`,
    startExamples: `
示例：
  $ banyan gray start my-app --percent 10
  $ banyan gray start my-app --stages 1:30m,10:2h,50:1d --guard errorRate:20%
  $ banyan gray start my-app --users openid-1,openid-2
  $ banyan gray start my-app --percent 5 --condition '{"os":"ios"}'`,
  },
  en: {
    description: 'Gray releases: a new version for some users first',
    start: 'begin a gray release',
    status: 'show the gray release that runs; exit code 3 when it is frozen',
    widen: 'make the share larger, or replace the list of users',
    pause: 'leave the share as it is',
    resume: 'go on, also after it was frozen',
    revoke: 'take everybody back to the full release',
    complete: 'give the version to everybody',
    version: 'version to release; by default the one uploaded last',
    percent: 'percent of the users, such as 10 or 0.5',
    stages: 'stages as share:time, such as 1:30m,10:2h,50:1d',
    users: 'ids of users or devices that get it whatever the share, separated by commas',
    usersInstead: 'the new list, separated by commas, in place of the one before',
    condition: 'what takes part: JSON, or @rule.json for a file that holds it',
    guard:
      'freeze when it is worse than for the others by this much: errorRate:20%; may be repeated; errorRate, crashFree, launchP95Ms',
    deadlineDays: 'days until --deadline is done (default 15)',
    deadline: 'what is done then: release, revoke or nothing (default)',
    note: 'a note for the history',
    nobody: 'It is not said who gets the version first',
    nobodyHint: 'Give --percent, --stages or --users',
    badDeadline: '--deadline is release, revoke or nothing',
    starting: (version: string) => `Beginning the gray release of ${version} …`,
    frozen: (version: string, reason: string) =>
      `The gray release of ${version} is frozen, and everybody is back: ${reason}`,
    frozenHint: 'Run banyan gray resume to go on, or banyan gray revoke to end it',
    bad: {
      percent: 'A number from 0.01 to 100 is wanted.',
      stages: 'Stages look like 1:30m,10:2h,50:1d.',
      guard: 'A guard looks like errorRate:20%.',
      number: 'A whole number above 0 is wanted.',
    },
    examples: `
Examples:
  $ banyan gray start my-app --percent 10
  $ banyan gray status my-app
  $ banyan gray widen my-app --percent 50
  $ banyan gray complete my-app`,
    startExamples: `
Examples:
  $ banyan gray start my-app --percent 10
  $ banyan gray start my-app --stages 1:30m,10:2h,50:1d --guard errorRate:20%
  $ banyan gray start my-app --users openid-1,openid-2
  $ banyan gray start my-app --percent 5 --condition '{"os":"ios"}'`,
  },
} as const
