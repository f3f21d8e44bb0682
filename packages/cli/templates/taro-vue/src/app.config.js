export default defineAppConfig({
  pages: ['pages/today/index'],
  window: {
    navigationBarTitleText: '今日',
    navigationBarBackgroundColor: '#f5f8f6',
    navigationBarTextStyle: 'black',
  },
})
