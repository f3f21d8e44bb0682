/** The two languages of the generated pages. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

export type Words = Readonly<Record<Language, string>>

export function both(zh: string, en: string): Words {
  return { 'zh-CN': zh, en }
}

export const words = {
  title: both('兼容性', 'Compatibility'),
  intro: both(
    '小程序在 Banyan 中能用什么。这些页面由接口表和一致性用例生成（`npm run conformance:docs`），不要手工修改；`wx.canIUse` 和编译器的提示来自同一张表。',
    'What mini-programs find in Banyan. These pages are generated from the tables of the contract and the conformance cases (`npm run conformance:docs`): do not edit them. `wx.canIUse` and the warnings of the compiler come from the same tables.',
  ),
  group: both('分组', 'Group'),
  cases: both('用例', 'Cases'),
  components: both('组件', 'Components'),
  functions: both('接口', 'Functions'),
  framework: both('框架', 'Framework'),
  feature: both('功能', 'Feature'),
  attribute: both('属性', 'Attribute'),
  event: both('事件', 'Event'),
  type: both('类型', 'Type'),
  support: both('支持', 'Support'),
  notes: both('说明', 'Notes'),
  name: both('名称', 'Name'),
  real: both('支持', 'real'),
  degraded: both('部分支持', 'degraded'),
  inert: both('占位', 'inert'),
  soft: both('暂不支持', 'soft'),
  supportMeans: both(
    '“支持”：行为与微信一致。“部分支持”：可用，差别见说明。“占位”：组件按其大小显示内容，没有行为。“暂不支持”：函数存在，调用时走 `fail`（`errMsg` 为 `<名称>:fail not supported`），`wx.canIUse` 返回 `false`。',
    '"real": it behaves as in WeChat. "degraded": it works, the notes say what differs. "inert": the component shows its content at its size and has no behaviour. "soft": the function exists and fails softly (`errMsg` is `<name>:fail not supported`), and `wx.canIUse` says `false`.',
  ),
  common: both(
    '所有组件都有 `id`、`class`、`style`、`hidden`、`data-*`、`mark:*`、`aria-*`，以及触摸、轻按、长按、动画和过渡事件。',
    'Every component also has `id`, `class`, `style`, `hidden`, `data-*`, `mark:*`, `aria-*`, and the events of touches, taps, long presses, animations and transitions.',
  ),
  engines: both('浏览器引擎', 'Browser engines'),
  asksOf: both('适用于该引擎的用例', 'Cases that ask this engine'),
  asksMean: both(
    '数字是适用于该引擎的用例数，不是运行结果：其余用例声明自己无法在该引擎中展示，见下表。驱动缺少某个步骤所需能力（摄像头、定位等）时，用例在运行时自动略过，由 `npm run conformance` 报告。',
    'The numbers count cases that ask the engine, they are no results: the others say that they cannot be shown in it, see below. Where a driver lacks what a step needs (a camera, a position), a case is left out when it runs, as `npm run conformance` reports.',
  ),
  differences: both('不能在某个引擎中展示的用例', 'Cases that cannot be shown in an engine'),
  reason: both('原因', 'Reason'),
  wechat: both('微信文档', 'WeChat'),
  back: both('返回索引', 'Back to the index'),
} as const
