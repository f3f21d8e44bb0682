import type { ComponentCase } from '../support/component-life.ts'

const january = new Date(2026, 0, 1).getTime()
const december = new Date(2026, 11, 31).getTime()
const options = [
  { text: '全部', value: 0 },
  { text: '新款', value: 1 },
]
const actions = [{ name: '选项一' }, { name: '选项二', subname: '描述' }]
const areaList = {
  province_list: { 110000: '北京市', 120000: '天津市' },
  city_list: { 110100: '北京市区', 120100: '天津市区' },
  county_list: { 110101: '东城区', 110102: '西城区', 120101: '和平区' },
}
const regions = [{ text: '浙江', value: '33', children: [{ text: '杭州', value: '3301' }] }]
const tree = [
  {
    text: '浙江',
    children: [
      { text: '杭州', id: 1 },
      { text: '温州', id: 2 },
    ],
  },
]

/** Components that others bring along: no page names them. */
export const innerComponents = ['calendar/components/header', 'calendar/components/month', 'share-sheet/options']

/** One page for each component of `@vant/weapp`: how it is used, what the page's data is, and what changes while it is shown. */
export const vantCases: Readonly<Record<string, ComponentCase>> = {
  'action-sheet': {
    markup: '<van-action-sheet show="{{show}}" title="{{title}}" actions="{{actions}}" cancel-text="取消" />',
    data: { show: true, title: '标题', actions },
    update: { title: '新标题', actions: [...actions, { name: '选项三', loading: true }] },
    shows: '新标题',
  },
  area: {
    markup: '<van-area area-list="{{areaList}}" value="{{value}}" />',
    data: { areaList, value: '110101' },
    update: { value: '120101' },
    shows: '和平区',
  },
  button: {
    markup:
      '<van-button type="primary" loading="{{loading}}" icon="plus" disabled="{{disabled}}">{{text}}</van-button>',
    data: { text: '按钮', loading: false, disabled: false },
    update: { text: '提交', disabled: true },
    shows: '提交',
  },
  calendar: {
    markup:
      '<van-calendar show="{{show}}" poppable="{{false}}" min-date="{{min}}" max-date="{{max}}" type="{{type}}" title="{{title}}" />',
    data: { show: true, min: january, max: new Date(2026, 1, 28).getTime(), type: 'single', title: '选择日期' },
    update: { type: 'range', title: '选择区间' },
    shows: '选择区间',
  },
  card: {
    markup: '<van-card num="{{num}}" price="{{price}}" desc="描述" title="{{title}}" tag="标签" />',
    data: { num: 2, price: '10.00', title: '商品' },
    update: { price: '12.50', title: '新商品' },
    shows: '新商品',
  },
  cascader: {
    markup: '<van-cascader value="{{value}}" title="{{title}}" options="{{options}}" />',
    data: { value: '', title: '地区', options: regions },
    update: { title: '所在地区', value: '3301' },
    shows: '杭州',
  },
  cell: {
    markup: '<van-cell title="{{title}}" value="内容" label="描述" is-link icon="location-o" />',
    data: { title: '单元格' },
    update: { title: '新单元格' },
    shows: '新单元格',
  },
  'cell-group': {
    markup: '<van-cell-group title="{{title}}" inset="{{inset}}"><van-cell title="一" /></van-cell-group>',
    data: { title: '分组', inset: false },
    update: { title: '新分组', inset: true },
    shows: '新分组',
  },
  checkbox: {
    markup: '<van-checkbox value="{{checked}}" shape="square">{{text}}</van-checkbox>',
    data: { checked: true, text: '复选框' },
    update: { checked: false, text: '未选' },
    shows: '未选',
  },
  'checkbox-group': {
    markup:
      '<van-checkbox-group value="{{value}}"><van-checkbox wx:for="{{names}}" wx:key="*this" name="{{item}}">{{item}}</van-checkbox></van-checkbox-group>',
    data: { value: ['a'], names: ['a', 'b'] },
    update: { value: ['a', 'c'], names: ['a', 'b', 'c'] },
    shows: 'c',
  },
  circle: {
    markup: '<van-circle value="{{value}}" text="{{text}}" />',
    data: { value: 30, text: '30%' },
    update: { value: 60, text: '60%' },
  },
  col: {
    markup: '<van-row gutter="20"><van-col span="{{span}}" offset="2">{{text}}</van-col></van-row>',
    data: { span: 8, text: '八' },
    update: { span: 12, text: '十二' },
    shows: '十二',
  },
  collapse: {
    markup:
      '<van-collapse value="{{active}}" accordion><van-collapse-item title="一" name="1">甲</van-collapse-item><van-collapse-item title="二" name="2">乙</van-collapse-item></van-collapse>',
    data: { active: '1' },
    update: { active: '2' },
    shows: '乙',
  },
  'collapse-item': {
    markup:
      '<van-collapse value="{{active}}"><van-collapse-item title="{{title}}" name="1" disabled="{{disabled}}">内容</van-collapse-item></van-collapse>',
    data: { active: ['1'], title: '标题', disabled: false },
    update: { title: '新标题', disabled: true },
    shows: '新标题',
  },
  'config-provider': {
    markup: '<van-config-provider theme-vars="{{vars}}"><van-button>{{text}}</van-button></van-config-provider>',
    data: { vars: { buttonDefaultColor: '#ff0000' }, text: '红' },
    update: { vars: { buttonDefaultColor: '#00ff00' }, text: '绿' },
    shows: '绿',
  },
  'count-down': {
    markup: '<van-count-down time="{{time}}" format="DD 天 HH 时" auto-start="{{false}}" />',
    data: { time: 30 * 60 * 60 * 1000 },
    update: { time: 60 * 60 * 60 * 1000 },
    shows: '02 天 12 时',
  },
  'datetime-picker': {
    markup:
      '<van-datetime-picker type="{{type}}" value="{{value}}" min-date="{{min}}" max-date="{{max}}" title="{{title}}" />',
    data: { type: 'date', value: new Date(2026, 5, 15).getTime(), min: january, max: december, title: '日期' },
    update: { value: new Date(2026, 6, 20).getTime(), title: '新日期' },
    shows: '新日期',
  },
  dialog: {
    markup: '<van-dialog show="{{show}}" title="{{title}}" message="{{message}}" show-cancel-button />',
    data: { show: true, title: '标题', message: '消息' },
    update: { message: '新消息' },
    shows: '新消息',
  },
  divider: {
    markup: '<van-divider content-position="{{position}}" dashed>{{text}}</van-divider>',
    data: { position: 'left', text: '文字' },
    update: { position: 'center', text: '新文字' },
    shows: '新文字',
  },
  'dropdown-item': {
    markup:
      '<van-dropdown-menu><van-dropdown-item value="{{value}}" options="{{options}}" title="{{title}}" /></van-dropdown-menu>',
    data: { value: 0, options, title: '筛选' },
    update: { value: 1, title: '新筛选' },
    shows: '新筛选',
  },
  'dropdown-menu': {
    markup:
      '<van-dropdown-menu active-color="{{color}}"><van-dropdown-item value="{{value}}" options="{{options}}" /></van-dropdown-menu>',
    data: { color: '#1989fa', value: 0, options },
    update: { color: '#ee0a24', value: 1 },
    shows: '新款',
  },
  empty: {
    markup: '<van-empty image="{{image}}" description="{{text}}"><view>底部</view></van-empty>',
    data: { image: 'search', text: '没有结果' },
    update: { image: 'error', text: '出错了' },
    shows: '出错了',
  },
  field: {
    markup:
      '<van-field model:value="{{value}}" label="{{label}}" placeholder="请输入" clearable required error-message="{{error}}" /><van-field type="textarea" autosize value="{{value}}" label="留言" />',
    data: { value: '内容', label: '姓名', error: '' },
    update: { label: '全名', error: '太短' },
    shows: '太短',
  },
  'goods-action': {
    markup:
      '<van-goods-action safe-area-inset-bottom="{{safe}}"><van-goods-action-button text="购买" /></van-goods-action>',
    data: { safe: true },
    update: { safe: false },
    shows: '购买',
  },
  'goods-action-button': {
    markup: '<van-goods-action><van-goods-action-button text="{{text}}" type="{{type}}" /></van-goods-action>',
    data: { text: '加入购物车', type: 'warning' },
    update: { text: '立即购买', type: 'danger' },
    shows: '立即购买',
  },
  'goods-action-icon': {
    markup:
      '<van-goods-action><van-goods-action-icon icon="chat-o" text="{{text}}" info="{{info}}" /></van-goods-action>',
    data: { text: '客服', info: '1' },
    update: { text: '店铺', info: '9' },
    shows: '店铺',
  },
  grid: {
    markup:
      '<van-grid column-num="{{count}}" border="{{border}}"><van-grid-item wx:for="{{4}}" wx:key="*this" icon="photo-o" text="文字" /></van-grid>',
    data: { count: 4, border: true },
    update: { count: 2, border: false },
    shows: '文字',
  },
  'grid-item': {
    markup: '<van-grid><van-grid-item icon="{{icon}}" text="{{text}}" badge="{{badge}}" /></van-grid>',
    data: { icon: 'photo-o', text: '相册', badge: '1' },
    update: { icon: 'home-o', text: '首页', badge: '99+' },
    shows: '首页',
  },
  icon: {
    markup: '<van-icon name="{{name}}" info="{{info}}" size="32px" />',
    data: { name: 'chat-o', info: '9' },
    update: { name: 'close', info: '99+' },
    shows: '99+',
  },
  image: {
    markup: '<van-image width="{{width}}" height="100" src="{{src}}" fit="cover" round lazy-load />',
    data: { width: 100, src: '/pixel.png' },
    update: { width: 200, src: '/missing.png' },
  },
  'index-anchor': {
    markup:
      '<van-index-bar index-list="{{list}}"><van-index-anchor wx:for="{{list}}" wx:key="*this" index="{{item}}" /></van-index-bar>',
    data: { list: ['A', 'B'] },
    update: { list: ['A', 'B', 'C'] },
    shows: 'C',
  },
  'index-bar': {
    markup:
      '<van-index-bar index-list="{{list}}" sticky="{{sticky}}"><van-index-anchor index="A" /><view>甲</view></van-index-bar>',
    data: { list: ['A'], sticky: true },
    update: { list: ['A', 'Z'], sticky: false },
    shows: 'Z',
  },
  info: {
    markup: '<view style="position: relative"><van-info info="{{info}}" dot="{{dot}}" /></view>',
    data: { info: '3', dot: false },
    update: { info: '88' },
    shows: '88',
  },
  loading: {
    markup: '<van-loading type="{{type}}" size="24px">{{text}}</van-loading>',
    data: { type: 'circular', text: '加载中' },
    update: { type: 'spinner', text: '请稍候' },
    shows: '请稍候',
  },
  'nav-bar': {
    markup:
      '<van-nav-bar title="{{title}}" left-text="返回" right-text="按钮" left-arrow fixed="{{fixed}}" placeholder="{{fixed}}" />',
    data: { title: '标题', fixed: false },
    update: { title: '新标题', fixed: true },
    shows: '新标题',
  },
  'notice-bar': {
    markup: '<van-notice-bar text="{{text}}" left-icon="volume-o" mode="{{mode}}" scrollable="{{scrollable}}" />',
    data: { text: '通知', mode: '', scrollable: true },
    update: { text: '新的通知', mode: 'closeable', scrollable: false },
    shows: '新的通知',
  },
  notify: {
    markup: '<van-notify show="{{show}}" type="{{type}}" message="{{message}}" duration="{{0}}" />',
    data: { show: true, type: 'danger', message: '提示' },
    update: { type: 'success', message: '新提示' },
  },
  overlay: {
    markup: '<van-overlay show="{{show}}"><view>{{text}}</view></van-overlay>',
    data: { show: true, text: '遮罩' },
    update: { text: '新遮罩' },
    shows: '新遮罩',
  },
  panel: {
    markup:
      '<van-panel title="{{title}}" desc="描述" status="{{status}}" use-footer-slot><view>内容</view><view slot="footer">脚</view></van-panel>',
    data: { title: '面板', status: '进行中' },
    update: { status: '已完成' },
    shows: '已完成',
  },
  picker: {
    markup: '<van-picker columns="{{columns}}" show-toolbar title="{{title}}" loading="{{loading}}" />',
    data: { columns: ['杭州', '宁波'], title: '城市', loading: false },
    update: { columns: [{ values: ['北京', '上海'], defaultIndex: 1 }], title: '新城市' },
    shows: '新城市',
  },
  'picker-column': {
    markup:
      '<van-picker-column initial-options="{{options}}" value-key="text" visible-item-count="{{count}}" item-height="{{44}}" default-index="{{index}}" />',
    data: { options: ['甲', '乙', '丙'], count: 5, index: 0 },
    update: { index: 2, count: 3 },
    shows: '丙',
  },
  popup: {
    markup: '<van-popup show="{{show}}" position="{{position}}" round closeable>{{text}}</van-popup>',
    data: { show: true, position: 'bottom', text: '弹层' },
    update: { position: 'top', text: '新弹层' },
    shows: '新弹层',
  },
  progress: {
    markup: '<van-progress percentage="{{value}}" stroke-width="8" />',
    data: { value: 30 },
    update: { value: 75 },
    shows: '75%',
  },
  radio: {
    markup: '<van-radio value="{{value}}" name="1">{{text}}</van-radio>',
    data: { value: '1', text: '单选' },
    update: { value: '2', text: '未选' },
    shows: '未选',
  },
  'radio-group': {
    markup:
      '<van-radio-group value="{{value}}"><van-radio wx:for="{{names}}" wx:key="*this" name="{{item}}">项 {{item}}</van-radio></van-radio-group>',
    data: { value: '1', names: ['1', '2'] },
    update: { value: '3', names: ['1', '2', '3'] },
    shows: '项 3',
  },
  rate: {
    markup: '<van-rate value="{{value}}" count="{{count}}" allow-half />',
    data: { value: 3, count: 5 },
    update: { value: 2.5, count: 6 },
  },
  row: {
    markup:
      '<van-row gutter="{{gutter}}"><van-col span="12">左</van-col><van-col span="12">{{text}}</van-col></van-row>',
    data: { gutter: 10, text: '右' },
    update: { gutter: 20, text: '右边' },
    shows: '右边',
  },
  search: {
    markup: '<van-search value="{{value}}" placeholder="搜索" show-action shape="{{shape}}" label="{{label}}" />',
    data: { value: '', shape: 'square', label: '地址' },
    update: { value: '词', shape: 'round', label: '店名' },
    shows: '店名',
  },
  'share-sheet': {
    markup: '<van-share-sheet show="{{show}}" title="{{title}}" options="{{options}}" />',
    data: { show: true, title: '分享', options: [{ name: '微信', icon: 'wechat' }] },
    update: { title: '分享给', options: [[{ name: '微信', icon: 'wechat' }], [{ name: '海报', icon: 'poster' }]] },
    shows: '海报',
  },
  sidebar: {
    markup:
      '<van-sidebar active-key="{{active}}"><van-sidebar-item wx:for="{{names}}" wx:key="*this" title="{{item}}" /></van-sidebar>',
    data: { active: 0, names: ['甲', '乙'] },
    update: { active: 2, names: ['甲', '乙', '丙'] },
    shows: '丙',
  },
  'sidebar-item': {
    markup: '<van-sidebar><van-sidebar-item title="{{title}}" dot="{{dot}}" badge="{{badge}}" /></van-sidebar>',
    data: { title: '标签', dot: true, badge: '' },
    update: { title: '新标签', dot: false, badge: '5' },
    shows: '新标签',
  },
  skeleton: {
    markup: '<van-skeleton title avatar row="{{row}}" loading="{{loading}}"><view>{{text}}</view></van-skeleton>',
    data: { row: 3, loading: true, text: '内容' },
    update: { text: '内容', loading: false },
    shows: '内容',
  },
  slider: {
    markup: '<van-slider value="{{value}}" min="0" max="100" step="5" active-color="{{color}}" />',
    data: { value: 50, color: '#1989fa' },
    update: { value: 20, color: '#ee0a24' },
  },
  stepper: {
    markup: '<van-stepper value="{{value}}" min="1" max="10" disabled="{{disabled}}" />',
    data: { value: 1, disabled: false },
    update: { value: 5, disabled: true },
  },
  steps: {
    markup: '<van-steps steps="{{steps}}" active="{{active}}" direction="{{direction}}" />',
    data: { steps: [{ text: '一步' }, { text: '二步' }], active: 0, direction: 'horizontal' },
    update: {
      steps: [{ text: '一步' }, { text: '二步' }, { text: '三步', desc: '完成' }],
      active: 2,
      direction: 'vertical',
    },
    shows: '三步',
  },
  sticky: {
    markup: '<van-sticky offset-top="{{top}}"><view>{{text}}</view></van-sticky>',
    data: { top: 0, text: '吸顶' },
    update: { top: 50, text: '新吸顶' },
    shows: '新吸顶',
  },
  'submit-bar': {
    markup: '<van-submit-bar price="{{price}}" button-text="{{text}}" tip="{{tip}}" loading="{{loading}}" />',
    data: { price: 3050, text: '提交订单', tip: '', loading: false },
    update: { price: 9900, tip: '请核对地址' },
    shows: '请核对地址',
  },
  'swipe-cell': {
    markup:
      '<van-swipe-cell right-width="{{width}}" left-width="{{0}}"><van-cell title="{{title}}" /><view slot="right">删除</view></van-swipe-cell>',
    data: { width: 65, title: '滑动' },
    update: { width: 100, title: '新滑动' },
    shows: '新滑动',
  },
  switch: {
    markup: '<van-switch checked="{{checked}}" loading="{{loading}}" size="24px" />',
    data: { checked: true, loading: false },
    update: { checked: false, loading: true },
  },
  tab: {
    markup: '<van-tabs><van-tab title="{{title}}" dot="{{dot}}" disabled="{{disabled}}">{{text}}</van-tab></van-tabs>',
    data: { title: '标签', dot: true, disabled: false, text: '内容' },
    update: { title: '新标签', dot: false, text: '新内容' },
    shows: '新内容',
  },
  tabbar: {
    markup:
      '<van-tabbar active="{{active}}" fixed="{{fixed}}"><van-tabbar-item icon="home-o">首页</van-tabbar-item><van-tabbar-item icon="search">搜索</van-tabbar-item></van-tabbar>',
    data: { active: 0, fixed: true },
    update: { active: 1, fixed: false },
    shows: '搜索',
  },
  'tabbar-item': {
    markup:
      '<van-tabbar active="{{0}}"><van-tabbar-item icon="{{icon}}" info="{{info}}" dot="{{dot}}">{{text}}</van-tabbar-item></van-tabbar>',
    data: { icon: 'home-o', info: '1', dot: false, text: '首页' },
    update: { icon: 'search', info: '20', text: '搜索' },
    shows: '20',
  },
  tabs: {
    markup:
      '<van-tabs active="{{active}}" type="{{type}}" swipeable animated sticky><van-tab wx:for="{{names}}" wx:key="*this" title="{{item}}">内容{{item}}</van-tab></van-tabs>',
    data: { active: 0, type: 'line', names: ['一', '二'] },
    update: { active: 2, type: 'card', names: ['一', '二', '三'] },
    shows: '内容三',
  },
  tag: {
    markup: '<van-tag type="{{type}}" plain closeable>{{text}}</van-tag>',
    data: { type: 'primary', text: '标签' },
    update: { type: 'danger', text: '新标签' },
    shows: '新标签',
  },
  toast: {
    markup: '<van-toast show="{{show}}" type="{{type}}" message="{{message}}" />',
    data: { show: true, type: 'loading', message: '加载中' },
    update: { type: 'success', message: '完成' },
    shows: '完成',
  },
  transition: {
    markup: '<van-transition show="{{show}}" name="{{name}}"><view>{{text}}</view></van-transition>',
    data: { show: true, name: 'fade', text: '出现' },
    update: { name: 'slide-up', text: '还在' },
    shows: '还在',
  },
  'tree-select': {
    markup: '<van-tree-select items="{{items}}" main-active-index="{{index}}" active-id="{{id}}" />',
    data: { items: tree, index: 0, id: 1 },
    update: { items: [...tree, { text: '江苏', children: [{ text: '南京', id: 3 }] }], index: 1, id: 3 },
    shows: '南京',
  },
  uploader: {
    markup: '<van-uploader file-list="{{files}}" max-count="{{count}}" upload-text="{{text}}" deletable />',
    data: { files: [{ url: '/pixel.png', isImage: true }], count: 3, text: '上传' },
    update: {
      files: [
        { url: '/pixel.png', isImage: true },
        { url: '/pixel.png', isImage: true, status: 'uploading', message: '上传中' },
      ],
      text: '再传',
    },
    shows: '上传中',
  },
}
