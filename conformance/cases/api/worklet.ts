import type { Case } from '../../case.ts'

const base = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/worklet'
const guide = 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/skyline/worklet.html'
const box = '<view id="box" class="box">x</view><view id="go" bindtap="go">go</view>'
const wxss = '.box { width: 100px; height: 50px }'
const runs = (code: string): string => `Page({ onReady() { const w = wx.worklet; ${code} } })`

export const cases: readonly Case[] = [
  {
    id: 'shared',
    says: 'A shared value holds what it is given.',
    source: `${base}/base/worklet.shared.html`,
    wxml: '<view>a</view>',
    js: runs('const v = w.shared(1); log(v.value); v.value = 2; log(v.value)'),
    steps: [{ log: ['1', '2'] }],
  },
  {
    id: 'derived',
    says: 'A derived value follows the shared values that it reads.',
    source: `${base}/base/worklet.derived.html`,
    wxml: '<view>a</view>',
    js: runs(
      'const v = w.shared(2); const d = w.derived(() => v.value * 10); log(d.value); v.value = 3; setTimeout(() => log(d.value), 50)',
    ),
    steps: [{ log: ['20', '30'] }],
  },
  {
    id: 'animated-style',
    says: 'applyAnimatedStyle styles a node by shared values, now and whenever they change.',
    source: guide,
    wxml: box,
    wxss,
    js: 'const { shared } = wx.worklet; Page({ onReady() { this.x = shared(20); this.applyAnimatedStyle("#box", () => { "worklet"; return { transform: `translateX(${this.x.value}px)` } }) }, go() { this.x.value = 80 } })',
    steps: [{ rect: '#box', left: 20 }, { tap: '#go' }, { rect: '#box', left: 80 }],
  },
  {
    id: 'clear-animated-style',
    says: 'clearAnimatedStyle ends that.',
    source: guide,
    wxml: box,
    wxss,
    js: 'Page({ onReady() { this.x = wx.worklet.shared(20); this.applyAnimatedStyle("#box", () => ({ marginLeft: `${this.x.value}px` }), { immediate: true }, (r) => { this.id = r.styleId }) }, go() { this.clearAnimatedStyle("#box", [this.id], () => log("cleared")); this.x.value = 70 } })',
    steps: [{ rect: '#box', left: 20 }, { tap: '#go' }, { log: ['cleared'] }, { rect: '#box', left: 0 }],
  },
  {
    id: 'timing',
    says: 'timing goes to its value in its time and calls back.',
    source: `${base}/animation/worklet.timing.html`,
    wxml: box,
    wxss,
    js: 'Page({ onReady() { this.x = wx.worklet.shared(0); this.applyAnimatedStyle("#box", () => ({ transform: `translateX(${this.x.value}px)` })) }, go() { this.x.value = wx.worklet.timing(120, { duration: 100, easing: wx.worklet.Easing.linear }, (finished) => log("done", finished)) } })',
    steps: [{ tap: '#go' }, { log: ['done true'] }, { rect: '#box', left: 120 }],
  },
  {
    id: 'spring',
    says: 'spring comes to rest at its value.',
    source: `${base}/animation/worklet.spring.html`,
    wxml: '<view>a</view>',
    js: runs('const v = w.shared(0); v.value = w.spring(50, { stiffness: 300, damping: 30 }, (f) => log(v.value, f))'),
    steps: [{ log: ['50 true'], withinMs: 8000 }],
  },
  {
    id: 'decay',
    says: 'decay runs out, and does not leave its bounds.',
    source: `${base}/animation/worklet.decay.html`,
    wxml: '<view>a</view>',
    js: runs('const v = w.shared(0); v.value = w.decay({ velocity: 2000, clamp: [0, 100] }, () => log(v.value))'),
    steps: [{ log: ['100'] }],
  },
  {
    id: 'sequence-and-delay',
    says: 'sequence plays one after the other, delay waits before.',
    source: `${base}/combine-animation/worklet.sequence.html`,
    wxml: '<view>a</view>',
    js: runs(
      'const v = w.shared(0); const t = Date.now(); v.value = w.sequence(w.timing(10, { duration: 40 }, () => log(v.value)), w.delay(100, w.timing(20, { duration: 40 }, () => log(v.value, Date.now() - t >= 150))))',
    ),
    steps: [{ log: ['10', '20 true'] }],
  },
  {
    id: 'repeat',
    says: 'repeat plays the animation so many times.',
    source: `${base}/combine-animation/worklet.repeat.html`,
    wxml: '<view>a</view>',
    js: runs(
      'const v = w.shared(0); v.value = w.repeat(w.timing(10, { duration: 30 }), 2, true, () => log("over", Math.round(v.value)))',
    ),
    steps: [{ log: ['over 0'] }],
  },
  {
    id: 'cancel',
    says: 'cancelAnimation ends an animation, whose callback hears false.',
    source: `${base}/base/worklet.cancelAnimation.html`,
    wxml: '<view>a</view>',
    js: runs(
      'const v = w.shared(0); v.value = w.timing(100, { duration: 5000 }, (f) => log(f, v.value < 50)); setTimeout(() => w.cancelAnimation(v), 60)',
    ),
    steps: [{ log: ['false true'] }],
  },
  {
    id: 'easing',
    says: 'Easing has the known curves.',
    source: `${base}/animation/worklet.Easing.html`,
    wxml: '<view>a</view>',
    js: runs(
      'const E = w.Easing; log(E.linear(0.5), E.quad(0.5), E.cubic(0.5), E.out(E.quad)(0.5), E.inOut(E.quad)(0.5), E.poly(4)(0.5)); log(Math.abs(E.bezier(0.25, 0.1, 0.25, 1)(0.5) - 0.8024) < 0.001, E.bounce(1), E.circle(1))',
    ),
    steps: [{ log: ['0.5 0.25 0.125 0.75 0.5 0.0625', 'true 1 1'] }],
  },
  {
    id: 'run-on',
    says: 'runOnUI and runOnJS give functions that run later with their arguments.',
    source: `${base}/tool-function/worklet.runOnJS.html`,
    wxml: '<view>a</view>',
    js: runs('w.runOnUI((a) => { "worklet"; log("ui", a); w.runOnJS((b) => log("js", b))(2) })(1); log("first")'),
    steps: [{ log: ['first', 'ui 1', 'js 2'] }],
  },
]
