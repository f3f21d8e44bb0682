/** `weui-miniprogram`: every component lives and dies on a page that uses it. */
import { testComponentLibrary } from '../support/component-life.ts'

const buttons = [
  { text: '取消', type: 'default' },
  { text: '确定', type: 'primary' },
]
const form =
  '<mp-form models="{{model}}" rules="{{rules}}"><mp-cells title="{{text}}"><mp-cell prop="name" title="姓名"><input value="{{n}}" /></mp-cell></mp-cells></mp-form>'
const formData = { model: { name: '' }, rules: [{ name: 'name', rules: { required: true, message: '必填' } }] }
const choices =
  '<mp-checkbox-group prop="c" multi="{{on}}"><mp-checkbox label="{{text}}" value="1" checked="{{on}}" /><mp-checkbox label="乙" value="2" disabled="{{off}}" /></mp-checkbox-group>'
const slide = {
  data: { buttons: [{ text: '删除', type: 'warn' }] },
  update: { buttons: [{ text: '收藏' }, { text: '删除', type: 'warn' }] },
  shows: '新文字',
}

testComponentLibrary({
  package: 'weui-miniprogram',
  folder: 'miniprogram_dist',
  prefix: 'mp',
  appStyle: 'weui-miniprogram/weui-wxss/dist/style/weui.wxss',
  size: 22,
  sampleStep: 2,
  cases: {
    actionsheet: {
      markup: '<mp-actionsheet show="{{true}}" title="{{text}}" actions="{{actions}}" show-cancel="{{on}}" />',
      data: { actions: [{ text: '拍照', value: 1 }] },
      update: {
        actions: [
          { text: '拍照', value: 1 },
          { text: '删除', type: 'warn', value: 2 },
        ],
      },
      shows: '删除',
    },
    badge: '<mp-badge content="{{text}}" />',
    cell: '<mp-cell title="{{text}}" value="{{n}}" footer="说明" link="{{on}}" hover show-error="{{off}}" />',
    cells:
      '<mp-cells title="{{text}}" footer="页脚"><mp-cell wx:for="{{n}}" wx:key="*this" value="{{item}}" /></mp-cells>',
    checkbox: choices,
    'checkbox-group': choices,
    dialog: {
      markup:
        '<mp-dialog title="{{text}}" show="{{true}}" buttons="{{buttons}}" mask-closable="{{on}}"><view>内容</view></mp-dialog>',
      data: { buttons },
      shows: '新文字',
    },
    form: { markup: form, data: formData, shows: '新文字' },
    'form-page': {
      markup: `<mp-form-page title="{{text}}" subtitle="副题">${form}<view slot="button">提交</view></mp-form-page>`,
      data: formData,
      shows: '新文字',
    },
    gallery: {
      markup:
        '<mp-gallery show="{{true}}" img-urls="{{urls}}" current="{{n - 1}}" show-delete="{{on}}" /><view>{{text}}</view>',
      data: { urls: ['/pixel.png', '/pixel.png'] },
    },
    grids: {
      markup: '<mp-grids grids="{{grids}}" />',
      data: { grids: [{ imgUrl: '/pixel.png', text: '一', url: '/pages/cell/index' }] },
      update: { grids: [{ imgUrl: '/pixel.png', text: '二' }] },
      shows: '二',
    },
    'half-screen-dialog': {
      markup:
        '<mp-half-screen-dialog show="{{true}}" title="{{text}}" desc="说明" tips="提示" buttons="{{buttons}}" closabled="{{on}}" />',
      data: { buttons },
      shows: '新文字',
    },
    icon: '<mp-icon icon="{{on ? \'play\' : \'pause\'}}" type="{{on ? \'outline\' : \'field\'}}" size="{{n * 20}}" color="red" />',
    loading: '<mp-loading show="{{true}}" type="dot-gray" tips="{{text}}" animated="{{on}}" /><view>{{text}}</view>',
    msg: '<mp-msg type="{{on ? \'success\' : \'error\'}}" title="{{text}}" desc="说明"><view slot="handle">返回</view></mp-msg>',
    'navigation-bar': '<mp-navigation-bar title="{{text}}" back="{{on}}" loading="{{off}}" background="#fff" />',
    searchbar:
      '<mp-searchbar value="{{text}}" placeholder="搜索" focus="{{off}}" cancel="{{on}}" /><view>{{text}}</view>',
    slideview: {
      ...slide,
      markup: '<mp-slideview buttons="{{buttons}}" disable="{{off}}"><view>{{text}}</view></mp-slideview>',
    },
    'slideview/slideview-skyline': {
      ...slide,
      markup:
        '<mp-slideview_slideview-skyline buttons="{{buttons}}"><view>{{text}}</view></mp-slideview_slideview-skyline>',
    },
    tabbar: {
      markup: '<mp-tabbar list="{{list}}" current="{{n - 1}}" />',
      data: { list: [{ text: '首页', iconPath: '/pixel.png', selectedIconPath: '/pixel.png' }] },
      update: {
        list: [
          { text: '首页', iconPath: '/pixel.png', selectedIconPath: '/pixel.png', dot: true },
          { text: '我的', iconPath: '/pixel.png', selectedIconPath: '/pixel.png', badge: 'New' },
        ],
      },
      shows: '我的',
    },
    toptips:
      '<mp-toptips show="{{true}}" type="{{on ? \'info\' : \'error\'}}" msg="{{text}}" delay="{{0}}" /><view>{{text}}</view>',
    uploader: {
      markup:
        '<mp-uploader title="{{text}}" files="{{files}}" max-count="{{n + 3}}" tips="提示" show-delete="{{on}}" />',
      data: { files: [{ url: '/pixel.png' }] },
      update: {
        files: [
          { url: '/pixel.png', loading: true },
          { url: '/pixel.png', error: true },
        ],
      },
      shows: '新文字',
    },
  },
})
