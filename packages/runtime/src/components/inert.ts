/** Tags of later issues: plain boxes that show what is inside, so that a page using them still has its layout. */
import type { BuiltInDefinition } from '../view/built-in.ts'

const blocks = [
  'cover-image', 'match-media', 'movable-area', 'movable-view', 'page-container', 'share-element', 'editor', 'picker-view',
  'picker-view-column', 'functional-page-navigator', 'audio', 'camera', 'live-player', 'live-pusher', 'video', 'voip-room', 'map',
  'canvas', 'web-view', 'ad', 'ad-custom', 'official-account', 'grid-view', 'list-view', 'sticky-header', 'sticky-section',
  'nested-scroll-body', 'nested-scroll-header', 'open-container', 'draggable-sheet', 'snapshot', 'xr-frame', 'channel-live', 'channel-video',
]
const sized: Readonly<Record<string, string>> = {
  canvas: 'width:300px;height:150px',
  video: 'width:300px;height:225px;background:#000',
  'movable-area': 'width:10px;height:10px',
  'movable-view': 'width:10px;height:10px;position:absolute',
  map: 'width:300px;height:150px;background:var(--w-fill)',
  camera: 'width:100%;height:300px;background:#000',
  'live-player': 'width:300px;height:225px;background:#000',
  'live-pusher': 'width:300px;height:225px;background:#000',
  editor: 'width:100%;height:200px',
  'picker-view': 'overflow:hidden',
  'cover-image': 'display:inline-block',
}
const hidden = ['page-meta', 'navigation-bar', 'keyboard-accessory', 'ad', 'ad-custom', 'official-account', 'page-container']

export const inert: BuiltInDefinition = {
  tag: 'inert',
  attributes: [],
  style: [
    `${blocks.map((tag) => `wx-${tag}`).join(',')}{display:block}`,
    ...Object.entries(sized).map(([tag, style]) => `wx-${tag}{${style}}`),
    `${hidden.map((tag) => `wx-${tag}`).join(',')}{display:none}`,
    'wx-movable-area{position:relative}',
  ].join(''),
}
