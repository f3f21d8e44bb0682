/** What the platform writes to people about their accounts; in both languages, since it does not know which they read. */
import type { Letter } from '#infra/mail/mail.ts'

export function invitationMail(input: { to: string; team: string; inviter: string; url: string }): Letter {
  const { to, team, inviter, url } = input
  return {
    to,
    subject: `${inviter} 邀请你加入 ${team} · ${inviter} invites you to ${team}`,
    text: `${inviter} 邀请你加入团队“${team}”。链接 7 天内有效，只能使用一次：
${url}

${inviter} invites you to the team "${team}". The link is good for seven days, once:
${url}`,
  }
}

export function signInCodeMail(to: string, code: string): Letter {
  return {
    to,
    subject: `${code} 是你的登录验证码 · ${code} is your sign-in code`,
    text: `验证码 ${code}，10 分钟内有效。如果不是你本人操作，请忽略这封邮件。

Your code is ${code}, good for ten minutes. If you did not ask for it, ignore this letter.`,
  }
}

export function recoveryMail(to: string, url: string): Letter {
  return {
    to,
    subject: '重设密码 · Reset your password',
    text: `打开链接设置新密码，30 分钟内有效，只能使用一次：
${url}
如果不是你本人操作，请忽略这封邮件。

Open the link to set a new password; it is good for 30 minutes, once:
${url}
If you did not ask for it, ignore this letter.`,
  }
}

export function changedMail(to: string, what: 'password' | 'secondFactor' | 'passkey'): Letter {
  const zh = { password: '密码已修改', secondFactor: '两步验证已变更', passkey: '通行密钥已变更' }[what]
  const en = {
    password: 'Your password was changed',
    secondFactor: 'Your second factor was changed',
    passkey: 'Your passkeys were changed',
  }[what]
  return {
    to,
    subject: `${zh} · ${en}`,
    text: `${zh}。如果不是你本人操作，请立即联系平台管理员。\n\n${en}. If it was not you, tell the operator of the platform at once.`,
  }
}
