import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/open-data.html'

export const cases: readonly Case[] = [
  {
    id: 'nick-name',
    says: 'type="userNickName" shows the anonymous name that everybody has.',
    source,
    wxml: '<open-data id="o" type="userNickName"/>',
    steps: [{ text: '#o', is: '微信用户' }],
  },
  {
    id: 'default-text',
    says: 'default-text is shown where there is nothing.',
    source,
    wxml: '<open-data id="o" type="groupName" default-text="a group"/>',
    steps: [{ text: '#o', is: 'a group' }],
  },
  {
    id: 'default-avatar',
    says: 'default-avatar is shown in the place of a picture.',
    source,
    wxml: '<open-data id="o" type="userAvatarUrl" default-avatar="$PNG" style="width: 50px; height: 50px"/>',
    steps: [
      { attr: '#o', name: 'role', is: 'img' },
      { visible: 'html:img' },
      { rect: 'html:img', width: 50, height: 50 },
    ],
  },
]
