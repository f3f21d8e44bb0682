import type { Case } from '../../case.ts'
import { filmUrl } from '../../samples/files.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/api/media/video/VideoContext.html'

/** `go` is called by a tap with the context of a film. */
function context(
  id: string,
  says: string,
  go: string,
  rest: Partial<Case> & Pick<Case, 'steps'> & { listens?: string },
): Case {
  const { listens = '', ...others } = rest
  return {
    id,
    says,
    source,
    wxml: `<video id="film" src="{{film}}" muted loop bindplay="onplay" bindpause="onpause" ${listens}></video><button id="go" bindtap="go">go</button><button id="next" bindtap="next">next</button>`,
    js: `Page({
      data: { film: '${filmUrl}' },
      onReady() { this.film = wx.createVideoContext('film') },
      onplay() { log('play') }, onpause() { log('pause') },
      onseek(e) { log('at', Math.round(e.detail.position / 100) / 10) },
      onfull(e) { log('full', e.detail.fullScreen) },
      ontime(e) { this.time = e.detail.currentTime },
      ${go}
    })`,
    covers: ['wx.createVideoContext', 'video'],
    ...others,
  }
}

export const cases: readonly Case[] = [
  context('play', 'The method play starts the video.', 'go() { this.film.play() }', {
    steps: [{ tap: '#go' }, { log: ['play'] }],
  }),
  context('pause', 'The method pause pauses the video.', 'go() { this.film.play() }, next() { this.film.pause() }', {
    steps: [{ tap: '#go' }, { log: ['play'] }, { tap: '#next' }, { log: ['play', 'pause'] }],
  }),
  context(
    'stop',
    'stop pauses and goes back to the beginning.',
    'go() { this.film.seek(1) }, next() { this.film.stop() }',
    {
      listens: 'bindseekcomplete="onseek"',
      steps: [{ tap: '#go' }, { log: ['at 1'] }, { tap: '#next' }, { log: ['at 1', 'at 0'] }],
    },
  ),
  context('seek', 'The method seek goes to a second of the video.', 'go() { this.film.seek(1.2) }', {
    listens: 'bindseekcomplete="onseek"',
    steps: [{ tap: '#go' }, { log: ['at 1.2'] }],
  }),
  context('seek-text', 'seek takes a number written as text.', `go() { this.film.seek('0.5') }`, {
    listens: 'bindseekcomplete="onseek"',
    steps: [{ tap: '#go' }, { log: ['at 0.5'] }],
  }),
  context(
    'playback-rate',
    'playbackRate plays faster: two seconds are over in one.',
    'go() { this.film.playbackRate(2); this.film.play(); this.began = Date.now() }, onended() { log(Date.now() - this.began < 1900) }',
    {
      wxml: `<video id="film" src="{{film}}" muted bindended="onended"></video><button id="go" bindtap="go">go</button>`,
      steps: [{ tap: '#go' }, { log: ['true'] }],
    },
  ),
  context(
    'send-danmu',
    'sendDanmu lets a comment pass.',
    `go() { this.film.sendDanmu({ text: '你好', color: '#00ff00' }) }`,
    {
      listens: 'enable-danmu',
      steps: [
        { tap: '#go' },
        { text: '#film html:div.wx-video-danmu html:span', is: '你好' },
        { style: '#film html:div.wx-video-danmu html:span', name: 'color', is: '#00ff00' },
      ],
    },
  ),
  context(
    'full-screen',
    'requestFullScreen and exitFullScreen change between them.',
    'go() { this.film.requestFullScreen({ direction: 90 }) }, onfull(e) { log(e.detail.fullScreen, e.detail.direction); if (e.detail.fullScreen) this.film.exitFullScreen() }',
    {
      listens: 'bindfullscreenchange="onfull"',
      steps: [{ tap: '#go' }, { logHas: ['true horizontal', 'false horizontal'] }],
    },
  ),
  context(
    'full-screen-vertical',
    'direction 0 is upright.',
    'go() { this.film.requestFullScreen({ direction: 0 }) }, onfull(e) { log(e.detail.fullScreen, e.detail.direction) }',
    {
      listens: 'bindfullscreenchange="onfull"',
      steps: [{ tap: '#go' }, { logHas: ['true vertical'] }],
    },
  ),
  context(
    'background-playback',
    'requestBackgroundPlayback keeps it from being paused when the page is covered.',
    `go() { this.film.requestBackgroundPlayback(); this.film.play() }, next() { wx.navigateTo({ url: 'second' }) }`,
    {
      files: { 'second.wxml': '<view id="second">second</view>', 'second.js': 'Page({})' },
      pages: ['second'],
      steps: [
        { tap: '#go' },
        { log: ['play'] },
        { tap: '#next' },
        { visible: '#second' },
        { pause: 400 },
        { logLacks: 'pause' },
      ],
    },
  ),
  context('in-component', 'The second parameter is the component that the video stands in.', '', {
    wxml: '<x-film/>',
    json: { usingComponents: { 'x-film': 'x-film' } },
    files: {
      'x-film.json': '{ "component": true }',
      'x-film.wxml':
        '<video id="inner" src="{{film}}" muted bindplay="onplay"></video><button id="go" bindtap="go">go</button>',
      'x-film.js': `Component({ data: { film: '${filmUrl}' }, methods: { onplay() { log('inner plays') }, go() { wx.createVideoContext('inner', this).play() } } })`,
    },
    steps: [{ tap: '#go' }, { log: ['inner plays'] }],
  }),
  context(
    'of-nothing',
    'A context of no video does nothing and breaks nothing.',
    `go() { const none = wx.createVideoContext('none'); none.play(); none.pause(); log('well') }`,
    {
      steps: [{ tap: '#go' }, { log: ['well'] }],
    },
  ),
  context(
    'select-context',
    'context() of a selector query gives the same object.',
    `go() { wx.createSelectorQuery().select('#film').context((res) => res.context.play()).exec() }`,
    {
      steps: [{ tap: '#go' }, { log: ['play'] }],
    },
  ),
  context(
    'casting',
    'startCasting, which there is not, fails as the function that it is.',
    `go() { this.film.startCasting({ fail: (e) => log(e.errMsg) }) }`,
    {
      steps: [{ tap: '#go' }, { logMatches: ['^startCasting:fail'] }],
    },
  ),
]
