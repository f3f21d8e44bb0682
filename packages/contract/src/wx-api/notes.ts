/**
 * What differs from WeChat, function by function, for the documentation only: nothing that a phone downloads imports this. Every function
 * whose support is `degraded` has a note.
 */
const rows: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  setEnableDebug: ['不显示 vConsole，控制台在浏览器里', "There is no vConsole; the console is the browser's"],
  getLogManager: [
    '日志留在控制台和内存里，平台还不收集',
    'Lines stay in the console and in memory; the platform does not collect them yet',
  ],
  getRealtimeLogManager: ['同上', 'As getLogManager'],
  reportPerformance: ['接受但不上报', 'Accepted, not reported'],
  getPerformance: ['只有 worker 能测到的条目', 'Only the entries that the worker can measure'],
  getUserCryptoManager: [
    '只有随机数；用户密钥来自微信服务器',
    "Random bytes only; keys of users come from WeChat's servers",
  ],
  getDeviceBenchmarkInfo: [
    '由浏览器给出的核数和内存估算',
    'Estimated from the cores and memory that the browser tells',
  ],
  getSkylineInfo: ['总是不支持 Skyline 渲染', 'Always tells that there is no Skyline'],
  getSkylineInfoSync: ['同上', 'As getSkylineInfo'],
  reportAnalytics: ['接受，平台还不收集', 'Accepted; the platform does not collect it yet'],
  reportEvent: ['接受，平台还不收集', 'Accepted; the platform does not collect it yet'],
  reportMonitor: ['接受，平台还不收集', 'Accepted; the platform does not collect it yet'],
  openEmbeddedMiniProgram: ['整页打开，不是半屏', 'Opens the whole page instead of half a screen'],
  worklet: [
    'worklet 是普通函数，样式随下一次渲染到达',
    'Worklets are ordinary functions; styles arrive with the next flush',
  ],
  setBackgroundColor: [
    '只有窗口背景色，没有 backgroundColorTop 和 backgroundColorBottom',
    "The window's colour only, not the ones above and below it",
  ],
  setBackgroundTextStyle: ['只影响下拉的小点', 'Concerns the dots of the pull-down only'],
  getBackgroundFetchData: [
    '平台不预取，总是没有数据',
    'The platform fetches nothing ahead, so there never is any data',
  ],
  getBackgroundFetchToken: ['只存取令牌', 'The token is kept, nothing else'],
  setBackgroundFetchToken: ['只存取令牌', 'The token is kept, nothing else'],
  onBackgroundFetchData: ['平台不预取，不会触发', 'The platform fetches nothing ahead, so it is never called'],
  preloadSkylineView: ['页面本来就提前准备', 'Pages are prepared ahead in any case'],
  preloadWebview: ['页面本来就提前准备', 'Pages are prepared ahead in any case'],
  chooseMessageFile: ['从设备选文件，没有聊天', 'Files of the device; there are no conversations'],
  getVideoInfo: ['fps 按 30 估计', 'Frames a second are taken to be 30'],
  saveImageToPhotosAlbum: ['下载，或交给系统分享面板', 'A download, or the share sheet of the system'],
  saveVideoToPhotosAlbum: ['下载，或交给系统分享面板', 'A download, or the share sheet of the system'],
  createLivePlayerContext: ['没有直播，方法都失败', 'There are no live streams: every method fails'],
  createLivePusherContext: ['没有直播，方法都失败', 'There are no live streams: every method fails'],
  startRecord: ['格式由浏览器决定：AAC 或 Opus', 'The format is what the browser has: AAC or Opus'],
  stopRecord: ['同 startRecord', 'As startRecord'],
  getRecorderManager: [
    '没有 MP3，格式由浏览器决定：AAC、Opus 或 PCM',
    'No MP3; the format is what the browser has: AAC, Opus or PCM',
  ],
  openDocument: [
    'PDF、图片和文本直接显示，办公文档只能保存',
    'Shows PDF, pictures and text; office files can only be saved',
  ],
  createInterstitialAd: ['没有广告来源，加载失败', 'There is no source of ads: loading fails'],
  createRewardedVideoAd: ['没有广告来源，加载失败', 'There is no source of ads: loading fails'],
  setInnerAudioOption: ['接受，不改变播放', 'Accepted, without effect'],
  addPhoneCalendar: ['生成日历文件，由系统打开', 'Makes a calendar file that the system opens'],
  addPhoneRepeatCalendar: ['生成日历文件，由系统打开', 'Makes a calendar file that the system opens'],
  addPhoneContact: ['生成名片文件，由系统打开', 'Makes a contact card that the system opens'],
  checkIsOpenAccessibility: ['浏览器不说，回答没有打开', 'Browsers do not tell; the answer is no'],
  chooseContact: ['只在有联系人选择器的浏览器里', 'Only in browsers with a contact picker'],
  getScreenBrightness: ['返回自己设过的值', 'The value that the app has set'],
  setScreenBrightness: ['只能变暗：盖一层灰', 'Darkens only, by a veil'],
  getScreenRecordingState: ['浏览器不说，回答没有录屏', 'Browsers do not tell; the answer is no'],
  getBatteryInfoSync: [
    '第一次调用返回默认值，之后为浏览器所知',
    'The first answer is a default, later ones are what the browser knows',
  ],
  chooseLocation: ['没有地点搜索，地图要由平台配置', "No search for places; the map is the platform's to configure"],
  openLocation: ['地图要由平台配置，否则是示意图', "The map is the platform's to configure, else it is a plain plan"],
  getFuzzyLocation: ['精确位置取整', 'The position, rounded'],
  startLocationUpdateBackground: [
    '页面在后台时浏览器不给位置',
    'Browsers give no position to a page in the background',
  ],
  shareFileMessage: ['系统分享面板或下载', 'The share sheet of the system, or a download'],
  shareVideoMessage: ['系统分享面板或下载', 'The share sheet of the system, or a download'],
  showShareImageMenu: ['平台自己的面板', "The platform's own sheet"],
  updateShareMenu: ['没有动态消息和私密消息', 'No updatable and no private messages'],
  requestSubscribeDeviceMessage: ['选择只保存在本机', 'The choice is kept on this device only'],
  requestSubscribeMessage: ['选择只保存在本机', 'The choice is kept on this device only'],
  requestOrderPayment: ['沙箱收银台，不收款', 'A sandbox cashier: no money moves'],
  requestPayment: ['沙箱收银台，不收款', 'A sandbox cashier: no money moves'],
  openCustomerServiceChat: ['显示平台配置的联系方式', 'Shows the contact that the platform has configured'],
}

export const wxFunctionNotes: Readonly<Record<string, { zh: string; en: string }>> = Object.fromEntries(
  Object.entries(rows).map(([name, [zh, en]]) => [name, { zh, en }]),
)
