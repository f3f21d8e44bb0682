const zh = {
  forgotten: '忘记密码',
  forgottenText: '填写邮箱。如果有对应的账号，设置新密码的链接会发到那里。',
  sent: '如果有对应的账号，链接已经发出，30 分钟内有效。',
  send: '发送',
  newPassword: '设置新密码',
  newPasswordText: '设置后，所有设备都需要重新登录。',
  code: '两步验证码或恢复码',
  confirm: '再次验证身份',
  confirmText: '这个操作需要再次确认是你本人。验证后 30 分钟内有效。',
}

export const accountTexts: Readonly<Record<'zh' | 'en', typeof zh>> = {
  zh,
  en: {
    forgotten: 'Forgotten password',
    forgottenText: 'Enter your address. If it has an account, a link to set a new password is sent there.',
    sent: 'If the address has an account, a link is on its way. It is good for 30 minutes.',
    send: 'Send',
    newPassword: 'Set a new password',
    newPasswordText: 'Afterwards every device has to sign in again.',
    code: 'Code of your second factor, or a recovery code',
    confirm: 'Prove again that it is you',
    confirmText: 'What you want to do asks for it. It holds for 30 minutes.',
  },
}
