/** Tags of later issues: plain boxes that show what is inside, so that a page using them still has its layout. */
import type { BuiltInDefinition } from '../view/built-in.ts'

const blocks = [
  'cover-image',
  'editor',
  'functional-page-navigator',
  'audio',
  'camera',
  'live-player',
  'live-pusher',
  'video',
  'voip-room',
  'map',
  'canvas',
  'web-view',
  'ad',
  'ad-custom',
  'official-account',
  'xr-frame',
  'channel-live',
  'channel-video',
]
const sized: Readonly<Record<string, string>> = {
  canvas: 'width:300px;height:150px',
  video: 'width:300px;height:225px;background:#000',
  map: 'width:300px;height:150px;background:var(--w-fill)',
  camera: 'width:100%;height:300px;background:#000',
  'live-player': 'width:300px;height:225px;background:#000',
  'live-pusher': 'width:300px;height:225px;background:#000',
  editor: 'width:100%;height:200px',
  'cover-image': 'display:inline-block',
}
const hidden = ['ad', 'ad-custom', 'official-account']

export const inert: BuiltInDefinition = {
  tag: 'inert',
  attributes: [],
  style: [
    `${blocks.map((tag) => `wx-${tag}`).join(',')}{display:block}`,
    ...Object.entries(sized).map(([tag, style]) => `wx-${tag}{${style}}`),
    `${hidden.map((tag) => `wx-${tag}`).join(',')}{display:none}`,
  ].join(''),
}
