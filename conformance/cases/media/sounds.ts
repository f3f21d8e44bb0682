import type { Case } from '../../case.ts'
import { toneUrl } from '../../samples/files.ts'

const inner = 'https://developers.weixin.qq.com/miniprogram/dev/api/media/audio/InnerAudioContext.html'
const background =
  'https://developers.weixin.qq.com/miniprogram/dev/api/media/background-audio/BackgroundAudioManager.html'
const tag = 'https://developers.weixin.qq.com/miniprogram/dev/component/audio.html'
const tone = toneUrl(0.6)
const long = toneUrl(3)

/** `go` gets a sound. */
function sound(id: string, says: string, go: string, steps: Case['steps'], src = long): Case {
  return {
    id,
    says,
    source: inner,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `const tone = '${src}'
Page({ go() { const sound = wx.createInnerAudioContext(); ${go} }, onUnload() {} })`,
    covers: ['wx.createInnerAudioContext'],
    steps: [{ tap: '#go' }, ...steps],
  }
}

function music(
  id: string,
  says: string,
  go: string,
  steps: Case['steps'],
  covers = 'wx.getBackgroundAudioManager',
): Case {
  return {
    id,
    says,
    source: background,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `const tone = '${long}', short = '${tone}'
Page({ go() { const music = wx.getBackgroundAudioManager(); ${go} } })`,
    covers: [covers],
    steps: [{ tap: '#go' }, ...steps],
  }
}

function old(id: string, says: string, attributes: string, js: string, steps: Case['steps']): Case {
  return {
    id,
    says,
    source: tag,
    wxml: `<audio id="a" src="{{src}}" ${attributes}></audio><button id="go" bindtap="go">go</button>`,
    js: `Page({ data: { src: '${tone}' }, onReady() { this.audio = wx.createAudioContext('a') }, ${js} })`,
    covers: ['audio', 'wx.createAudioContext'],
    steps,
  }
}

export const cases: readonly Case[] = [
  sound(
    'inner-play',
    'play plays what src names, and onPlay is called.',
    `sound.src = tone; sound.onPlay(() => log('play')); sound.play()`,
    [{ logHas: ['play'] }],
  ),
  sound(
    'inner-canplay',
    'onCanplay is called when the sound can be played.',
    `sound.onCanplay(() => log('can')); sound.src = tone`,
    [{ logHas: ['can'] }],
  ),
  sound(
    'inner-autoplay',
    'autoplay plays by itself.',
    `sound.autoplay = true; sound.onPlay(() => log('play')); sound.src = tone`,
    [{ logHas: ['play'] }],
  ),
  sound(
    'inner-pause',
    'pause pauses and onPause is called.',
    `sound.src = tone; sound.onPlay(() => sound.pause()); sound.onPause(() => log('pause', sound.paused)); sound.play()`,
    [{ log: ['pause true'] }],
  ),
  sound(
    'inner-stop',
    'stop goes back to the beginning; onStop is called and onPause is not.',
    `sound.src = tone; sound.onPlay(() => setTimeout(() => sound.stop(), 300)); sound.onPause(() => log('pause')); sound.onStop(() => setTimeout(() => log('stop', sound.currentTime, sound.paused))); sound.play()`,
    [{ log: ['stop 0 true'] }],
  ),
  sound(
    'inner-ended',
    'onEnded is called at the end.',
    `sound.src = tone; sound.onEnded(() => log('ended')); sound.play()`,
    [{ log: ['ended'] }],
    tone,
  ),
  sound(
    'inner-loop',
    'loop begins again.',
    `sound.src = tone; sound.loop = true; let last = 0; sound.onEnded(() => log('ended')); sound.onTimeUpdate(() => { if (sound.currentTime < last - 0.2) { log('again'); sound.destroy() } last = sound.currentTime }); sound.play()`,
    [{ log: ['again'] }],
    tone,
  ),
  sound(
    'inner-time-update',
    'onTimeUpdate is called while it plays, and currentTime and duration can be read.',
    `sound.src = tone; sound.onTimeUpdate(() => { if (sound.currentTime > 0) { log(sound.currentTime <= 3, Math.round(sound.duration)); sound.destroy() } }); sound.play()`,
    [{ log: ['true 3'] }],
  ),
  sound(
    'inner-seek',
    'seek goes to a second; onSeeking and onSeeked are called.',
    `sound.src = tone; sound.onCanplay(() => { if (!sound.went) { sound.went = 1; sound.seek(1.5) } }); sound.onSeeking(() => log('seeking')); sound.onSeeked(() => log('seeked', sound.currentTime))`,
    [{ log: ['seeking', 'seeked 1.5'] }],
  ),
  sound(
    'inner-start-time',
    'startTime is where it begins.',
    `sound.startTime = 2; sound.src = tone; sound.onTimeUpdate(() => { if (!sound.paused) { log(sound.currentTime >= 2); sound.destroy() } }); sound.play()`,
    [{ log: ['true'] }],
  ),
  sound(
    'inner-error',
    'onError is called with errCode and errMsg when the file is not there.',
    `sound.onError((e) => log(e.errCode, typeof e.errMsg)); sound.src = '/none.mp3'; sound.play()`,
    [{ log: ['10003 string'] }],
  ),
  sound(
    'inner-format-error',
    'onError tells 10004 for a file that is no sound.',
    `sound.onError((e) => log(e.errCode)); sound.src = 'data:audio/mpeg;base64,AAAA'`,
    [{ log: ['10004'] }],
  ),
  sound(
    'inner-defaults',
    'A new sound has WeChat’s defaults.',
    `log(sound.src, sound.startTime, sound.autoplay, sound.loop, sound.obeyMuteSwitch, sound.volume, sound.playbackRate, sound.duration, sound.currentTime, sound.paused, sound.buffered)`,
    [{ log: [' 0 false false true 1 1 0 0 true 0'] }],
  ),
  sound('inner-volume', 'volume is kept as it is set.', `sound.volume = 0.3; log(sound.volume)`, [{ log: ['0.3'] }]),
  sound(
    'inner-rate',
    'playbackRate 2 plays three seconds in less than two and a half.',
    `sound.src = tone; sound.playbackRate = 2; const began = Date.now(); sound.onEnded(() => log(Date.now() - began < 2500)); sound.play()`,
    [{ log: ['true'] }],
  ),
  sound(
    'inner-off',
    'off takes a listener away.',
    `const heard = () => log('heard'); sound.onPlay(heard); sound.offPlay(heard); sound.onCanplay(() => log('can')); sound.src = tone; sound.onPlay(() => log('other')); sound.play()`,
    [{ logHas: ['other'] }, { logLacks: 'heard' }],
  ),
  sound(
    'inner-destroy',
    'A destroyed sound says nothing more.',
    `sound.src = tone; sound.onPlay(() => { log('play'); sound.destroy() }); sound.onEnded(() => log('ended')); sound.play()`,
    [{ log: ['play'] }, { pause: 900 }, { logLacks: 'ended' }],
    tone,
  ),
  sound(
    'inner-background',
    'A sound pauses when the app goes to the background.',
    `sound.src = tone; sound.loop = true; sound.onPlay(() => log('play')); sound.onPause(() => log('pause')); sound.play()`,
    [{ logHas: ['play'] }, { background: true }, { background: false }, { logHas: ['pause'] }],
  ),
  sound(
    'inner-option',
    'setInnerAudioOption succeeds.',
    `wx.setInnerAudioOption({ obeyMuteSwitch: false, success: (e) => log(e.errMsg) })`,
    [{ log: ['setInnerAudioOption:ok'] }],
  ),
  sound(
    'audio-sources',
    'getAvailableAudioSources lists auto.',
    `wx.getAvailableAudioSources({ success: (e) => log(e.errMsg, e.audioSources.includes('auto')) })`,
    [{ log: ['getAvailableAudioSources:ok true'] }],
  ),
  music(
    'music-src-plays',
    'Setting src plays at once.',
    `music.onPlay(() => log('play')); music.title = '歌'; music.src = tone`,
    [{ logHas: ['play'] }],
  ),
  music('music-one', 'There is one manager.', `log(music === wx.getBackgroundAudioManager())`, [{ log: ['true'] }]),
  music(
    'music-pause-stop',
    'pause and stop are told by their events.',
    `music.onPlay(() => { log('play'); music.pause() }); music.onPause(() => { log('pause'); music.stop() }); music.onStop(() => log('stop')); music.title = '歌'; music.src = tone`,
    [{ logHas: ['play', 'pause', 'stop'] }],
  ),
  music(
    'music-ended',
    'onEnded is called at the end.',
    `music.onEnded(() => log('ended')); music.title = '歌'; music.src = short`,
    [{ logHas: ['ended'] }],
  ),
  music(
    'music-goes-on',
    'It plays on when the app goes to the background.',
    `music.onPlay(() => log('play')); music.onPause(() => log('pause')); music.title = '歌'; music.src = tone`,
    [{ logHas: ['play'] }, { background: true }, { pause: 200 }, { background: false }, { logLacks: 'pause' }],
  ),
  music(
    'music-old-functions',
    'playBackgroundAudio, onBackgroundAudioPlay and getBackgroundAudioPlayerState work the same sound.',
    `wx.onBackgroundAudioPlay(() => wx.getBackgroundAudioPlayerState({ success: (s) => log(s.status, s.dataUrl === tone) })); wx.playBackgroundAudio({ dataUrl: tone, title: '歌', success: (e) => log(e.errMsg) })`,
    [{ logHas: ['playBackgroundAudio:ok'] }, { logMatches: ['^1 true$'] }],
    'wx.playBackgroundAudio',
  ),
  music(
    'music-state-none',
    'getBackgroundAudioPlayerState fails when nothing plays.',
    `wx.getBackgroundAudioPlayerState({ fail: (e) => log(e.errMsg) })`,
    [{ logMatches: ['^getBackgroundAudioPlayerState:fail'] }],
    'wx.getBackgroundAudioPlayerState',
  ),
  music(
    'play-voice',
    'playVoice succeeds when the voice has ended.',
    `wx.playVoice({ filePath: short, success: (e) => log(e.errMsg) })`,
    [{ log: ['playVoice:ok'] }],
    'wx.playVoice',
  ),
  music(
    'play-voice-parameter',
    'playVoice without a path fails with a parameter error.',
    `wx.playVoice({ fail: (e) => log(e.errMsg) })`,
    [{ logMatches: ['^playVoice:fail parameter error'] }],
    'wx.playVoice',
  ),
  old('tag-hidden', 'Without controls an audio is not seen.', '', 'go() {}', [{ hidden: '#a' }]),
  old('tag-controls', 'controls shows name and author.', 'controls name="小夜曲" author="舒伯特"', 'go() {}', [
    { visible: '#a' },
    { text: '#a html:div.wx-audio-name', is: '小夜曲' },
    { text: '#a html:div.wx-audio-author', is: '舒伯特' },
  ]),
  old('tag-defaults', 'Name and author have texts of their own when the app gives none.', 'controls', 'go() {}', [
    { text: '#a html:div.wx-audio-name', is: '未知音频' },
    { text: '#a html:div.wx-audio-author', is: '未知作者' },
  ]),
  old(
    'tag-button',
    'Its button plays, and play and ended are told.',
    'controls bindplay="onplay" bindended="onended"',
    `onplay() { log('play') }, onended() { log('ended') }, go() {}`,
    [{ tap: '#a html:button' }, { log: ['play', 'ended'] }],
  ),
  old(
    'tag-context',
    'createAudioContext plays and pauses it.',
    'bindplay="onplay" bindpause="onpause"',
    `onplay() { log('play'); this.audio.pause() }, onpause() { log('pause') }, go() { this.audio.play() }`,
    [{ tap: '#go' }, { log: ['play', 'pause'] }],
  ),
  old(
    'tag-timeupdate',
    'timeupdate tells currentTime and duration.',
    'bindtimeupdate="ontime"',
    `ontime(e) { if (e.detail.currentTime > 0 && !this.told) { this.told = 1; log(e.detail) } }, go() { this.audio.play() }`,
    [{ tap: '#go' }, { logged: 'duration', is: 0.6, tolerance: 0.1 }],
  ),
  old(
    'tag-error',
    'error is told with MediaError.code.',
    'binderror="onerror"',
    `onerror(e) { log(e.detail.errMsg) }, go() { this.audio.setSrc('/none.mp3'); this.audio.play() }`,
    [{ tap: '#go' }, { logMatches: ['^MediaError\\.code \\d'] }],
  ),
]
