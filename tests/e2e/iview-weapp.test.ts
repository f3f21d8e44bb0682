/** `iview-weapp`: every component lives and dies on a page that uses it. */
import { testComponentLibrary } from '../support/component-life.ts'

const group = (name: string, current: string) =>
  `<i-${name}-group current="{{on ? ${current} : ${current}}}"><i-${name} value="甲{{n}}" /><i-${name} value="乙" disabled /></i-${name}-group><view>{{text}}</view>`
const grid =
  '<i-grid><i-grid-item wx:for="{{n}}" wx:key="*this"><i-grid-icon><image src="{{src}}" /></i-grid-icon><i-grid-label>{{text}}</i-grid-label></i-grid-item></i-grid>'
const steps =
  '<i-steps current="{{n}}"><i-step><view slot="title">{{text}}</view></i-step><i-step wx:if="{{on}}" /></i-steps>'
const tabs =
  '<i-tabs current="{{n}}"><i-tab key="1" title="{{text}}" /><i-tab key="2" title="二" dot="{{on}}" count="{{n}}" /></i-tabs>'
const tabBar =
  '<i-tab-bar current="{{n}}" color="#f00"><i-tab-bar-item key="1" icon="homepage" title="{{text}}" /><i-tab-bar-item key="2" title="我的" count="{{n}}" /></i-tab-bar>'
const sticky =
  '<i-sticky scrollTop="{{n}}"><i-sticky-item><view slot="title">{{text}}</view><view slot="content">内容</view></i-sticky-item></i-sticky>'
const index =
  '<i-index height="{{n}}00px"><i-index-item wx:for="A" wx:key="*this" name="{{item}}"><view>{{text}}</view></i-index-item></i-index>'
const collapse =
  '<i-collapse name="{{n}}" accordion><i-collapse-item title="{{text}}" name="1"><view slot="content">甲</view></i-collapse-item><i-collapse-item title="二" name="2"><view slot="content">乙</view></i-collapse-item></i-collapse>'
const row = '<i-row><i-col span="{{n}}" offset="{{n}}">{{text}}</i-col></i-row>'
const cells = '<i-cell-group><i-cell title="{{text}}" label="描述" value="{{n}}" is-link /></i-cell-group>'

testComponentLibrary({
  package: 'iview-weapp',
  folder: 'dist',
  prefix: 'i',
  isCopied: true,
  size: 50,
  sampleStep: 4,
  cases: {
    'action-sheet': {
      markup:
        '<i-action-sheet visible="{{true}}" actions="{{actions}}" show-cancel><view slot="header">{{text}}</view></i-action-sheet>',
      data: { actions: [{ name: '选项一' }] },
      update: { actions: [{ name: '选项一' }, { name: '选项二', loading: true }] },
      shows: '选项二',
    },
    alert:
      '<i-alert type="{{on ? \'warning\' : \'error\'}}" closable show-icon desc>{{text}}<view slot="desc">描述</view></i-alert>',
    avatar:
      '<i-avatar size="{{on ? \'large\' : \'small\'}}">{{text}}</i-avatar><i-avatar src="{{src}}" shape="square" />',
    badge: '<i-badge count="{{n * 60}}" dot="{{off}}"><view>{{text}}</view></i-badge>',
    button: '<i-button type="primary" loading="{{on}}" disabled="{{off}}">{{text}}</i-button>',
    card: '<i-card title="{{text}}" extra="{{n}}" thumb="{{src}}" full="{{on}}"><view slot="content">内容</view></i-card>',
    cell: '<i-cell title="{{text}}" value="{{n}}" is-link="{{on}}" />',
    'cell-group': cells,
    checkbox: '<i-checkbox value="{{text}}" checked="{{on}}" disabled="{{off}}" />',
    'checkbox-group': group('checkbox', "['甲1']"),
    col: row,
    collapse,
    'collapse-item': collapse,
    'count-down': {
      markup:
        '<i-count-down target="{{at}}" show-day="{{true}}" format="{{format}}" clear-timer="{{off}}" /><view>{{text}}</view>',
      data: { at: 4_000_000_000_000, format: ['天', '时', '分', '秒'] },
      shows: '新文字',
    },
    divider: '<i-divider content="{{text}}" color="#2d8cf0" height="{{n * 20}}" />',
    drawer: '<i-drawer mode="right" visible="{{true}}" mask="{{on}}"><view>{{text}}</view></i-drawer>',
    grid,
    'grid-icon': grid,
    'grid-item': grid,
    'grid-label': grid,
    icon: '<i-icon type="{{on ? \'activity\' : \'add\'}}" size="{{n * 20}}" color="#80848f" />',
    index,
    'index-item': index,
    input: '<i-input title="{{text}}" placeholder="请输入" error="{{off}}" maxlength="{{n * 10}}" type="number" />',
    'input-number': '<i-input-number value="{{n}}" min="{{0}}" max="{{9}}" step="{{n}}" />',
    'load-more': '<i-load-more tip="{{text}}" loading="{{on}}" />',
    message: '<i-message id="message" /><view>{{text}}</view>',
    modal: '<i-modal title="{{text}}" visible="{{true}}" show-cancel="{{on}}"><view>内容</view></i-modal>',
    'notice-bar': '<i-notice-bar icon="systemprompt" loop="{{on}}" closable>{{text}}</i-notice-bar>',
    page: '<i-page current="{{n}}" total="{{9}}"><view slot="prev">上一页</view><view slot="next">{{text}}</view></i-page>',
    panel: '<i-panel title="{{text}}" hide-border="{{on}}"><view>内容</view></i-panel>',
    progress: '<i-progress percent="{{n * 40}}" status="{{on ? \'active\' : \'success\'}}" />',
    radio: '<i-radio value="{{text}}" checked="{{on}}" position="right" />',
    'radio-group': group('radio', "'甲1'"),
    rate: '<i-rate count="{{n + 4}}" value="{{n}}" disabled="{{off}}">{{text}}</i-rate>',
    row,
    slide: '<i-slide /><view>{{text}}</view>',
    spin: "<i-spin size=\"{{on ? 'large' : 'small'}}\" fix custom>{{text}}</i-spin>",
    step: steps,
    steps,
    sticky,
    'sticky-item': sticky,
    swipeout: {
      markup:
        '<i-swipeout actions="{{actions}}" toggle="{{on}}" operate-width="{{n * 80}}"><view slot="content">{{text}}</view></i-swipeout>',
      data: { actions: [{ name: '删除', color: '#fff', fontsize: 20, width: 100, icon: 'delete' }] },
      shows: '新文字',
    },
    switch:
      '<i-switch value="{{on}}" size="large" disabled="{{off}}"><view slot="open">开</view><view slot="close">{{text}}</view></i-switch>',
    tab: tabs,
    'tab-bar': tabBar,
    'tab-bar-item': tabBar,
    tabs,
    tag: '<i-tag name="标签" color="blue" checkable="{{on}}" checked="{{off}}">{{text}}</i-tag>',
    toast: '<i-toast id="toast" /><view>{{text}}</view>',
  },
})
