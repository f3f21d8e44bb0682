/** Live pictures and calls, which need WeChat's own servers: black boxes of WeChat's size whose events tell that nothing comes. */
import { absentService } from '../absent-service.ts'

const box = 'display:block;position:relative;width:300px;height:225px;background:#000;overflow:hidden'

export const livePlayer = absentService({
  tag: 'live-player',
  attributes:
    'src mode autoplay muted orientation object-fit background-mute min-cache max-cache sound-mode auto-pause-if-navigate auto-pause-if-open-native picture-in-picture-mode',
  style: box,
  event: 'statechange',
  // WeChat's code for a connection that is gone for good.
  detail: () => ({ code: -2301, message: 'live playing is not available' }),
  after: 'src',
})

export const livePusher = absentService({
  tag: 'live-pusher',
  attributes:
    'url mode autopush muted enable-camera auto-focus orientation beauty whiteness aspect min-bitrate max-bitrate audio-quality waiting-image waiting-image-hash zoom device-position background-mute mirror',
  style: box,
  event: 'statechange',
  detail: () => ({ code: -1301, message: 'live pushing is not available' }),
})

export const voipRoom = absentService({
  tag: 'voip-room',
  attributes: 'openid mode device-position object-fit',
  style: box,
  event: 'error',
  detail: () => ({ errMsg: 'calls are not available' }),
  after: 'openid',
})

export const channelLive = absentService({
  tag: 'channel-live',
  attributes: 'feed-id finder-user-name',
  style: box,
  event: 'error',
  detail: () => ({ errMsg: 'channels are not available' }),
})

export const channelVideo = absentService({
  tag: 'channel-video',
  attributes: 'feed-id finder-user-name feed-token object-fit autoplay loop muted',
  style: box,
  event: 'error',
  detail: () => ({ errMsg: 'channels are not available' }),
})

export const storeProduct = absentService({
  tag: 'store-product',
  attributes: 'appid product-id custom-content custom-style media-id product-promotion-link',
  style: 'display:block;min-height:0',
  event: 'entererror',
  detail: () => ({ errCode: -1, errMsg: 'shops are not available' }),
})
