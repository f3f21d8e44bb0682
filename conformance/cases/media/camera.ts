import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/camera.html'
const contextSource = 'https://developers.weixin.qq.com/miniprogram/dev/api/media/camera/CameraContext.html'
const except = { firefox: 'the driven browser has no camera', webkit: 'the driven browser has no camera' }
const phone = { granted: ['scope.camera', 'scope.record'] }

function camera(
  id: string,
  says: string,
  attributes: string,
  js: string,
  rest: Partial<Case> & Pick<Case, 'steps'>,
): Case {
  return {
    id,
    says,
    source,
    wxml: `<camera id="camera" ${attributes} bindinitdone="ready" binderror="failed"></camera><button id="go" bindtap="go">go</button>`,
    js: `Page({ ready(e) { log('ready', e.detail.maxZoom >= 1) }, failed(e) { log('error', e.detail.errMsg) }, go() {}, ${js} })`,
    phone,
    except,
    covers: ['camera', 'wx.createCameraContext'],
    ...rest,
  }
}

/** With a camera that is ready, `go` works its context. */
function context(id: string, says: string, go: string, steps: Case['steps']): Case {
  return camera(id, says, '', `go() { const context = wx.createCameraContext(); ${go} }`, {
    source: contextSource,
    steps: [{ logHas: ['ready true'] }, { clearLog: true }, { tap: '#go' }, ...steps],
  })
}

export const cases: readonly Case[] = [
  camera('size', 'A camera is as wide as its place and 300 px high.', '', '', {
    steps: [{ rect: '#camera', width: 375, height: 300 }],
  }),
  camera('initdone', 'initdone tells that the camera is there, with maxZoom.', '', '', {
    steps: [{ log: ['ready true'] }],
  }),
  camera('shows-picture', 'What the camera sees is in the page.', '', '', {
    steps: [{ log: ['ready true'] }, { attr: '#camera html:canvas', name: 'width', is: '720', withinMs: 8000 }],
  }),
  camera('children-on-top', 'What stands inside of a camera lies above it.', '', `tapped() { log('tapped') }`, {
    wxml: `<camera id="camera"><cover-view id="cover" style="width:60px;height:60px" bindtap="tapped">x</cover-view></camera>`,
    steps: [{ onTop: '#cover' }, { tap: '#cover' }, { log: ['tapped'] }],
  }),
  camera('denied', 'error is told when the user refuses.', '', '', {
    phone: { granted: [] },
    except: {},
    steps: [{ tapHost: '拒绝' }, { logMatches: ['^error insertCamera:fail auth deny'] }],
  }),
  camera('one-a-page', 'A page has one camera; the second is an error.', '', '', {
    wxml: '<camera bindinitdone="ready"></camera><camera binderror="failed"></camera>',
    steps: [{ logMatches: ['^error insertCamera:fail'] }],
  }),
  camera(
    'stop-when-covered',
    'stop is told when the page goes behind another one.',
    'bindstop="stopped"',
    `stopped() { log('stop') }, go() { wx.navigateTo({ url: 'second' }) }`,
    {
      files: { 'second.wxml': '<view id="second">second</view>', 'second.js': 'Page({})' },
      pages: ['second'],
      steps: [{ logHas: ['ready true'] }, { tap: '#go' }, { visible: '#second' }, { logHas: ['stop'] }],
    },
  ),
  context(
    'take-photo',
    'takePhoto gives a picture as a temporary file.',
    `context.takePhoto({ quality: 'high', success: (e) => wx.getImageInfo({ src: e.tempImagePath, success: (i) => log(e.errMsg, i.type, i.width > 100) }) })`,
    [{ log: ['takePhoto:ok jpeg true'] }],
  ),
  context(
    'take-photo-promise',
    'Without callbacks takePhoto gives a promise.',
    `context.takePhoto({}).then((e) => log(e.errMsg))`,
    [{ log: ['takePhoto:ok'] }],
  ),
  context(
    'record',
    'startRecord and stopRecord give a film and a picture of it.',
    `context.startRecord({ success: () => setTimeout(() => context.stopRecord({ success: (e) => log(e.errMsg, e.tempVideoPath.startsWith('wxfile://'), e.tempThumbPath.startsWith('wxfile://')) }), 1200) })`,
    [{ log: ['stopRecord:ok true true'], withinMs: 15000 }],
  ),
  context(
    'record-timeout',
    'timeoutCallback is called with the film when the time is up.',
    `context.startRecord({ timeout: 1, timeoutCallback: (e) => log(e.tempVideoPath.startsWith('wxfile://')) })`,
    [{ log: ['true'], withinMs: 15000 }],
  ),
  context(
    'stop-without-start',
    'stopRecord without a recording fails.',
    `context.stopRecord({ fail: (e) => log(e.errMsg) })`,
    [{ logMatches: ['^stopRecord:fail'] }],
  ),
  context(
    'frames',
    'onCameraFrame gives pictures as RGBA until its listener is stopped.',
    `
    let count = 0
    const listener = context.onCameraFrame((f) => { count += 1; if (count === 3) { listener.stop({ success: (e) => log(e.errMsg) }); log(f.data.byteLength === f.width * f.height * 4, f.width) } })
    listener.start({ success: (e) => log(e.errMsg) })`,
    [{ log: ['start:ok', 'true 480', 'stop:ok'] }],
  ),
  context('zoom-parameter', 'setZoom needs a number.', `context.setZoom({ zoom: 'x', fail: (e) => log(e.errMsg) })`, [
    { logMatches: ['^setZoom:fail parameter error'] },
  ]),
  {
    id: 'context-without-camera',
    says: 'Without a camera on the page takePhoto fails.',
    source: contextSource,
    wxml: '<button id="go" bindtap="go">go</button>',
    js: `Page({ go() { wx.createCameraContext().takePhoto({ fail: (e) => log(e.errMsg) }) } })`,
    covers: ['wx.createCameraContext'],
    steps: [{ tap: '#go' }, { logMatches: ['^takePhoto:fail'] }],
  },
]
