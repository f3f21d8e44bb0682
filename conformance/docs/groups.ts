/** Which page a component, a function or a feature stands on. */
import { both, type Words } from './words.ts'

export interface Group {
  /** File name without its ending. */
  page: string
  title: Words
  /** Tags, or areas of `wx`, in the order of the page. */
  members: readonly string[]
}

export const componentGroups: readonly Group[] = [
  group(
    'containers',
    '视图容器',
    'Containers',
    'view block scroll-view swiper swiper-item movable-area movable-view cover-view cover-image match-media page-container root-portal share-element custom-wrapper',
  ),
  group('content', '基础内容', 'Content', 'text image icon progress rich-text selection span'),
  group(
    'forms',
    '表单',
    'Forms',
    'button form input textarea checkbox-group checkbox radio-group radio switch slider picker picker-view picker-view-column label editor editor-portal keyboard-accessory',
  ),
  group(
    'navigation',
    '导航与页面',
    'Navigation and pages',
    'navigator functional-page-navigator page-meta navigation-bar web-view',
  ),
  group(
    'media',
    '媒体、地图与画布',
    'Media, maps and canvas',
    'video audio camera map canvas live-player live-pusher voip-room channel-live channel-video xr-frame',
  ),
]

/** Whatever is on no other page. */
export const otherComponents = {
  page: 'more',
  title: both('Skyline、开放能力与其他', 'Skyline, open abilities and others'),
}

export const functionGroups: readonly Group[] = [
  group('base', '基础', 'Base', 'base app system worker analytics'),
  group(
    'interface',
    '界面与路由',
    'Interface and routing',
    'route navigate ui navigation-bar tab-bar wxml font keyboard worklet',
  ),
  group('data', '数据、文件与网络', 'Data, files and network', 'storage file network transfer socket mdns'),
  group('media', '媒体与画布', 'Media and canvas', 'media document audio recorder video camera canvas live voip ai'),
  group('device', '设备与位置', 'Device and location', 'device sensor phone location bluetooth nfc wifi'),
  group(
    'open',
    '开放接口',
    'Open abilities',
    'login setting privacy share subscribe payment ad open channels chattool',
  ),
]

export const otherFunctions = { page: 'more', title: both('其他接口', 'Other functions') }

/** Titles of the files in `cases/framework`; a file without one goes by its name. */
export const featureTitles: Readonly<Record<string, Words>> = {
  events: both('事件', 'Events'),
  'life-cycles': both('生命周期', 'Life cycles'),
  plugins: both('插件', 'Plugins'),
  workers: both('Worker 线程', 'Workers'),
  'sub-packages': both('分包', 'Sub-packages'),
  wxml: both('WXML 语法', 'WXML syntax'),
  wxss: both('WXSS', 'WXSS'),
  wxs: both('WXS', 'WXS'),
  'wxs-responders': both('WXS 响应事件', 'WXS responders'),
  components: both('自定义组件', 'Custom components'),
  behaviors: both('behaviors', 'Behaviors'),
  relations: both('组件间关系', 'Relations'),
  observers: both('数据监听器', 'Observers'),
  slots: both('插槽', 'Slots'),
  generics: both('抽象节点', 'Generics'),
  'set-data': both('setData', 'setData'),
  'selector-query': both('节点查询', 'SelectorQuery'),
  animation: both('动画', 'Animation'),
  theme: both('深色模式', 'Dark mode'),
}

function group(page: string, zh: string, en: string, members: string): Group {
  return { page, title: both(zh, en), members: members.split(' ') }
}
