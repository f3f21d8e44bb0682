/** `Permissions-Policy` of a host page: what no function of `wx.*` needs is closed; what host functions need is for the page alone. */
const forFrames = ['autoplay', 'fullscreen', 'picture-in-picture']
const forPage = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'screen-wake-lock',
  'web-share',
]
const forNobody = [
  'browsing-topics',
  'display-capture',
  'hid',
  'idle-detection',
  'local-fonts',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

export const permissionsPolicy = [
  ...forFrames.map((name) => `${name}=*`),
  ...forPage.map((name) => `${name}=(self)`),
  ...forNobody.map((name) => `${name}=()`),
].join(', ')
