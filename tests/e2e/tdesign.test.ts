/** `tdesign-miniprogram`: every component lives and dies on a page that uses it. */
import { testComponentLibrary } from '../support/component-life.ts'
import { chatCases } from './tdesign-chat.cases.ts'

const options = [
  { label: '选项一', value: 1 },
  { label: '选项二', value: 2 },
]
const tree = [
  {
    label: '浙江',
    value: '33',
    children: [{ label: '杭州', value: '3301', children: [{ label: '西湖', value: '330106' }] }],
  },
]
const choices = (tag: string, value: string) =>
  `<t-${tag}-group value="{{${value}}}"><t-${tag} value="1" label="{{text}}" /><t-${tag} value="2" label="乙" disabled="{{off}}" content="内容" /></t-${tag}-group>`
const collapse =
  '<t-collapse value="{{[n - 1]}}" expand-mutex="{{on}}"><t-collapse-panel header="{{text}}" value="{{0}}">甲</t-collapse-panel><t-collapse-panel header="二" value="{{1}}">乙</t-collapse-panel></t-collapse>'
const row = '<t-row gutter="{{n * 8}}"><t-col span="{{n * 4}}" offset="{{n}}">{{text}}</t-col></t-row>'
const grid =
  '<t-grid column="{{n + 1}}" border="{{on}}"><t-grid-item wx:for="{{n}}" wx:key="*this" text="{{text}}" icon="home" badge-props="{{badge}}" /></t-grid>'
const steps =
  '<t-steps current="{{n - 1}}" layout="{{on ? \'vertical\' : \'horizontal\'}}"><t-step-item title="{{text}}" content="内容" /><t-step-item title="二" icon="cart" /></t-steps>'
const tabs =
  '<t-tabs value="{{n - 1}}" sticky="{{off}}" animation="{{motion}}"><t-tab-panel value="{{0}}" label="{{text}}" panel="甲" /><t-tab-panel value="{{1}}" label="二" panel="乙" badge-props="{{badge}}" /></t-tabs>'
const tabBar =
  '<t-tab-bar value="{{n}}" theme="{{on ? \'normal\' : \'tag\'}}" split="{{on}}"><t-tab-bar-item value="{{1}}" icon="home">{{text}}</t-tab-bar-item><t-tab-bar-item value="{{2}}" icon="user" badge-props="{{badge}}">我的</t-tab-bar-item></t-tab-bar>'
const sideBar =
  '<t-side-bar value="{{n}}"><t-side-bar-item value="{{1}}" label="{{text}}" /><t-side-bar-item value="{{2}}" label="二" disabled="{{off}}" badge-props="{{badge}}" /></t-side-bar>'
const dropdown =
  '<t-dropdown-menu arrow-icon="caret-down-small"><t-dropdown-item label="{{text}}" options="{{options}}" value="{{n}}" /></t-dropdown-menu>'
const indexes =
  '<t-indexes index-list="{{on ? [\'A\', \'B\'] : [\'A\']}}" sticky="{{on}}"><t-indexes-anchor index="A" /><view>{{text}}</view></t-indexes>'
const picker =
  '<t-picker visible="{{true}}" title="{{text}}" value="{{[n]}}" use-popup="{{false}}"><t-picker-item options="{{options}}" /></t-picker>'
const form =
  '<t-form data="{{model}}" rules="{{rules}}" label-width="{{n * 60}}" colon="{{on}}"><t-form-item label="{{text}}" name="name" help="帮助"><t-input value="{{n}}" /></t-form-item></t-form>'
const formData = { model: { name: '' }, rules: { name: [{ required: true, message: '必填' }] } }
const withOptions = (markup: string) => ({
  markup,
  data: { options, tree, badge: { count: 3 }, motion: { duration: 0.3 } },
  shows: '新文字',
})
const shown = '<view>{{text}}</view>'

testComponentLibrary({
  package: 'tdesign-miniprogram',
  folder: 'miniprogram_dist',
  prefix: 't',
  size: 105,
  sampleStep: 4,
  cases: {
    ...chatCases,
    'action-sheet': {
      markup:
        '<t-action-sheet visible="{{true}}" items="{{items}}" description="{{text}}" show-cancel="{{on}}" theme="{{on ? \'list\' : \'grid\'}}" />',
      data: { items: ['选项一', { label: '选项二', icon: 'app', disabled: true }] },
      shows: '新文字',
    },
    avatar:
      '<t-avatar image="{{src}}" shape="{{on ? \'circle\' : \'round\'}}" size="large" /><t-avatar>{{text}}</t-avatar>',
    'avatar-group':
      '<t-avatar-group max="{{n}}" cascading="left-up"><t-avatar wx:for="{{3}}" wx:key="*this">{{item}}</t-avatar></t-avatar-group><view>{{text}}</view>',
    'back-top':
      '<t-back-top text="{{text}}" theme="{{on ? \'round\' : \'half-round\'}}" scroll-top="{{n * 1000}}" visibility-height="{{0}}" />',
    badge: '<t-badge count="{{n * 60}}" dot="{{off}}" content="{{text}}" shape="ribbon" />',
    button: '<t-button theme="primary" loading="{{on}}" disabled="{{off}}" icon="app">{{text}}</t-button>',
    calendar:
      '<t-calendar visible="{{true}}" type="{{on ? \'single\' : \'range\'}}" title="{{text}}" use-popup="{{false}}" />',
    cascader: {
      markup:
        '<t-cascader visible="{{false}}" title="{{text}}" options="{{tree}}" theme="step" /><view>{{text}}</view>',
      data: { tree },
      shows: '新文字',
    },
    cell: '<t-cell title="{{text}}" note="{{n}}" description="描述" arrow="{{on}}" left-icon="app" />',
    'cell-group':
      '<t-cell-group title="{{text}}" theme="card" bordered="{{on}}"><t-cell title="一" /><t-cell title="二" wx:if="{{on}}" /></t-cell-group>',
    'check-tag': '<t-check-tag content="{{text}}" checked="{{on}}" closable />',
    checkbox: '<t-checkbox checked="{{on}}" label="{{text}}" icon="line" indeterminate="{{off}}" />',
    'checkbox-group': choices('checkbox', "on ? ['1'] : ['2']"),
    col: row,
    collapse,
    'collapse-panel': collapse,
    'color-picker': `<t-color-picker visible="{{true}}" value="{{on ? '#ff0000' : '#00ff00'}}" type="multiple" enable-alpha />${shown}`,
    'config-provider': '<t-config-provider theme-vars="{{off}}"><t-button>{{text}}</t-button></t-config-provider>',
    'count-down': `<t-count-down time="{{n * 100000}}" format="HH:mm:ss" auto-start="{{on}}" split-with-unit />${shown}`,
    'date-time-picker':
      '<t-date-time-picker visible="{{true}}" title="{{text}}" mode="{{on ? \'date\' : \'minute\'}}" value="2026-03-0{{n}}" start="2020-01-01" end="2030-12-31" />',
    dialog:
      '<t-dialog visible="{{true}}" title="{{text}}" content="内容" confirm-btn="确定" cancel-btn="取消" close-on-overlay-click="{{on}}" />',
    divider: '<t-divider content="{{text}}" align="{{on ? \'left\' : \'right\'}}" dashed="{{off}}" />',
    drawer: {
      markup:
        '<t-drawer visible="{{true}}" placement="{{on ? \'left\' : \'right\'}}" title="{{text}}" items="{{items}}" />',
      data: { items: [{ title: '菜单', icon: 'app' }] },
      shows: '新文字',
    },
    'dropdown-item': { ...withOptions(dropdown), shows: '选项二' },
    'dropdown-menu': { ...withOptions(dropdown), shows: '选项二' },
    empty: '<t-empty icon="info-circle-filled" description="{{text}}"><view slot="action">{{n}}</view></t-empty>',
    fab: '<t-fab icon="add" text="{{text}}" draggable="{{on}}" />',
    'fab/draggable':
      "<t-fab_draggable direction=\"{{on ? 'all' : 'vertical'}}\"><view>{{text}}</view></t-fab_draggable>",
    footer: '<t-footer text="{{text}}" />',
    form: { markup: form, data: formData, shows: '新文字' },
    'form-item': { markup: form, data: formData, shows: '新文字' },
    grid: withOptions(grid),
    'grid-item': withOptions(grid),
    guide: {
      markup:
        '<view class="guided">{{text}}</view><t-guide current="{{-1}}" hide-counter="{{on}}" steps="{{steps}}" />',
      data: { steps: [{ title: '第一步', body: '说明', placement: 'bottom' }] },
    },
    icon: '<t-icon name="{{on ? \'app\' : \'add\'}}" size="{{n * 20}}" color="red" />',
    image: '<t-image src="{{src}}" width="{{n * 40}}" mode="aspectFill" shape="round" error="失败" />',
    'image-viewer': {
      markup: `<t-image-viewer visible="{{true}}" images="{{images}}" initial-index="{{n - 1}}" show-index="{{on}}" delete-btn close-btn />${shown}`,
      data: { images: ['/pixel.png', '/pixel.png'] },
    },
    indexes,
    'indexes-anchor': indexes,
    input:
      '<t-input label="{{text}}" value="{{n}}" placeholder="请输入" clearable="{{on}}" tips="提示" status="error" maxlength="{{n * 10}}" />',
    link: '<t-link content="{{text}}" theme="primary" underline="{{on}}" disabled="{{off}}" prefix-icon="link" />',
    loading:
      '<t-loading loading="{{true}}" text="{{text}}" theme="{{on ? \'circular\' : \'dots\'}}" size="{{n * 20}}px" />',
    message: `<t-message visible="{{true}}" content="{{text}}" theme="success" duration="{{-1}}" close-btn="{{on}}" />${shown}`,
    'message-item': `<t-message-item visible="{{on}}" content="消息" theme="{{on ? 'info' : 'error'}}" />${shown}`,
    navbar: '<t-navbar title="{{text}}" left-arrow="{{on}}" fixed="{{off}}" />',
    'notice-bar':
      '<t-notice-bar visible="{{true}}" content="{{text}}" theme="{{on ? \'info\' : \'error\'}}" prefix-icon="sound" />',
    overlay: '<t-overlay visible="{{true}}" duration="{{n * 10}}" z-index="{{100 + n}}">{{text}}</t-overlay>',
    paragraph: '<t-paragraph content="{{text}}" ellipsis="{{on}}">{{text}}</t-paragraph>',
    picker: withOptions(picker),
    'picker-item': withOptions(picker),
    popover: `<t-popover visible="{{true}}" content="气泡" placement="{{on ? 'top' : 'bottom'}}" theme="light"><view>{{text}}</view></t-popover>`,
    popup:
      '<t-popup visible="{{true}}" placement="{{on ? \'bottom\' : \'top\'}}" close-btn="{{on}}"><view>{{text}}</view></t-popup>',
    progress:
      '<t-progress percentage="{{n * 30}}" theme="{{on ? \'line\' : \'plump\'}}" label="{{text}}" status="warning" />',
    'pull-down-refresh':
      '<t-pull-down-refresh value="{{false}}" success-duration="{{n * 100}}"><view>{{text}}</view></t-pull-down-refresh>',
    qrcode: `<t-qrcode value="https://example.com/{{n}}" size="{{n * 80}}" status="{{on ? 'active' : 'expired'}}" />${shown}`,
    'qrcode/components/qrcode-canvas': `<t-qrcode_components_qrcode-canvas value="{{text}}" size="{{n * 80}}" />${shown}`,
    'qrcode/components/qrcode-status': `<t-qrcode_components_qrcode-status status="{{on ? 'loading' : 'scanned'}}" />${shown}`,
    radio: '<t-radio checked="{{on}}" label="{{text}}" icon="dot" disabled="{{off}}" />',
    'radio-group': choices('radio', "on ? '1' : '2'"),
    rate: `<t-rate value="{{n}}" count="{{n + 4}}" allow-half="{{on}}" show-text />${shown}`,
    result: '<t-result theme="{{on ? \'success\' : \'error\'}}" title="{{text}}" description="描述" />',
    row,
    'scroll-view': '<t-scroll-view><view>{{text}}</view></t-scroll-view>',
    search: `<t-search value="{{n}}" placeholder="搜索" action="{{text}}" center="{{on}}" />${shown}`,
    segmented: {
      markup: '<t-segmented value="{{n}}" options="{{options}}" block="{{on}}" />',
      data: { options },
      shows: '选项二',
    },
    'side-bar': withOptions(sideBar),
    'side-bar-item': withOptions(sideBar),
    skeleton: `<t-skeleton loading="{{on}}" theme="paragraph" animation="gradient" delay="{{0}}">${shown}</t-skeleton>`,
    slider:
      '<t-slider value="{{n * 20}}" min="{{0}}" max="{{100}}" label="{{text}}" disabled="{{off}}" marks="{{[0, 50]}}" />',
    'step-item': steps,
    stepper: `<t-stepper value="{{n}}" min="{{0}}" max="{{9}}" theme="filled" disabled="{{off}}" />${shown}`,
    steps,
    sticky: '<t-sticky offset-top="{{n * 10}}" disabled="{{off}}"><view>{{text}}</view></t-sticky>',
    'swipe-cell': {
      markup: '<t-swipe-cell right="{{right}}" opened="{{off}}" disabled="{{on}}"><view>{{text}}</view></t-swipe-cell>',
      data: { right: [{ text: '删除', style: 'width: 60px', className: 'delete' }] },
      shows: '新文字',
    },
    swiper: {
      markup: `<t-swiper list="{{list}}" current="{{n - 1}}" navigation="{{navigation}}" autoplay="{{off}}" />${shown}`,
      data: { list: ['/pixel.png', '/pixel.png'], navigation: { type: 'dots' } },
    },
    'swiper-nav': `<t-swiper-nav current="{{n - 1}}" total="{{4}}" type="{{on ? 'dots' : 'fraction'}}" show-controls />${shown}`,
    switch: `<t-switch value="{{on}}" loading="{{off}}" size="large" label="{{['开', '关']}}" />${shown}`,
    'tab-bar': withOptions(tabBar),
    'tab-bar-item': withOptions(tabBar),
    'tab-panel': withOptions(tabs),
    table: {
      markup: '<t-table data="{{rows}}" columns="{{columns}}" row-key="id" bordered="{{on}}" stripe="{{off}}" />',
      data: { rows: [{ id: 1, name: '甲' }], columns: [{ colKey: 'name', title: '姓名', width: 100 }] },
      update: {
        rows: [
          { id: 1, name: '甲' },
          { id: 2, name: '乙' },
        ],
      },
      shows: '乙',
    },
    tabs: withOptions(tabs),
    tag: '<t-tag theme="primary" closable="{{on}}" variant="light" icon="discount">{{text}}</t-tag>',
    text: '<t-text content="{{text}}" strong="{{on}}">{{text}}</t-text>',
    textarea:
      '<t-textarea label="{{text}}" value="{{n}}" maxlength="{{n * 100}}" indicator="{{on}}" placeholder="请输入" />',
    title: '<t-title content="{{text}}" level="h{{n}}">{{text}}</t-title>',
    toast: `<t-toast visible="{{on}}" message="提示" theme="success" duration="{{0}}" />${shown}`,
    transition:
      '<t-transition visible="{{true}}" name="fade" duration="{{n * 50}}"><view>{{text}}</view></t-transition>',
    'tree-select': withOptions(
      `<t-tree-select options="{{tree}}" value="{{on ? ['33', '3301', ''] : ['33', '3301', '330106']}}" height="{{n * 200}}" />${shown}`,
    ),
    upload: {
      markup: `<t-upload files="{{files}}" max="{{n + 3}}" media-type="{{['image']}}" draggable="{{off}}" />${shown}`,
      data: { files: [{ url: '/pixel.png', name: 'a.png', type: 'image' }] },
      update: {
        files: [
          { url: '/pixel.png', type: 'image', status: 'loading', percent: 30 },
          { url: '/pixel.png', type: 'image', status: 'failed' },
        ],
      },
    },
    watermark: '<t-watermark content="水印{{n}}" alpha="0.{{n}}"><view>{{text}}</view></t-watermark>',
  },
})
