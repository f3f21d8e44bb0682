import type { Case } from '../../case.ts'

const page = (name: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/device/${name}.html`
const wxml = '<view id="go" bindtap="go">go</view><input id="field" value="hello" />'

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `Page({ go() { ${code} } })`,
  steps: [{ tap: '#go' }, { log }],
})

const onOff = (name: string, folder: string): Case =>
  short(
    `pair-${name}`,
    `wx.on${name} and wx.off${name} stand as a pair and take a listener.`,
    `${folder}/wx.on${name}`,
    [
      `const listener = () => {}; log(wx.on${name}(listener), wx.off${name}(listener), wx.off${name}())`,
      'undefined undefined undefined',
    ],
  )

export const cases: readonly Case[] = [
  short(
    'choose-contact',
    'Where the browser has no contacts, chooseContact fails softly.',
    'contact/wx.chooseContact',
    [
      "wx.chooseContact({ success: () => log('success'), fail: ({ errMsg }) => log(errMsg), complete: () => log('complete') })",
      'chooseContact:fail not supported',
      'complete',
    ],
  ),
  short(
    'network-type',
    'getNetworkType tells wifi or none, and whether the network is weak.',
    'network/wx.getNetworkType',
    [
      'wx.getNetworkType({ success: ({ networkType, weakNet, hasSystemProxy, errMsg }) => log(networkType, weakNet, hasSystemProxy, errMsg) })',
      'wifi false false getNetworkType:ok',
    ],
  ),
  {
    id: 'network-status',
    says: 'onNetworkStatusChange hears when the network goes and comes; off ends it.',
    source: page('network/wx.onNetworkStatusChange'),
    wxml,
    js: 'const listener = ({ isConnected, networkType }) => log(isConnected, networkType); Page({ onLoad() { wx.onNetworkStatusChange(listener); wx.getNetworkType({ complete: () => log("ready") }) }, go() { wx.offNetworkStatusChange(listener); log("off") } })',
    steps: [
      { log: ['ready'] },
      { online: false },
      { log: ['ready', 'false none'] },
      { online: true },
      { log: ['ready', 'false none', 'true wifi'] },
      { tap: '#go' },
      { logHas: ['off'] },
      { online: false },
      { pause: 200 },
      { log: ['ready', 'false none', 'true wifi', 'off'] },
      { online: true },
    ],
  },
  {
    ...short(
      'clipboard',
      'getClipboardData gives back what setClipboardData has put there.',
      'clipboard/wx.setClipboardData',
      [
        "wx.setClipboardData({ data: '榕树', success: ({ errMsg }) => { log(errMsg); wx.getClipboardData({ success: ({ data }) => log(data) }) } })",
        'setClipboardData:ok',
        '榕树',
      ],
    ),
    except: {
      webkit: 'WebKit writes and reads only in answer to a tap on its own bubble or on the sheet that is shown then',
    },
  },
  short('clipboard-needs-text', 'setClipboardData wants a text.', 'clipboard/wx.setClipboardData', [
    'wx.setClipboardData({ data: 1, fail: ({ errMsg }) => log(errMsg) })',
    'setClipboardData:fail parameter error: parameter.data should be String instead of Number;',
  ]),
  {
    id: 'phone-call-cancelled',
    says: 'makePhoneCall asks first; when the user cancels it fails.',
    source: page('phone/wx.makePhoneCall'),
    wxml,
    js: "Page({ go() { wx.makePhoneCall({ phoneNumber: '10086', fail: ({ errMsg }) => log(errMsg) }) } })",
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['makePhoneCall:fail cancel'] }],
  },
  short('phone-call-needs-number', 'makePhoneCall without a number is a parameter error.', 'phone/wx.makePhoneCall', [
    'wx.makePhoneCall({ fail: ({ errMsg }) => log(errMsg) })',
    'makePhoneCall:fail parameter error: parameter.phoneNumber should be String instead of Undefined;',
  ]),
  short('vibrate', 'vibrateShort and vibrateLong succeed.', 'vibrate/wx.vibrateShort', [
    "wx.vibrateShort({ type: 'light', success: ({ errMsg }) => { log(errMsg); wx.vibrateLong().then(({ errMsg }) => log(errMsg)) } })",
    'vibrateShort:ok',
    'vibrateLong:ok',
  ]),
  short('brightness', 'getScreenBrightness tells what setScreenBrightness has set.', 'screen/wx.setScreenBrightness', [
    'wx.setScreenBrightness({ value: 0.5, success: () => wx.getScreenBrightness({ success: ({ value }) => { log(value); wx.setScreenBrightness({ value: 1 }) } }) })',
    '0.5',
  ]),
  short('brightness-range', 'A brightness outside of 0 to 1 fails.', 'screen/wx.setScreenBrightness', [
    "wx.setScreenBrightness({ value: 7, fail: ({ errMsg }) => log(errMsg.startsWith('setScreenBrightness:fail')) })",
    'true',
  ]),
  short('recording-state', 'getScreenRecordingState tells on or off.', 'screen/wx.getScreenRecordingState', [
    'wx.getScreenRecordingState({ success: ({ state }) => log(state) })',
    'off',
  ]),
  short(
    'capture-effect',
    'What a browser cannot do fails softly: setVisualEffectOnCapture.',
    'screen/wx.setVisualEffectOnCapture',
    [
      "wx.setVisualEffectOnCapture({ visualEffect: 'hidden', fail: ({ errMsg }) => log(errMsg, wx.canIUse('setVisualEffectOnCapture')) })",
      'setVisualEffectOnCapture:fail not supported false',
    ],
  ),
  {
    ...short('battery', 'getBatteryInfo tells level in percent and whether it charges.', 'battery/wx.getBatteryInfo', [
      'wx.getBatteryInfo({ success: ({ level, isCharging }) => log(level >= 0 && level <= 100, typeof isCharging) })',
      'true boolean',
    ]),
    except: { firefox: 'it has no Battery Status API', webkit: 'it has no Battery Status API' },
  },
  short('battery-sync', 'getBatteryInfoSync answers at once.', 'battery/wx.getBatteryInfoSync', [
    'const { level, isCharging } = wx.getBatteryInfoSync(); log(typeof level, typeof isCharging)',
    'number boolean',
  ]),
  ...['Accelerometer', 'Compass', 'DeviceMotionListening', 'Gyroscope'].map((name) => ({
    ...short(`start-${name}`, `start${name} and stop${name} succeed.`, 'accelerometer/wx.startAccelerometer', [
      `wx.start${name}({ interval: 'ui', success: ({ errMsg }) => { log(errMsg); wx.stop${name}({ success: ({ errMsg }) => log(errMsg) }) } })`,
      `start${name}:ok`,
      `stop${name}:ok`,
    ]),
    except: { webkit: 'WebKitGTK is built without motion events, which Safari has' },
  })),
  ...[
    ['AccelerometerChange', 'accelerometer'],
    ['CompassChange', 'compass'],
    ['DeviceMotionChange', 'motion'],
    ['GyroscopeChange', 'gyroscope'],
    ['MemoryWarning', 'memory'],
    ['UserCaptureScreen', 'screen'],
    ['ScreenRecordingStateChanged', 'screen'],
    ['KeyboardHeightChange', 'keyboard'],
    ['NetworkWeakChange', 'network'],
    ['BatteryInfoChange', 'battery'],
    ['BLEConnectionStateChange', 'bluetooth-ble'],
    ['BeaconUpdate', 'ibeacon'],
    ['WifiConnected', 'wifi'],
  ].map(([name = '', folder = '']) => onOff(name, folder)),
  ...[
    ['openBluetoothAdapter', 'not available', 10001],
    ['getBluetoothDevices', 'not init', 10000],
    ['createBLEConnection', 'not init', 10000],
    ['startBeaconDiscovery', 'unsupport', 11000],
    ['startWifi', 'not support', 12001],
    ['getWifiList', 'not init', 12000],
    ['getHCEState', 'device not support NFC', 13000],
  ].map(([name = '', text = '', code = 0]) =>
    short(
      `radio-${name}`,
      `${name} fails with the number by which apps see that there is no such radio.`,
      'bluetooth/wx.openBluetoothAdapter',
      [`wx.${name}({ fail: ({ errMsg, errCode }) => log(errMsg, errCode) })`, `${name}:fail ${text} ${code}`],
    ),
  ),
  {
    id: 'contact-cancelled',
    says: 'addPhoneContact asks first; when the user cancels it fails.',
    source: page('contact/wx.addPhoneContact'),
    wxml,
    js: "Page({ go() { wx.addPhoneContact({ firstName: '榕', mobilePhoneNumber: '10086', fail: ({ errMsg }) => log(errMsg) }) } })",
    phone: { granted: ['scope.addPhoneContact'] },
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['addPhoneContact:fail cancel'] }],
  },
  {
    id: 'contact-added',
    says: 'addPhoneContact succeeds when the user agrees.',
    source: page('contact/wx.addPhoneContact'),
    wxml,
    js: "Page({ go() { wx.addPhoneContact({ firstName: '榕', mobilePhoneNumber: '10086', success: ({ errMsg }) => log(errMsg) }) } })",
    phone: { granted: ['scope.addPhoneContact'] },
    steps: [{ tap: '#go' }, { tapHost: '保存联系人' }, { log: ['addPhoneContact:ok'] }],
  },
  {
    id: 'calendar-added',
    says: 'addPhoneCalendar succeeds when the user agrees.',
    source: page('calendar/wx.addPhoneCalendar'),
    wxml,
    js: "Page({ go() { wx.addPhoneCalendar({ title: '会议', startTime: 1800000000, success: ({ errMsg }) => log(errMsg) }) } })",
    phone: { granted: ['scope.addPhoneCalendar'] },
    steps: [{ tap: '#go' }, { tapHost: '添加到日历' }, { log: ['addPhoneCalendar:ok'] }],
  },
  short('calendar-needs-title', 'addPhoneCalendar wants a title and a start.', 'calendar/wx.addPhoneCalendar', [
    'wx.addPhoneCalendar({ startTime: 1, fail: ({ errMsg }) => log(errMsg) })',
    'addPhoneCalendar:fail parameter error: parameter.title should be String instead of Undefined;',
  ]),
  short('contact-needs-name', 'addPhoneContact wants a first name.', 'contact/wx.addPhoneContact', [
    'wx.addPhoneContact({ fail: ({ errMsg }) => log(errMsg) })',
    'addPhoneContact:fail parameter error: parameter.firstName should be String instead of Undefined;',
  ]),
  short('accessibility', 'checkIsOpenAccessibility answers.', 'accessibility/wx.checkIsOpenAccessibility', [
    'wx.checkIsOpenAccessibility({ success: ({ open }) => log(open) })',
    'false',
  ]),
  {
    id: 'selected-range',
    says: 'getSelectedTextRange tells the cursor of the field that has the focus.',
    source: page('keyboard/wx.getSelectedTextRange'),
    wxml: '<input id="field" value="hello" bindfocus="read" />',
    js: 'Page({ read() { setTimeout(() => wx.getSelectedTextRange({ success: ({ start, end }) => log(typeof start, start === end) }), 100) } })',
    steps: [{ tap: '#field' }, { log: ['number true'] }],
  },
  {
    id: 'hide-keyboard',
    says: 'hideKeyboard takes the focus from the field.',
    source: page('keyboard/wx.hideKeyboard'),
    wxml: '<input id="field" value="hello" bindfocus="hide" bindblur="blurred" />',
    js: "Page({ hide() { setTimeout(() => wx.hideKeyboard({ success: ({ errMsg }) => log(errMsg) }), 100) }, blurred() { log('blur') } })",
    steps: [{ tap: '#field' }, { logHas: ['blur'] }, { logMatches: ['hideKeyboard:ok|blur', 'hideKeyboard:ok|blur'] }],
  },
  short('hide-keyboard-without-field', 'hideKeyboard fails when no field has the focus.', 'keyboard/wx.hideKeyboard', [
    "wx.hideKeyboard({ fail: ({ errMsg }) => log(errMsg.startsWith('hideKeyboard:fail')) })",
    'true',
  ]),
  short('random-values', 'getRandomValues gives as many random bytes as asked for.', 'crypto/wx.getRandomValues', [
    'wx.getRandomValues({ length: 6, success: ({ randomValues }) => log(randomValues instanceof ArrayBuffer, randomValues.byteLength) })',
    'true 6',
  ]),
  short('keep-screen-on', 'setKeepScreenOn wants true or false.', 'screen/wx.setKeepScreenOn', [
    'wx.setKeepScreenOn({ fail: ({ errMsg }) => log(errMsg) })',
    'setKeepScreenOn:fail parameter error: parameter.keepScreenOn should be Boolean instead of Undefined;',
  ]),
]
