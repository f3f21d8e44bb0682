const zh = {
  heading: '小程序',
  search: '搜索小程序',
  find: '搜索',
  all: '全部',
  inbox: '消息',
  me: '我的',
  console: '控制台',
  empty: '还没有已发布的小程序。',
  hint: '在控制台创建小程序、上传并发布一个版本，它就会出现在这里。',
  nothing: '没有找到相符的小程序。',
  nothingHint: '换一个词，或查看全部小程序。',
  found: (query: string) => `“${query}”的搜索结果`,
  categories: '分类',
}

export type PortalTexts = typeof zh

const en: PortalTexts = {
  heading: 'Mini-programs',
  search: 'Search mini-programs',
  find: 'Search',
  all: 'All',
  inbox: 'Messages',
  me: 'Me',
  console: 'Console',
  empty: 'No mini-program has been published yet.',
  hint: 'Create one in the console, upload and publish a version, and it appears here.',
  nothing: 'No mini-program matches.',
  nothingHint: 'Try another word, or look at all of them.',
  found: (query) => `Results for “${query}”`,
  categories: 'Categories',
}

export const portalTexts = { zh, en } as const

const names = {
  tools: ['工具', 'Tools'],
  shopping: ['购物', 'Shopping'],
  food: ['美食', 'Food'],
  travel: ['出行', 'Travel'],
  life: ['生活', 'Everyday life'],
  education: ['教育', 'Education'],
  health: ['健康', 'Health'],
  finance: ['金融', 'Finance'],
  government: ['政务', 'Government'],
  media: ['资讯', 'Media'],
  social: ['社交', 'Community'],
  business: ['商务', 'Business'],
  games: ['游戏', 'Games'],
} as const

/** Of a main category, in Chinese and in English. */
export const categoryNames: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map(Object.entries(names))
