/** The categories of a fresh installation. */
import type { MainCategory } from './categories.ts'

type Names = readonly [zh: string, en: string]
type Entry = readonly [names: Names, subs: Readonly<Record<string, Names>>]

const other: Names = ['其他', 'Other']

const entries: Readonly<Record<string, Entry>> = {
  tools: [
    ['工具', 'Tools'],
    {
      office: ['办公', 'Office'],
      calculator: ['计算', 'Calculators'],
      weather: ['天气', 'Weather'],
      files: ['文件', 'Files'],
      device: ['设备', 'Devices'],
      other,
    },
  ],
  shopping: [
    ['购物', 'Shopping'],
    {
      mall: ['商城', 'Shop'],
      groceries: ['生鲜', 'Groceries'],
      secondHand: ['二手', 'Second hand'],
      brand: ['品牌', 'Brand'],
      other,
    },
  ],
  food: [
    ['餐饮', 'Food'],
    { restaurant: ['餐厅', 'Restaurant'], delivery: ['外卖', 'Delivery'], recipes: ['菜谱', 'Recipes'], other },
  ],
  travel: [
    ['出行', 'Travel'],
    {
      transport: ['交通', 'Transport'],
      hotel: ['酒店', 'Hotels'],
      tickets: ['票务', 'Tickets'],
      guide: ['攻略', 'Guides'],
      other,
    },
  ],
  life: [
    ['生活', 'Life'],
    {
      housekeeping: ['家政', 'Housekeeping'],
      property: ['物业', 'Property'],
      beauty: ['美业', 'Beauty'],
      pets: ['宠物', 'Pets'],
      weddings: ['婚庆', 'Weddings'],
      other,
    },
  ],
  education: [
    ['教育', 'Education'],
    {
      school: ['学校', 'School'],
      training: ['培训', 'Training'],
      language: ['语言', 'Languages'],
      exam: ['考试', 'Exams'],
      children: ['少儿', 'Children'],
      other,
    },
  ],
  health: [
    ['健康', 'Health'],
    {
      hospital: ['医院', 'Hospital'],
      pharmacy: ['药店', 'Pharmacy'],
      fitness: ['健身', 'Fitness'],
      advice: ['咨询', 'Advice'],
      other,
    },
  ],
  finance: [
    ['金融', 'Finance'],
    { bank: ['银行', 'Bank'], insurance: ['保险', 'Insurance'], bookkeeping: ['记账', 'Bookkeeping'], other },
  ],
  government: [
    ['政务', 'Government'],
    { services: ['办事', 'Services'], taxes: ['税务', 'Taxes'], police: ['公安', 'Police'], other },
  ],
  media: [
    ['文娱', 'Media'],
    { news: ['资讯', 'News'], reading: ['阅读', 'Reading'], video: ['视频', 'Video'], music: ['音乐', 'Music'], other },
  ],
  social: [
    ['社交', 'Social'],
    {
      community: ['社区', 'Community'],
      dating: ['交友', 'Dating'],
      events: ['活动', 'Events'],
      charity: ['公益', 'Charity'],
      other,
    },
  ],
  business: [
    ['商务', 'Business'],
    {
      customers: ['客户管理', 'Customers'],
      recruiting: ['招聘', 'Recruiting'],
      logistics: ['物流', 'Logistics'],
      legal: ['法律', 'Legal'],
      other,
    },
  ],
  games: [
    ['游戏', 'Games'],
    { casual: ['休闲', 'Casual'], board: ['棋牌', 'Board and cards'], education: ['益智', 'Puzzles'], other },
  ],
}

export const defaultCategories: MainCategory[] = Object.entries(entries).map(([key, [names, subs]]) => ({
  ...present(key, names),
  subs: Object.entries(subs).map(([subKey, subNames]) => present(subKey, subNames)),
}))

function present(key: string, [zh, en]: Names) {
  return { key, name: { zh, en }, isHidden: false }
}
