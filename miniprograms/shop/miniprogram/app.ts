App({
  onPageNotFound() {
    wx.switchTab({ url: '/pages/home/home' })
  },
})
