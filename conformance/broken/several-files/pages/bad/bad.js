Page({
  onLoad( {
})
