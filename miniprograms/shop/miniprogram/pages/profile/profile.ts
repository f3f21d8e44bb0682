import { appearanceChoice, chooseAppearance, type Appearance } from '../../services/appearance'
import { fetchOrders } from '../../services/api'
import { showCartBadge } from '../../services/cart'
import { chooseLanguage, languageChoice, type LanguageChoice } from '../../services/language'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const states = ['toPay', 'toShip', 'shipped', 'done'] as const
const icons = { toPay: 'wallet', toShip: 'box', shipped: 'truck', done: 'smile' } as const
const appearances: readonly Appearance[] = ['system', 'light', 'dark']
const languages: readonly LanguageChoice[] = ['system', 'zh', 'en']

Page({
  data: {
    t: zh.profile,
    shortcuts: shortcuts({}),
    appearance: '',
    language: '',
  },
  onLoad() {
    wx.setNavigationBarTitle({ title: texts().profile.title })
  },
  onShow() {
    const { profile } = texts()
    this.setData({
      t: profile,
      shortcuts: shortcuts({}),
      appearance: profile.appearances[appearanceChoice()],
      language: profile.languages[languageChoice()],
    })
    showCartBadge()
    void this.countOrders()
  },
  async countOrders() {
    try {
      const orders = await fetchOrders('')
      const counts: Record<string, number> = {}
      for (const { state } of orders) counts[state] = (counts[state] ?? 0) + 1
      this.setData({ shortcuts: shortcuts(counts) })
    } catch {
      // The numbers are an extra; the orders page says what is wrong.
    }
  },
  openOrders(event: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: `/packages/order/pages/orders/orders?state=${event.currentTarget.dataset['state']}` })
  },
  openAddresses() {
    wx.navigateTo({ url: '/packages/order/pages/addresses/addresses' })
  },
  openAbout() {
    wx.navigateTo({ url: '/pages/about/about' })
  },
  pickAppearance() {
    const words = this.data.t.appearances
    wx.showActionSheet({
      itemList: appearances.map((name) => words[name]),
      success: ({ tapIndex }) => {
        chooseAppearance(appearances[tapIndex] ?? 'system')
        restart()
      },
      fail: stay,
    })
  },
  pickLanguage() {
    const words = this.data.t.languages
    wx.showActionSheet({
      itemList: languages.map((name) => words[name]),
      success: ({ tapIndex }) => {
        chooseLanguage(languages[tapIndex] ?? 'system')
        restart()
      },
      fail: stay,
    })
  },
})

function shortcuts(counts: Readonly<Record<string, number>>) {
  const words = texts().order.states
  return states.map((state) => ({
    state,
    icon: icons[state],
    name: words[state],
    count: state === 'done' ? 0 : (counts[state] ?? 0),
  }))
}

/** Pages ask for words and colours when they open: open them anew. */
function restart(): void {
  wx.reLaunch({ url: '/pages/profile/profile' })
}

function stay(): void {}
