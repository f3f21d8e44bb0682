/* 商品页 */ Page({
  data: { name: '商品' title: 1 },
})
