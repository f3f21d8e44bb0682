import type { Case, EngineName } from '../../case.ts'
import { filmUrl } from '../../samples/files.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/video.html'
const except: Readonly<Partial<Record<EngineName, string>>> = {}
const play = { tap: '#film html:div.wx-video-cover' } as const
const data = `data: { film: '${filmUrl}' }`
const page = (body = '') => `Page({ ${data}, ${body} })`
const heard = (...names: readonly string[]) => names.map((name) => `bind${name}="on${name}"`).join(' ')
const logs = (...names: readonly string[]) => names.map((name) => `on${name}(e) { log('${name}', e.detail) }`).join(',')

/** A film with these attributes, and what comes of it. */
function film(id: string, says: string, attributes: string, rest: Partial<Case> & Pick<Case, 'steps'>): Case {
  return {
    id,
    says,
    source,
    wxml: `<video id="film" src="{{film}}" ${attributes}></video>`,
    js: page(),
    covers: ['video'],
    except,
    ...rest,
  }
}

export const cases: readonly Case[] = [
  film('default-size', 'A video is 300 px wide and 225 px high by default.', '', {
    steps: [{ rect: '#film', width: 300, height: 225 }],
  }),
  film('center-play', 'The button in the middle starts the video, and play is told.', heard('play'), {
    js: page(logs('play')),
    steps: [play, { log: ['play {}'] }],
  }),
  film(
    'center-play-hidden',
    'show-center-play-btn false leaves the button in the middle away.',
    'show-center-play-btn="{{false}}"',
    {
      steps: [{ pause: 300 }, { hidden: '#film html:button[aria-label=播放]' }],
    },
  ),
  film('bar-after-start', 'The bar of controls comes when the video has been started.', 'loop', {
    steps: [
      { hidden: '#film html:div.wx-video-bar' },
      play,
      { exists: '#film html:video' },
      { tap: '#film', at: [150, 60] },
      { visible: '#film html:div.wx-video-bar' },
    ],
  }),
  film('no-controls', 'controls false shows no bar.', 'controls="{{false}}" autoplay muted bindplay="onplay"', {
    js: page(logs('play')),
    steps: [{ logHas: ['play {}'] }, { tap: '#film' }, { pause: 200 }, { hidden: '#film html:div.wx-video-bar' }],
  }),
  film('autoplay', 'autoplay plays the video by itself.', 'autoplay muted bindplay="onplay"', {
    js: page(logs('play')),
    steps: [{ log: ['play {}'] }],
  }),
  film(
    'no-autoplay',
    'Without autoplay nothing plays by itself.',
    'muted bindplay="onplay" bindloadedmetadata="onloadedmetadata"',
    {
      js: page(logs('play', 'loadedmetadata')),
      steps: [{ logMatches: ['^loadedmetadata'] }, { pause: 300 }, { logLacks: 'play {}' }],
    },
  ),
  film('loadedmetadata', 'loadedmetadata tells width, height and duration.', heard('loadedmetadata'), {
    js: page(`onloadedmetadata(e) { log(e.detail) }`),
    steps: [
      { logged: 'width', equals: 64 },
      { logged: 'height', equals: 48 },
      { logged: 'duration', is: 2, tolerance: 0.1 },
    ],
  }),
  film(
    'timeupdate',
    'timeupdate tells currentTime and duration while it plays.',
    'autoplay muted bindtimeupdate="onTime"',
    {
      js: page(`onTime(e) { if (e.detail.currentTime > 0) log(e.detail) }`),
      steps: [
        { logged: 'duration', is: 2, tolerance: 0.1 },
        { logged: 'currentTime', atLeast: 0.01, atMost: 2.1 },
      ],
    },
  ),
  film(
    'ended',
    'ended is told when the video has come to its end.',
    'autoplay muted initial-time="1.5" bindended="onended"',
    {
      js: page(logs('ended')),
      steps: [{ log: ['ended {}'] }],
    },
  ),
  film(
    'ended-shows-play',
    'After its end the button in the middle is there again.',
    'autoplay muted initial-time="1.6" bindended="onended"',
    {
      js: page(logs('ended')),
      steps: [{ log: ['ended {}'] }, { visible: '#film html:div.wx-video-cover html:button' }],
    },
  ),
  film(
    'loop',
    'loop begins again instead of ending.',
    'autoplay muted loop initial-time="1.5" bindended="onended" bindtimeupdate="onTime"',
    {
      js: page(
        `${logs('ended')}, onTime(e) { const t = e.detail.currentTime; if (this.last > t + 0.5) log('again'); this.last = t }`,
      ),
      steps: [{ logHas: ['again'], withinMs: 8000 }, { logLacks: 'ended' }],
    },
  ),
  film('initial-time', 'initial-time is where the video begins.', 'initial-time="1" bindseekcomplete="onSeek"', {
    js: page(`onSeek(e) { log(Math.round(e.detail.position)) }`),
    steps: [{ log: ['1000'] }],
  }),
  film('progress', 'progress tells how much is buffered, in percent.', 'autoplay muted bindprogress="onprogress"', {
    js: page(`onprogress(e) { log(e.detail) }`),
    steps: [{ logged: 'buffered', atLeast: 1, atMost: 100 }],
  }),
  film('error', 'error is told when the video cannot be had.', 'binderror="onerror"', {
    js: `Page({ data: { film: '/no-such-film.mp4' }, onerror(e) { log('error', typeof e.detail.errMsg) } })`,
    steps: [{ log: ['error string'] }],
  }),
  film('error-damaged', 'error is told when the file is no video.', 'autoplay binderror="onerror"', {
    js: `Page({ data: { film: 'data:video/mp4;base64,AAAA' }, onerror(e) { log('error', typeof e.detail.errMsg) } })`,
    steps: [{ logHas: ['error string'] }],
  }),
  film('show-mute-btn', 'show-mute-btn has a button that mutes.', 'loop show-mute-btn bindplay="onplay"', {
    js: page(logs('play')),
    steps: [
      play,
      { logHas: ['play {}'] },
      { tap: '#film', at: [150, 60] },
      { tap: '#film html:button[aria-label=静音]' },
      { exists: '#film html:button[aria-label=取消静音]' },
    ],
  }),
  film('no-mute-btn', 'There is no mute button by default.', 'autoplay muted bindplay="onplay"', {
    js: page(logs('play')),
    steps: [{ logHas: ['play {}'] }, { hidden: '#film html:button[aria-label=取消静音]' }],
  }),
  film(
    'hide-fullscreen-btn',
    'show-fullscreen-btn false leaves that button away.',
    'show-fullscreen-btn="{{false}}" loop autoplay muted bindplay="onplay"',
    {
      js: page(logs('play')),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { visible: '#film html:div.wx-video-bar' },
        { hidden: '#film html:button[aria-label=全屏]' },
      ],
    },
  ),
  film(
    'hide-play-btn',
    'show-play-btn false leaves the play button of the bar away.',
    'show-play-btn="{{false}}" loop autoplay muted bindplay="onplay"',
    {
      js: page(logs('play')),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { visible: '#film html:div.wx-video-bar' },
        { hidden: '#film html:div.wx-video-bar html:button[aria-label=暂停]' },
      ],
    },
  ),
  film(
    'hide-progress',
    'show-progress false leaves the progress away.',
    'show-progress="{{false}}" loop autoplay muted bindplay="onplay"',
    {
      js: page(logs('play')),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { visible: '#film html:div.wx-video-bar' },
        { hidden: '#film html:div.wx-video-track' },
      ],
    },
  ),
  film(
    'narrow-hides-progress',
    'Without show-progress the progress is seen only when the video is wider than 240 px.',
    'style="width: 200px" loop autoplay muted bindplay="onplay"',
    {
      js: page(logs('play')),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { visible: '#film html:div.wx-video-bar' },
        { hidden: '#film html:div.wx-video-track' },
      ],
    },
  ),
  film(
    'pause-button',
    'The button of the bar pauses, and pause is told.',
    'loop autoplay muted bindplay="onplay" bindpause="onpause"',
    {
      js: page(logs('play', 'pause')),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { tap: '#film html:button[aria-label=暂停]' },
        { logHas: ['pause {}'] },
      ],
    },
  ),
  film(
    'controlstoggle',
    'controlstoggle tells whether the controls come or go.',
    'loop autoplay muted bindplay="onplay" bindcontrolstoggle="onToggle"',
    {
      js: page(`${logs('play')}, onToggle(e) { log('show', e.detail.show) }`),
      steps: [{ logHas: ['play {}'] }, { logHas: ['show false'] }, { tap: '#film' }, { logHas: ['show true'] }],
    },
  ),
  film('object-fit', 'object-fit says how the picture fills the box.', 'object-fit="cover"', {
    steps: [{ style: '#film html:video', name: 'object-fit', is: 'cover' }],
  }),
  film('object-fit-default', 'The picture is contained by default.', '', {
    steps: [{ style: '#film html:video', name: 'object-fit', is: 'contain' }],
  }),
  film('poster', 'poster is seen until the video is started.', 'poster="/img/red.png"', {
    steps: [
      { style: '#film html:div.wx-video-poster', name: 'background-image', has: 'blob:' },
      { visible: '#film html:div.wx-video-poster' },
      play,
      { hidden: '#film html:div.wx-video-poster' },
    ],
  }),
  film('children-on-top', 'What stands inside of a video lies above it and takes taps.', '', {
    wxml: `<video id="film" src="{{film}}"><cover-view id="cover" style="width:50px;height:50px" bindtap="tapped">x</cover-view></video>`,
    js: page(`tapped() { log('tapped') }`),
    steps: [{ onTop: '#cover' }, { tap: '#cover' }, { log: ['tapped'] }],
  }),
  film(
    'danmu-list',
    'danmu-list passes over the picture at the times that it names.',
    `danmu-list="{{list}}" enable-danmu autoplay muted`,
    {
      js: `Page({ ${data.slice(0, -2)}, list: [{ text: '第一条', color: '#ff0000', time: 0.2 }] } })`,
      steps: [
        { text: '#film html:div.wx-video-danmu html:span', is: '第一条' },
        { style: '#film html:div.wx-video-danmu html:span', name: 'color', is: '#ff0000' },
      ],
    },
  ),
  film(
    'danmu-off',
    'Without enable-danmu nothing passes over the picture.',
    `danmu-list="{{list}}" autoplay muted bindended="onended"`,
    {
      js: `Page({ ${data.slice(0, -2)}, list: [{ text: '第一条', time: 0.2 }] }, ${logs('ended')} })`,
      steps: [{ logHas: ['ended {}'] }, { missing: '#film html:div.wx-video-danmu html:span' }],
    },
  ),
  film(
    'danmu-btn',
    'danmu-btn has a button that shows and hides them.',
    'danmu-btn enable-danmu loop autoplay muted bindplay="onplay"',
    {
      js: page(logs('play')),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { tap: '#film html:button.wx-video-danmu-act' },
        { hidden: '#film html:div.wx-video-danmu' },
      ],
    },
  ),
  film(
    'progress-gesture',
    'A finger that moves along the picture seeks.',
    'bindplay="onplay" bindpause="onpause" autoplay muted loop bindseekcomplete="onSeek"',
    {
      js: page(`${logs('play')}, onSeek(e) { log('seek', e.detail.position > 0) }`),
      steps: [{ logHas: ['play {}'] }, { drag: '#film', by: [120, 0], from: [40, 100] }, { logHas: ['seek true'] }],
    },
  ),
  film(
    'play-gesture',
    'enable-play-gesture: two taps pause and play.',
    'enable-play-gesture autoplay muted loop bindplay="onplay" bindpause="onpause"',
    {
      js: page(logs('play', 'pause')),
      steps: [{ logHas: ['play {}'] }, { doubleTap: '#film', at: [150, 60] }, { logHas: ['pause {}'] }],
    },
  ),
  film('src-changes', 'Another src is another video.', heard('loadedmetadata', 'error'), {
    wxml: `<video id="film" src="{{film}}" bindloadedmetadata="onloadedmetadata" binderror="onerror"></video><button id="b" bindtap="change">b</button>`,
    js: page(
      `onloadedmetadata() { log('loaded') }, onerror() { log('error') }, change() { this.setData({ film: '/none.mp4' }) }`,
    ),
    steps: [{ log: ['loaded'] }, { tap: '#b' }, { log: ['loaded', 'error'] }],
  }),
  film(
    'hidden-page-pauses',
    'A video pauses when its page is covered by another (auto-pause-if-navigate).',
    'autoplay muted loop bindplay="onplay" bindpause="onpause"',
    {
      wxml: `<video id="film" src="{{film}}" autoplay muted loop bindplay="onplay" bindpause="onpause"></video><button id="b" bindtap="go">b</button>`,
      js: page(`${logs('play', 'pause')}, go() { wx.navigateTo({ url: 'second' }) }`),
      files: { 'second.wxml': '<view id="second">second</view>', 'second.js': 'Page({})' },
      pages: ['second'],
      steps: [{ logHas: ['play {}'] }, { tap: '#b' }, { visible: '#second' }, { logHas: ['pause {}'] }],
    },
  ),
  film(
    'fullscreenchange',
    'The button for full screen has the whole screen, and fullscreenchange tells.',
    'loop autoplay muted bindplay="onplay" bindfullscreenchange="onFull"',
    {
      js: page(`${logs('play')}, onFull(e) { log('full', e.detail.fullScreen, e.detail.direction) }`),
      steps: [
        { logHas: ['play {}'] },
        { tap: '#film' },
        { tap: '#film html:button[aria-label=全屏]' },
        { logHas: ['full true horizontal'] },
        { tap: '#film html:button[aria-label=退出全屏]' },
        { logHas: ['full false horizontal'] },
      ],
    },
  ),
  film('reads-as-group', 'The progress can be read and moved by a keyboard.', 'loop autoplay muted bindplay="onplay"', {
    js: page(logs('play')),
    steps: [
      { logHas: ['play {}'] },
      { attr: '#film html:div.wx-video-track', name: 'role', is: 'slider' },
      { attr: '#film html:div.wx-video-track', name: 'aria-valuemax', is: '2' },
    ],
  }),
]
