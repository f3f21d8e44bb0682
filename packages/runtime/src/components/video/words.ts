const zh = {
  play: '播放',
  pause: '暂停',
  mute: '静音',
  unmute: '取消静音',
  full: '全屏',
  leaveFull: '退出全屏',
  progress: '播放进度',
  danmu: '弹幕',
  lock: '锁定',
  unlock: '解锁',
  background: '小窗外播放',
  volume: '音量',
  brightness: '亮度',
  failed: '视频无法播放',
  retry: '重试',
}

export type VideoWords = Readonly<typeof zh>

const en: VideoWords = {
  play: 'Play',
  pause: 'Pause',
  mute: 'Mute',
  unmute: 'Unmute',
  full: 'Full screen',
  leaveFull: 'Leave full screen',
  progress: 'Progress',
  danmu: 'Comments',
  lock: 'Lock',
  unlock: 'Unlock',
  background: 'Play on in the background',
  volume: 'Volume',
  brightness: 'Brightness',
  failed: 'The video cannot be played',
  retry: 'Try again',
}

export const videoWords: Readonly<Record<'zh_CN' | 'en', VideoWords>> = { zh_CN: zh, en }
