import type { Case } from '../../case.ts'
import { wideFontUrl } from '../../samples/font.ts'

const page = (name: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/base/${name}.html`
const wxml = '<view id="go" bindtap="go">go</view>'

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `Page({ go() { ${code} } })`,
  steps: [{ tap: '#go' }, { log }],
})

const wideFont = wideFontUrl()
const font = (id: string, says: string, code: string, steps: Case['steps']): Case => ({
  ...short(id, says, 'ui/font/wx.loadFontFace', [code, '']),
  wxml: '<view id="go" bindtap="go">go</view><text id="a" class="t">A</text>',
  wxss: '.t { font: 40px Wide }',
  js: `const wide = '${wideFont}'; Page({ go() { ${code} } })`,
  pages: ['second'],
  files: {
    'second.js': 'Page({})',
    'second.wxml': '<text id="b" class="t">A</text>',
    'second.wxss': '.t { font: 40px Wide }',
  },
  steps,
})

export const cases: readonly Case[] = [
  short(
    'can-i-use',
    'canIUse knows functions, their parameters and results, components and their attributes.',
    'wx.canIUse',
    [
      "log(['request', 'request.object.method', 'getSystemInfoSync.return.screenWidth', 'getSystemInfoSync.return.nonsense', 'openBluetoothAdapter', 'nonsense', 'view', 'button.open-type', 'view.nonsense'].map((name) => wx.canIUse(name)))",
      '[true,true,true,false,false,false,true,true,false]',
    ],
  ),
  short('base64', 'arrayBufferToBase64 and base64ToArrayBuffer are each other’s inverse.', 'wx.base64ToArrayBuffer', [
    "const bytes = wx.base64ToArrayBuffer('aGk='); log(bytes.byteLength, wx.arrayBufferToBase64(bytes))",
    '2 aGk=',
  ]),
  short('system-info', 'getSystemInfoSync holds what the smaller functions tell.', 'system/wx.getSystemInfoSync', [
    'const all = wx.getSystemInfoSync(); log(all.screenWidth === wx.getWindowInfo().screenWidth, all.SDKVersion === wx.getAppBaseInfo().SDKVersion, all.model === wx.getDeviceInfo().model, all.locationEnabled === wx.getSystemSetting().locationEnabled)',
    'true true true true',
  ]),
  short('system-info-async', 'getSystemInfo and getSystemInfoAsync tell the same.', 'system/wx.getSystemInfoAsync', [
    'wx.getSystemInfo({ success: ({ screenWidth, errMsg }) => { log(screenWidth, errMsg); wx.getSystemInfoAsync({ success: ({ screenWidth, errMsg }) => log(screenWidth, errMsg) }) } })',
    '375 getSystemInfo:ok',
    '375 getSystemInfoAsync:ok',
  ]),
  short(
    'app-base',
    'getAppBaseInfo tells language, theme and the version of the base library.',
    'system/wx.getAppBaseInfo',
    [
      'const { language, theme, SDKVersion } = wx.getAppBaseInfo(); log(language, theme, /^\\d+\\.\\d+\\.\\d+$/.test(SDKVersion))',
      'zh_CN light true',
    ],
  ),
  short(
    'authorize-setting',
    'getAppAuthorizeSetting tells what the system has allowed.',
    'system/wx.getAppAuthorizeSetting',
    [
      "const setting = wx.getAppAuthorizeSetting(); log(['cameraAuthorized', 'locationAuthorized', 'microphoneAuthorized'].every((name) => ['authorized', 'denied', 'not determined'].includes(setting[name])))",
      'true',
    ],
  ),
  short('benchmark', 'getDeviceBenchmarkInfo tells a level.', 'system/wx.getDeviceBenchmarkInfo', [
    'wx.getDeviceBenchmarkInfo({ success: ({ benchmarkLevel, modelLevel }) => log(typeof benchmarkLevel, modelLevel >= 1 && modelLevel <= 3) })',
    'number true',
  ]),
  short(
    'skyline',
    'getSkylineInfoSync says that pages are drawn by a web view, and why.',
    'system/wx.getSkylineInfoSync',
    [
      'const { isSupported, reason } = wx.getSkylineInfoSync(); wx.getSkylineInfo({ success: (info) => log(isSupported, reason, info.isSupported) })',
      'false client not supported false',
    ],
  ),
  short('user-agent', 'getRendererUserAgent tells the user agent.', 'system/wx.getRendererUserAgent', [
    "wx.getRendererUserAgent().then(({ userAgent }) => log(userAgent.includes('Mozilla')))",
    'true',
  ]),
  short('performance', 'getPerformance holds the launch and the first render.', 'performance/wx.getPerformance', [
    "const performance = wx.getPerformance(); const [launch] = performance.getEntriesByName('appLaunch'); log(launch.entryType, launch.duration > 0, launch.path.endsWith('index'), performance.getEntriesByType('render')[0].name)",
    'navigation true true firstRender',
  ]),
  {
    id: 'performance-observer',
    says: 'An observer hears of a change of pages while it observes.',
    source: page('performance/Performance.createObserver'),
    wxml,
    js: "Page({ go() { const observer = wx.getPerformance().createObserver((list) => { for (const { name, navigationType } of list.getEntries()) log(name, navigationType); observer.disconnect() }); log(observer.supportedEntryTypes.includes('navigation')); observer.observe({ entryTypes: ['navigation'] }); wx.navigateTo({ url: 'second' }) } })",
    files: { 'second.wxml': '<view>second</view>', 'second.js': 'Page({})' },
    pages: ['second'],
    steps: [{ tap: '#go' }, { log: ['true', 'route navigateTo'] }],
  },
  {
    id: 'route-events',
    says: 'onAppRoute, onBeforePageLoad, onAfterPageLoad and onAppRouteDone tell of a change of pages in this order.',
    source: page('app/app-route/wx.onAppRoute'),
    wxml,
    js: "Page({ go() { for (const name of ['BeforeAppRoute', 'AppRoute', 'BeforePageLoad', 'AfterPageLoad', 'AppRouteDone']) { const listener = ({ openType, path }) => { log(name, openType, path.endsWith('second')); wx['off' + name](listener) }; wx['on' + name](listener) } wx.navigateTo({ url: 'second' }) } })",
    files: { 'second.wxml': '<view>second</view>', 'second.js': 'Page({})' },
    pages: ['second'],
    steps: [
      { tap: '#go' },
      {
        log: [
          'BeforeAppRoute navigateTo true',
          'AppRoute navigateTo true',
          'BeforePageLoad navigateTo true',
          'AfterPageLoad navigateTo true',
          'AppRouteDone navigateTo true',
        ],
      },
    ],
  },
  short('log-manager', 'The log manager has debug, info, log and warn.', 'debug/wx.getLogManager', [
    "const manager = wx.getLogManager({ level: 1 }); log(['debug', 'info', 'log', 'warn'].map((name) => typeof manager[name]))",
    '["function","function","function","function"]',
  ]),
  short(
    'realtime-log',
    'The realtime log manager counts its lines and makes tagged ones.',
    'debug/wx.getRealtimeLogManager',
    [
      "const manager = wx.getRealtimeLogManager(); const before = manager.getCurrentState().logCount; manager.info('a', 1); manager.setFilterMsg('f'); manager.addFilterMsg('g'); manager.tag('t').info('b'); log(manager.getCurrentState().logCount - before)",
      '2',
    ],
  ),
  short('crypto', 'The crypto manager gives random bytes.', 'crypto/UserCryptoManager.getRandomValues', [
    'wx.getUserCryptoManager().getRandomValues({ length: 8, success: ({ randomValues }) => log(randomValues.byteLength) })',
    '8',
  ]),
  short('reports', 'What is reported is taken without an answer.', 'performance/wx.reportPerformance', [
    "log(wx.reportPerformance(1001, 5), wx.reportEvent('e', {}), wx.reportMonitor('1', 1), wx.reportAnalytics('a', {}))",
    'undefined undefined undefined undefined',
  ]),
  short('preload', 'preloadAssets and preloadWebview succeed.', 'performance/wx.preloadAssets', [
    "wx.preloadAssets({ data: [{ type: 'image', src: '/img/red.png' }], success: ({ errMsg }) => { log(errMsg); wx.preloadWebview({ success: ({ errMsg }) => log(errMsg) }) } })",
    'preloadAssets:ok',
    'preloadWebview:ok',
  ]),
  ...[
    'AppShow',
    'AppHide',
    'Error',
    'UnhandledRejection',
    'PageNotFound',
    'ThemeChange',
    'AudioInterruptionBegin',
    'LazyLoadError',
  ].map((name) =>
    short(`pair-${name}`, `wx.on${name} and wx.off${name} stand as a pair.`, `app/app-event/wx.on${name}`, [
      `const listener = () => {}; log(wx.on${name}(listener), wx.off${name}(listener))`,
      'undefined undefined',
    ]),
  ),
  font(
    'font',
    'A font that loadFontFace brings is there for the texts of the page.',
    "wx.loadFontFace({ family: 'Wide', source: 'url(\"' + wide + '\")', success: ({ errMsg }) => log(errMsg), complete: ({ status }) => log(status === undefined || status === 'loaded') })",
    [
      { rect: '#a', width: 20, tolerance: 15 },
      { tap: '#go' },
      { log: ['loadFontFace:ok', 'true'] },
      { rect: '#a', width: 120 },
    ],
  ),
  font(
    'font-global',
    'With global a font is there for pages that are opened later, too.',
    "wx.loadFontFace({ global: true, family: 'Wide', source: wide, success: () => wx.navigateTo({ url: 'second' }) })",
    [{ tap: '#go' }, { rect: '#b', width: 120 }],
  ),
  short('font-broken', 'loadFontFace of what is no font fails.', 'wx.loadFontFace', [
    "wx.loadFontFace({ family: 'F', source: 'url(\"https://echo.test/x?body=nothing\")', fail: ({ errMsg }) => log(errMsg.startsWith('loadFontFace:fail')) })",
    'true',
  ]),
  short('font-needs-source', 'loadFontFace without a source is a parameter error.', 'wx.loadFontFace', [
    "wx.loadFontFace({ family: 'F', fail: ({ errMsg }) => log(errMsg) })",
    'loadFontFace:fail parameter error: parameter.source should be String instead of Undefined;',
  ]),
]
