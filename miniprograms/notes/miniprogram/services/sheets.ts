import type { Colour } from './notes'

/** As app.wxss has them: the bar above the page is the host's and sees no style sheet. */
const light = { paper: '#F5F8F6', amber: '#FFF0D2', rose: '#FDE6E3', sky: '#E0EFFB', mint: '#DCF1E9', lilac: '#ECE7F9' }
const dark = { paper: '#0F1613', amber: '#332A17', rose: '#372220', sky: '#182A37', mint: '#14322A', lilac: '#292439' }

/** Gives the navigation bar the colour of the note's paper. */
export function paintBar(colour: Colour): void {
  const isDark = wx.getAppBaseInfo().theme === 'dark'
  wx.setNavigationBarColor({
    frontColor: isDark ? '#ffffff' : '#000000',
    backgroundColor: (isDark ? dark : light)[colour],
    // The page has gone meanwhile, and its bar with it.
    fail() {},
  })
}
