/** Templates that every app may choose from, as WeChat's public library: a title, and keywords of which two to five are taken. */
import type { KeywordType, TemplateKind } from '@banyan/contract/messages'

export interface LibraryKeyword {
  kid: number
  name: string
  type: KeywordType
  example: string
}

export interface LibraryTemplate {
  tid: number
  title: string
  kind: TemplateKind
  categoryId: number
  keywords: readonly LibraryKeyword[]
}

export const libraryCategories = [
  { id: 1, name: '生活服务' },
  { id: 2, name: '电商平台' },
  { id: 3, name: '教育' },
  { id: 4, name: '政务民生' },
] as const

const examples: Readonly<Record<KeywordType, string>> = {
  thing: '一杯咖啡',
  number: '6',
  letter: 'ABC',
  symbol: '!',
  character_string: 'A20260101',
  time: '2026年1月1日 15:30',
  date: '2026年1月1日',
  amount: '¥12.50',
  phone_number: '13800138000',
  car_number: '粤A12345',
  name: '张三',
  phrase: '已完成',
}

function template(
  tid: number,
  title: string,
  [categoryId, kind]: readonly [number, TemplateKind],
  ...names: readonly (readonly [string, KeywordType])[]
): LibraryTemplate {
  const keywords = names.map(([name, type], index) => ({ kid: index + 1, name, type, example: examples[type] }))
  return { tid, title, kind, categoryId, keywords }
}

export const templateLibrary: readonly LibraryTemplate[] = [
  template(
    1001,
    '订单支付成功通知',
    [2, 'once'],
    ['订单编号', 'character_string'],
    ['商品名称', 'thing'],
    ['支付金额', 'amount'],
    ['支付时间', 'time'],
    ['备注', 'thing'],
  ),
  template(
    1002,
    '订单发货通知',
    [2, 'once'],
    ['订单编号', 'character_string'],
    ['快递公司', 'thing'],
    ['快递单号', 'character_string'],
    ['发货时间', 'time'],
    ['收货地址', 'thing'],
  ),
  template(
    1003,
    '退款通知',
    [2, 'once'],
    ['订单编号', 'character_string'],
    ['退款金额', 'amount'],
    ['退款时间', 'time'],
    ['退款原因', 'thing'],
    ['退款状态', 'phrase'],
  ),
  template(
    1004,
    '取餐提醒',
    [1, 'once'],
    ['取餐码', 'character_string'],
    ['门店', 'thing'],
    ['餐品', 'thing'],
    ['取餐时间', 'time'],
    ['温馨提示', 'thing'],
  ),
  template(
    1005,
    '预约成功通知',
    [1, 'once'],
    ['预约项目', 'thing'],
    ['预约时间', 'time'],
    ['预约人', 'name'],
    ['联系电话', 'phone_number'],
    ['地址', 'thing'],
  ),
  template(
    1006,
    '排队到号提醒',
    [1, 'once'],
    ['当前号码', 'character_string'],
    ['排队门店', 'thing'],
    ['等待人数', 'number'],
    ['取号时间', 'time'],
  ),
  template(
    1007,
    '活动开始提醒',
    [1, 'once'],
    ['活动名称', 'thing'],
    ['开始时间', 'time'],
    ['活动地点', 'thing'],
    ['备注', 'thing'],
  ),
  template(
    1008,
    '审核结果通知',
    [1, 'once'],
    ['审核内容', 'thing'],
    ['审核结果', 'phrase'],
    ['审核时间', 'time'],
    ['备注', 'thing'],
  ),
  template(
    1009,
    '会员到期提醒',
    [1, 'once'],
    ['会员名称', 'name'],
    ['到期时间', 'date'],
    ['会员等级', 'thing'],
    ['备注', 'thing'],
  ),
  template(
    1010,
    '上课提醒',
    [3, 'once'],
    ['课程名称', 'thing'],
    ['上课时间', 'time'],
    ['上课老师', 'name'],
    ['上课地点', 'thing'],
  ),
  template(
    2001,
    '账单通知',
    [4, 'longTerm'],
    ['账单类型', 'thing'],
    ['账单金额', 'amount'],
    ['账单日期', 'date'],
    ['户号', 'character_string'],
  ),
  template(
    2002,
    '业务办理进度通知',
    [4, 'longTerm'],
    ['业务名称', 'thing'],
    ['办理进度', 'phrase'],
    ['更新时间', 'time'],
    ['办理部门', 'thing'],
  ),
]
