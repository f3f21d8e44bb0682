const zh = {
  brand: '榕 Banyan',
  console: '控制台',
  portal: '门户',
  signIn: '登录',
  email: '邮箱',
  password: '密码',
  passwordHint: '至少 10 个字符。支持粘贴和密码管理器。',
  setupTitle: '创建账号',
  setupText: '这个链接只能使用一次。填写后即可登录控制台。',
  setupInvalid: '链接无效、已使用或已过期',
  setupInvalidText: '平台所有者可重新启动服务获取新的链接；成员请联系邀请人。',
  yourName: '姓名',
  create: '创建',
  save: '保存',
  done: '已保存。',
  needsScript: '控制台需要启用 JavaScript。',
  unbuilt: '控制台尚未构建',
  unbuiltText: '请在服务器的代码目录运行下面的命令，然后刷新此页。',
}

export type ConsoleTexts = typeof zh

const en: ConsoleTexts = {
  brand: 'Banyan',
  console: 'Console',
  portal: 'Portal',
  signIn: 'Sign in',
  email: 'Email',
  password: 'Password',
  passwordHint: 'At least 10 characters. Pasting and password managers are welcome.',
  setupTitle: 'Create your account',
  setupText: 'This link works once. Fill in the form and you are signed in to the console.',
  setupInvalid: 'This link is not valid, was used, or has expired',
  setupInvalidText: 'The owner of the platform gets a new link by restarting it; members ask whoever invited them.',
  yourName: 'Your name',
  create: 'Create',
  save: 'Save',
  done: 'Saved.',
  needsScript: 'The console needs JavaScript.',
  unbuilt: 'The console has not been built',
  unbuiltText: 'Run this command in the folder of the server, then reload the page.',
}

export const consoleTexts = { zh, en } as const
