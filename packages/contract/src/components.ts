/**
 * The built-in components: one table for the compiler's warnings, the view's allow-list of attributes, and the documentation.
 * Names are WeChat's (https://developers.weixin.qq.com/miniprogram/dev/component/).
 */
import { attributes, type ComponentSpec, degraded, inert, real } from './component-spec.ts'

export type { AttributeKind, ComponentSpec, Support } from './component-spec.ts'

/** Every component and every unknown tag has these. */
export const commonEvents = [
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'touchforcechange',
  'tap',
  'longpress',
  'longtap',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
] as const

const hover = attributes({
  string: 'hover-class',
  boolean: 'hover-stop-propagation',
  number: 'hover-start-time hover-stay-time',
})

const openTypeEvents =
  'getuserinfo contact createliveactivity getphonenumber getrealtimephonenumber error opensetting launchapp chooseavatar agreeprivacyauthorization'

const openTypeAttributes = attributes({
  string:
    'open-type lang session-from send-message-title send-message-path send-message-img app-parameter phone-number-no-quota-toast entry-path business-id group-id guild-id public-id',
  boolean: 'show-message-card need-show-entrance',
})

const gesture = { string: 'tag native-view', array: 'simultaneous-handlers' }

const grid = {
  string: 'type',
  number: 'cross-axis-count max-cross-axis-extent main-axis-gap cross-axis-gap',
  array: 'padding',
}

export const componentSpecs: Readonly<Record<string, ComponentSpec>> = {
  // Containers
  view: real(hover),
  block: real(),
  'cover-view': real({ ...attributes({ 'string|number': 'scroll-top marker-id' }), ...hover }),
  'cover-image': real(attributes({ string: 'src referrer-policy' }), 'load error'),
  'match-media': real(
    attributes({
      number: 'min-width max-width width min-height max-height height',
      string: 'orientation',
    }),
  ),
  'movable-area': real(attributes({ boolean: 'scale-area' })),
  'movable-view': real(
    attributes({
      string: 'direction',
      boolean: 'inertia out-of-bounds disabled scale animation',
      number: 'damping friction scale-min scale-max scale-value',
      'string|number': 'x y',
    }),
    'change scale htouchmove vtouchmove',
  ),
  'page-container': real(
    attributes({
      boolean: 'show overlay round close-on-slide-down',
      number: 'duration z-index',
      string: 'position overlay-style custom-style',
    }),
    'beforeenter enter afterenter beforeleave leave afterleave clickoverlay',
  ),
  'root-portal': real(attributes({ boolean: 'enable' })),
  'scroll-view': real(
    attributes({
      boolean:
        'scroll-x scroll-y scroll-with-animation enable-back-to-top enable-passive refresher-enabled refresher-triggered enable-flex scroll-anchoring enhanced paging-enabled bounces show-scrollbar fast-deceleration refresher-two-level-enabled refresher-two-level-triggered refresher-two-level-pinned clip reverse refresher-ballistic-refresh-enabled scroll-into-view-within-extent using-sticky',
      'string|number': 'upper-threshold lower-threshold scroll-top scroll-left',
      string:
        'scroll-into-view scroll-into-view-offset scroll-into-view-alignment refresher-default-style refresher-background type associative-container',
      number:
        'refresher-threshold refresher-two-level-threshold refresher-two-level-close-threshold refresher-two-level-scroll-enabled min-drag-distance cache-extent',
      array: 'padding',
    }),
    'scroll scrolltoupper scrolltolower dragstart dragging dragend refresherpulling refresherrefresh refresherrestore refresherabort refresherwillrefresh refresherstatuschange scrollstart scrollend',
    {
      zh: '惯性和回弹由浏览器决定；enable-back-to-top、fast-deceleration 和 cache-extent 不起作用',
      en: 'Momentum and bounce are the browser’s; enable-back-to-top, fast-deceleration and cache-extent have no effect',
    },
  ),
  swiper: real(
    attributes({
      boolean: 'indicator-dots autoplay circular vertical snap-to-edge skip-hidden-item-layout cache-disabled',
      string:
        'indicator-color indicator-active-color previous-margin next-margin easing-function direction layout-type transformer-type indicator-type current-item-id',
      number:
        'current interval duration display-multiple-items indicator-margin indicator-spacing indicator-radius indicator-width indicator-height cache-extent',
    }),
    'change transition animationfinish',
  ),
  'swiper-item': real(attributes({ string: 'item-id', boolean: 'skip-hidden-item-layout' })),
  'share-element': degraded(
    attributes({
      string: 'mapkey easing-function key transition-on-gesture shuttle-on-push shuttle-on-pop rect-tween-type',
      boolean: 'transform',
      number: 'duration',
    }),
    'frame',
    '在页面和 page-container 之间飞行；换页时不会飞行',
    'Flies between the page and a page-container; not from page to page',
  ),

  // Content
  icon: real(attributes({ string: 'type color', 'string|number': 'size' })),
  progress: real(
    attributes({
      number: 'percent duration',
      boolean: 'show-info active',
      'string|number': 'border-radius font-size stroke-width',
      string: 'color activeColor backgroundColor active-mode activeMode',
    }),
    'activeend',
  ),
  'rich-text': real(attributes({ any: 'nodes', string: 'space mode', boolean: 'user-select' })),
  text: real(
    attributes({
      boolean: 'selectable user-select decode',
      string: 'space overflow',
      number: 'max-lines',
    }),
  ),
  selection: real(),
  span: real(),

  // Forms
  button: real(
    {
      ...attributes({ string: 'size type form-type', boolean: 'plain disabled loading' }),
      ...openTypeAttributes,
      ...hover,
    },
    openTypeEvents,
  ),
  checkbox: real(
    attributes({ string: 'value color name background-color activeBackgroundColor', boolean: 'disabled checked' }),
  ),
  'checkbox-group': real(attributes({ string: 'name' }), 'change'),
  editor: real(
    attributes({
      boolean: 'read-only show-img-size show-img-toolbar show-img-resize enable-formats',
      string: 'placeholder confirm-type',
    }),
    'ready focus blur input statuschange',
    {
      zh: '图片没有工具栏和拖拽缩放，也不显示大小',
      en: 'Pictures have no toolbar, no handles and no size shown',
    },
  ),
  'editor-portal': inert({ string: 'key' }),
  form: real(attributes({ boolean: 'report-submit', number: 'report-submit-timeout' }), 'submit reset submitToGroup'),
  input: real(
    attributes({
      string:
        'value type placeholder placeholder-style placeholder-class confirm-type name safe-password-cert-path safe-password-custom-hash safe-password-nonce safe-password-salt',
      boolean:
        'password disabled auto-focus focus always-embed confirm-hold adjust-position hold-keyboard safe-password-time-stamp',
      number:
        'maxlength cursor-spacing cursor selection-start selection-end safe-password-length safe-password-time-stamp',
    }),
    'input change focus blur confirm keyboardheightchange nicknamereview keyboardcompositionstart keyboardcompositionupdate keyboardcompositionend selectionchange',
  ),
  'keyboard-accessory': real(),
  label: real(attributes({ string: 'for' })),
  picker: real(
    attributes({
      string: 'header-text mode name range-key start end fields custom-item level',
      boolean: 'disabled',
      any: 'value',
      array: 'range',
    }),
    'change cancel columnchange',
    {
      zh: 'mode=region 没有邮政编码（postcode 为空）；level=sub-district 只到区县',
      en: 'mode=region has no postcodes (postcode is empty); level=sub-district ends at counties',
    },
  ),
  'picker-view': real(
    attributes({
      array: 'value',
      string: 'mask-class indicator-style indicator-class mask-style name',
      boolean: 'immediate-change',
    }),
    'change pickstart pickend',
  ),
  'picker-view-column': real(),
  radio: real(attributes({ string: 'value color name', boolean: 'checked disabled' })),
  'radio-group': real(attributes({ string: 'name' }), 'change'),
  slider: real(
    attributes({
      number: 'min max step value block-size',
      boolean: 'disabled show-value',
      string: 'color selected-color activeColor backgroundColor block-color name',
    }),
    'change changing',
  ),
  switch: real(attributes({ boolean: 'checked disabled', string: 'type color name' }), 'change'),
  textarea: real(
    attributes({
      string: 'value placeholder placeholder-style placeholder-class confirm-type name adjust-keyboard-to',
      boolean:
        'disabled auto-focus focus auto-height fixed show-confirm-bar adjust-position hold-keyboard disable-default-padding confirm-hold',
      number: 'maxlength cursor-spacing cursor selection-start selection-end',
    }),
    'focus blur linechange input confirm change keyboardheightchange keyboardcompositionstart keyboardcompositionupdate keyboardcompositionend selectionchange',
  ),

  // Navigation
  navigator: real(
    {
      ...attributes({
        string: 'target url open-type app-id path version short-link',
        number: 'delta',
        object: 'extra-data',
      }),
      ...hover,
    },
    'success fail complete',
  ),
  'functional-page-navigator': inert({ string: 'version name', object: 'args' }, 'success fail cancel'),

  // Media
  image: real(
    attributes({
      string: 'src mode referrer-policy alt',
      boolean: 'webp lazy-load show-menu-by-longpress fade-in forceHttps',
    }),
    'load error',
  ),
  audio: real(
    attributes({ string: 'src poster name author', boolean: 'loop controls' }),
    'error play pause timeupdate ended',
  ),
  camera: real(
    attributes({ string: 'mode resolution device-position flash frame-size' }),
    'stop error initdone scancode',
    {
      zh: '闪光灯和缩放取决于浏览器和设备',
      en: 'Flash and zoom where browser and device have them',
    },
  ),
  'channel-live': inert({ string: 'feed-id finder-user-name' }, 'error'),
  'channel-video': inert(
    { string: 'feed-id finder-user-name feed-token object-fit', boolean: 'autoplay loop muted' },
    'error',
  ),
  'live-player': inert(
    {
      string: 'src mode orientation object-fit sound-mode',
      boolean: 'autoplay muted background-mute auto-pause-if-navigate auto-pause-if-open-native',
      any: 'picture-in-picture-mode',
      number: 'min-cache max-cache',
    },
    'statechange fullscreenchange netstatus audiovolumenotify enterpictureinpicture leavepictureinpicture',
  ),
  'live-pusher': inert(
    {
      string: 'url mode orientation aspect waiting-image waiting-image-hash audio-quality device-position',
      boolean: 'autopush muted enable-camera auto-focus zoom background-mute mirror',
      number: 'beauty whiteness min-bitrate max-bitrate',
    },
    'statechange netstatus error bgmstart bgmprogress bgmcomplete audiovolumenotify',
  ),
  video: real(
    attributes({
      string: 'src object-fit poster title play-btn-position poster-for-crawler background-poster referrer-policy',
      boolean:
        'controls danmu-btn enable-danmu autoplay loop muted page-gesture show-progress show-bottom-progress show-fullscreen-btn show-play-btn show-center-play-btn enable-progress-gesture enable-play-gesture vslide-gesture vslide-gesture-in-fullscreen show-mute-btn auto-pause-if-navigate auto-pause-if-open-native show-casting-button show-screen-lock-button show-snapshot-button show-background-playback-button enable-auto-rotation picture-in-picture-show-progress is-live is-drm',
      number: 'duration initial-time direction',
      array: 'danmu-list',
      any: 'picture-in-picture-mode',
    }),
    'play pause ended timeupdate fullscreenchange waiting error progress loadedmetadata controlstoggle enterpictureinpicture leavepictureinpicture seekcomplete',
    {
      zh: '远程视频整个下载后播放；没有投屏、DRM、HLS（除非浏览器支持）和自动小窗',
      en: 'A remote video is downloaded whole before it plays; no casting, DRM, automatic small window, nor HLS',
    },
  ),
  'store-product': inert(
    { string: 'appid product-id media-id product-promotion-link', object: 'custom-content custom-style' },
    'entersuccess entererror',
  ),
  'voip-room': inert({ string: 'openid mode device-position object-fit' }, 'error'),

  // Maps, canvas, open abilities
  map: degraded(
    attributes({
      number: 'longitude latitude scale min-scale max-scale rotate skew',
      array: 'markers covers polyline circles controls include-points polygons',
      object: 'setting',
      string: 'subkey layer-style',
      boolean:
        'show-location enable-3D show-compass show-scale enable-overlooking enable-auto-max-overlooking enable-zoom enable-scroll enable-rotate enable-satellite enable-traffic enable-poi enable-building',
    }),
    'tap markertap labeltap controltap callouttap updated regionchange poitap polylinetap anchorpointtap error',
    '底图由平台配置的瓦片绘制，未配置或无 WebGL 时为网格底图；没有卫星图、路况、3D 楼块和 poitap，subkey 与 layer-style 不起作用',
    'The ground is drawn from the tiles that the platform configures, and is a plain grid without them or without WebGL; no satellite, traffic, 3D buildings or poitap; subkey and layer-style have no effect',
  ),
  canvas: real(
    attributes({ string: 'type canvas-id', boolean: 'disable-scroll' }),
    'touchstart touchmove touchend touchcancel longtap error',
    {
      zh: '在 Worker 中绘制；Worker 没有 OffscreenCanvas 的浏览器（Safari 16.4 之前）画不出内容',
      en: 'Drawn in the worker; browsers whose workers have no OffscreenCanvas (Safari before 16.4) show nothing',
    },
  ),
  'web-view': degraded(
    attributes({ string: 'src' }),
    'message load error',
    '网页要允许被嵌入，并引入平台的 jweixin.js 才能与小程序通信',
    'The site must allow to be framed, and talks to the mini-program by the platform’s jweixin.js',
  ),
  ad: inert({ string: 'unit-id ad-type ad-theme', number: 'ad-intervals' }, 'load error close'),
  'ad-custom': inert({ string: 'unit-id', number: 'ad-intervals' }, 'load error close hide'),
  'official-account': inert({}, 'load error'),
  'open-data': degraded(
    attributes({ string: 'type open-gid lang default-text default-avatar' }),
    'error',
    '只显示匿名资料或默认值，没有群和好友的数据',
    'Shows the anonymous profile or the defaults; nothing of groups and friends',
  ),
  'page-meta': real(
    attributes({
      string:
        'background-text-style background-color background-color-top background-color-bottom root-background-color page-style root-font-size page-orientation page-font-size',
      'string|number': 'scroll-top',
      number: 'scroll-duration',
    }),
    'resize scroll scrolldone',
    {
      zh: 'page-orientation 不起作用：浏览器页面不能自己转屏',
      en: 'page-orientation has no effect: a web page cannot turn the screen',
    },
  ),
  'navigation-bar': real(
    attributes({
      string: 'title front-color background-color color-animation-timing-func',
      boolean: 'loading',
      number: 'color-animation-duration',
    }),
  ),
  'custom-wrapper': real(),
  'grid-view': real(attributes(grid)),
  'list-view': real(attributes({ array: 'padding' })),
  'list-builder': inert(
    { string: 'type', number: 'child-count child-height', array: 'list padding' },
    'itembuild itemdispose',
  ),
  'grid-builder': inert(
    { ...grid, number: `child-count ${grid.number}`, array: 'list padding' },
    'itembuild itemdispose',
  ),
  'sticky-header': real(attributes({ number: 'offset-top', array: 'padding' }), 'stickontopchange'),
  'sticky-section': real(attributes({ boolean: 'push-pinned-header', array: 'padding' })),
  'nested-scroll-body': real(),
  'nested-scroll-header': real(),
  'open-container': degraded(
    attributes({
      string: 'transition-type closed-color middle-color open-color',
      number: 'transition-duration closed-elevation closed-border-radius open-elevation open-border-radius',
    }),
    '',
    '显示关闭时的外观，换页没有容器变形动画',
    'Shows its closed look; pages come without the container transform',
  ),
  'draggable-sheet': real(
    attributes({
      number: 'initial-child-size min-child-size max-child-size',
      boolean: 'snap',
      array: 'snap-sizes',
    }),
  ),
  snapshot: real(attributes({ string: 'mode' })),
  'tap-gesture-handler': real(attributes(gesture)),
  'double-tap-gesture-handler': real(attributes(gesture)),
  'long-press-gesture-handler': real(attributes(gesture)),
  'force-press-gesture-handler': real(attributes(gesture)),
  'pan-gesture-handler': real(attributes(gesture)),
  'horizontal-drag-gesture-handler': real(attributes(gesture)),
  'vertical-drag-gesture-handler': real(attributes(gesture)),
  'scale-gesture-handler': real(attributes(gesture)),
  'xr-frame': inert(),
}
