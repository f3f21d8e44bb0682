/** `lin-ui`: every component lives and dies on a page that uses it. */
import { testComponentLibrary } from '../support/component-life.ts'

const panels = (tag: string, extra = '') =>
  `<l-${tag} active-key="{{on ? 'a' : 'b'}}" ${extra}><l-tabpanel tab="{{text}}" key="a" slot="a">甲</l-tabpanel><l-tabpanel tab="二" sub-tab="次" key="b" slot="b" badge-count="{{n}}">乙</l-tabpanel></l-${tag}>`
const choices = (tag: string) =>
  `<l-${tag}-group bind:linchange="none"><l-${tag} key="1" checked="{{on}}">{{text}}</l-${tag}><l-${tag} key="2" disabled="{{off}}">乙</l-${tag}></l-${tag}-group>`
const collapse =
  '<l-collapse expand-item-id="{{on ? [\'1\'] : [\'2\']}}"><l-collapse-item item-id="1" title="{{text}}">甲</l-collapse-item><l-collapse-item item-id="2" title="二">乙</l-collapse-item></l-collapse>'
const grid =
  '<l-grid row-num="{{n + 1}}" show-border="{{on}}"><l-grid-item wx:for="{{n}}" wx:key="*this" key="{{item}}" slot="{{item}}">{{text}}</l-grid-item></l-grid>'
const steps =
  '<l-steps active-index="{{n - 1}}" direction="{{on ? \'row\' : \'column\'}}" dot="{{off}}"><l-step title="{{text}}" describe="描述" /><l-step title="二" icon="cart" /></l-steps>'
const segment =
  '<l-segment active-key="{{on ? \'a\' : \'b\'}}"><l-segment-item tab="{{text}}" key="a" /><l-segment-item tab="二" key="b" dot-badge="{{on}}" /></l-segment>'
const sticky =
  '<l-sticky scroll-top="{{n}}"><l-sticky-item><view slot="header">{{text}}</view><view slot="body">内容</view></l-sticky-item></l-sticky>'
const index =
  "<l-index-list sidebar-data=\"{{on ? ['A', 'B'] : ['A']}}\" scroll-top=\"{{n}}\"><l-index-anchor>A</l-index-anchor><view>{{text}}</view></l-index-list>"
const form =
  '<l-form name="f"><l-form-item label="{{text}}" name="a"><l-input id="a" label="姓名" value="{{n}}" /></l-form-item><view slot="submit">提交</view></l-form>'
const clipper =
  '<l-image-clipper show="{{on}}" image-url="{{src}}" lock-ratio="{{off}}"><l-image-clipper-tools lock-width="{{off}}" /></l-image-clipper><view>{{text}}</view>'
const popup = (tag: string) =>
  `<l-${tag} show="{{true}}" locked="{{on}}" direction="bottom"><view>{{text}}</view></l-${tag}>`
const january = new Date(2026, 0, 1).getTime()

testComponentLibrary({
  package: 'lin-ui',
  folder: 'dist',
  prefix: 'l',
  size: 66,
  sampleStep: 4,
  cases: {
    'action-sheet': {
      markup: '<l-action-sheet show="{{true}}" title="{{text}}" item-list="{{list}}" show-cancel="{{on}}" />',
      data: { list: [{ name: '选项一' }] },
      update: { list: [{ name: '选项一' }, { name: '选项二', color: 'red', icon: 'cart' }] },
      shows: '选项二',
    },
    album: {
      markup: '<l-album urls="{{urls}}" preview="{{on}}" /><view>{{text}}</view>',
      data: { urls: ['/pixel.png'] },
      update: { urls: ['/pixel.png', '/pixel.png'] },
    },
    'arc-popup': popup('arc-popup'),
    avatar: '<l-avatar src="{{src}}" text="{{text}}" shape="{{on ? \'circle\' : \'square\'}}" size="{{n * 60}}" />',
    badge: '<l-badge value="{{n * 60}}" dot="{{off}}"><view>{{text}}</view></l-badge>',
    button:
      '<l-button type="{{on ? \'success\' : \'error\'}}" loading="{{on}}" disabled="{{off}}" icon="cart">{{text}}</l-button>',
    calendar: {
      markup:
        '<l-calendar show="{{true}}" type="{{on ? \'single\' : \'range\'}}" title="{{text}}" min-date="{{from}}" max-date="{{to}}" />',
      data: { from: january, to: january + 40 * 86_400_000 },
      shows: '新文字',
    },
    'calendar/components/day': '<l-calendar_components_day text="{{text}}" type="{{on ? \'selected\' : \'start\'}}" />',
    'calendar/components/header': '<l-calendar_components_header title="{{text}}" show-title="{{true}}" />',
    'calendar/components/mounth': {
      markup:
        '<l-calendar_components_mounth date="{{at}}" min-date="{{at}}" max-date="{{at}}" current-date="{{days}}" type="single" show-month-title /><view>{{text}}</view>',
      data: { at: january, days: [january] },
      update: { at: january + 40 * 86_400_000 },
      shows: '28',
    },
    'capsule-bar': '<l-capsule-bar title="{{text}}" bg-color="white" disable-back="{{on}}" />',
    card: '<l-card title="{{text}}" describe="描述" image="{{src}}" full="{{on}}" type="{{on ? \'primary\' : \'cover\'}}"><view slot="more">更多</view></l-card>',
    checkbox: choices('checkbox'),
    'checkbox-group': choices('checkbox'),
    circle: '<l-circle percent="{{n * 30}}" show-value="{{on}}" active="{{off}}">{{text}}</l-circle>',
    collapse,
    'collapse-item': collapse,
    'combined-tabs': panels('combined-tabs'),
    countdown: '<l-countdown time="{{n * 100}}" time-type="second" format="{%h}时{%m}分" /><view>{{text}}</view>',
    counter: '<l-counter count="{{n}}" min="{{0}}" max="{{9}}" disabled="{{off}}" /><view>{{text}}</view>',
    'custom-tab-bar': {
      markup:
        '<l-custom-tab-bar list="{{list}}" selected="{{n - 1}}" is-nav="{{false}}" is-redirect-to-tab="{{false}}" />',
      data: {
        list: [{ text: '首页', pagePath: '/pages/card/index', iconPath: '/pixel.png', selectedIconPath: '/pixel.png' }],
      },
      update: {
        list: [{ text: '我的', pagePath: '/pages/card/index', iconPath: '/pixel.png', selectedIconPath: '/pixel.png' }],
      },
      shows: '我的',
    },
    dialog: '<l-dialog show="{{true}}" type="{{on ? \'alert\' : \'confirm\'}}" title="{{text}}" content="内容" />',
    'error-tip': '<l-error-tip error-text="{{text}}" />',
    form,
    'form-item': form,
    grid,
    'grid-item': grid,
    icon: '<l-icon name="{{on ? \'cart\' : \'like\'}}" size="{{n * 20}}" color="red" />',
    'image-clipper': clipper,
    'image-clipper-tools': clipper,
    'image-picker': {
      markup: '<l-image-picker urls="{{urls}}" count="{{n + 3}}" clear="{{off}}" /><view>{{text}}</view>',
      data: { urls: ['/pixel.png'] },
      update: { urls: ['/pixel.png', '/pixel.png'] },
    },
    'index-anchor': index,
    'index-list': index,
    input: '<l-input label="{{text}}" value="{{n}}" placeholder="请输入" clear="{{on}}" required disabled="{{off}}" />',
    list: '<l-list title="{{text}}" desc="描述" right-desc="{{n}}" icon="cart" tag-content="标签" badge-count="{{n}}" is-link="{{on}}" />',
    loading: '<l-loading show="{{true}}" type="{{on ? \'rotate\' : \'flash\'}}" size="large" /><view>{{text}}</view>',
    loadmore: '<l-loadmore show="{{true}}" type="end" line="{{on}}" end-text="{{text}}" />',
    mask: '<l-mask show="{{true}}" center="{{on}}" opacity="0.{{n}}"><view>{{text}}</view></l-mask>',
    message: '<l-message show="{{on}}" content="消息" type="success" duration="{{n * 100}}" /><view>{{text}}</view>',
    'notice-bar':
      '<l-notice-bar type="{{on ? \'still\' : \'roll\'}}" front-icon-name="notice" show="{{true}}">{{text}}</l-notice-bar><view>{{text}}</view>',
    popup: popup('popup'),
    price: '<l-price value="{{n}}.5" reserve-digit="{{n}}" deleted="{{off}}" unit="{{text}}" />',
    progress: '<l-progress percent="{{n * 30}}" show-info="{{on}}" active="{{off}}" /><view>{{text}}</view>',
    radio: choices('radio'),
    'radio-group': choices('radio'),
    rate: '<l-rate count="{{n + 4}}" score="{{n}}" disabled="{{off}}" /><view>{{text}}</view>',
    'search-bar':
      '<l-search-bar value="{{n}}" placeholder="搜索" show-cancel="{{on}}" cancel-text="{{text}}" /><view>{{text}}</view>',
    segment,
    'segment-item': segment,
    skeleton: '<l-skeleton loading="{{on}}" rows="{{n + 2}}" avatar title active="{{on}}">{{text}}</l-skeleton>',
    'slide-view':
      '<l-slide-view width="{{750}}" height="{{n * 100}}" slide-width="{{200}}" disabled="{{off}}"><view slot="left">{{text}}</view><view slot="right">删除</view></l-slide-view>',
    spin: '<l-spin show="{{true}}" type="{{on ? \'flash\' : \'rotate\'}}" size="large" /><view>{{text}}</view>',
    'status-show':
      '<l-status-show show="{{true}}" type="{{on ? \'success\' : \'error\'}}" describe="{{text}}" full-screen="{{on}}" />',
    step: steps,
    steps,
    sticky,
    'sticky-item': sticky,
    switch: '<l-switch checked="{{on}}" disabled="{{off}}" size="{{n * 30}}rpx" /><view>{{text}}</view>',
    'tab-bar': {
      markup: '<l-tab-bar list="{{list}}" selected-index="{{n - 1}}" /><view>{{text}}</view>',
      data: { list: [{ text: '首页', iconPath: '/pixel.png', selectedIconPath: '/pixel.png' }] },
    },
    tabpanel: panels('tabs'),
    tabs: panels('tabs', 'swipeable="{{on}}" animated'),
    tag: '<l-tag bg-color="red" plain="{{on}}" select="{{off}}" icon="cart">{{text}}</l-tag>',
    textarea:
      '<l-textarea value="{{n}}" placeholder="请输入" maxlength="{{n * 100}}" indicator="{{on}}" /><view>{{text}}</view>',
    toast:
      '<l-toast show="{{on}}" title="提示" icon="success" duration="{{n * 100}}" mask="{{on}}" /><view>{{text}}</view>',
    transition:
      '<l-transition show="{{on}}" name="fade" duration="{{n * 50}}"><view>内容</view></l-transition><view>{{text}}</view>',
    'water-flow': '<l-water-flow column-gap="{{n * 20}}rpx" /><view>{{text}}</view>',
  },
})
