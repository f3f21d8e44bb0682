Page({
  async onLoad() {
    const { render } = await import('../../utils/render')
    render()
  },
})
