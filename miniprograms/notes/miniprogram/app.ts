App({
  onPageNotFound() {
    wx.reLaunch({ url: '/pages/list/list' })
  },
})
