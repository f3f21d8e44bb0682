Page({
  data: { lines: Array.from({ length: 20 }, (_, index) => index + 1) },
  back() {
    wx.navigateBack()
  },
})
