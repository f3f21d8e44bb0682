Page({
  data: { lines: Array.from({ length: 10 }, (_, index) => index + 1) },
})
