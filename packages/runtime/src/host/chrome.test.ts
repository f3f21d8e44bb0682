import { afterAll, beforeAll, expect, test } from 'vitest'
import { appSources } from '../testing/app-sources.ts'
import { launchPhones, type Phone } from '../testing/phone-page.ts'
import { serveApp, type ServedApp } from '../testing/serve-app.ts'

let phones: Awaited<ReturnType<typeof launchPhones>>
let served: ServedApp
beforeAll(async () => {
  phones = await launchPhones()
  served = await serveApp(
    appSources({
      methods: {
        toast: "wx.showToast({ title: '已加入购物车', duration: 60000, success: show })",
        loading:
          "wx.showLoading({ title: '请稍候', mask: true }); setTimeout(() => wx.hideLoading({ success: show }), 50)",
        modal: "wx.showModal({ title: '删除地址', content: '删除后不能恢复。', complete: show })",
        editable: "wx.showModal({ title: '备注', editable: true, placeholderText: '写点什么', complete: show })",
        sheet: "wx.showActionSheet({ itemList: ['拍照', '从相册选择'], complete: show })",
        title:
          "wx.setNavigationBarTitle({ title: '新标题' }); wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#0b7a63', complete: show })",
        badge: "wx.setTabBarBadge({ index: 1, text: '3', complete: show })",
        badIndex: "wx.setTabBarBadge({ index: 7, text: '3', complete: show })",
        hideTabs: 'wx.hideTabBar({ complete: () => show(wx.getWindowInfo().windowHeight) })',
        info: 'const info = wx.getSystemInfoSync(); show([info.windowWidth, info.windowHeight, info.screenHeight, info.theme, info.language])',
        preview: "wx.previewImage({ urls: ['/dot.svg', '/dot.svg'] })",
        permission: "wx.authorize({ scope: 'scope.userLocation', complete: show })",
        copy: "wx.setClipboardData({ data: '榕', complete: show })",
      },
    }),
  )
})
afterAll(async () => {
  await phones.close()
  await served.close()
})

async function answer(phone: Phone, text: string): Promise<void> {
  await phone.node('out').filter({ hasText: text }).waitFor()
}

test('a toast is announced politely and takes no taps', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('toast')
  await phone.page.getByRole('status').filter({ hasText: '已加入购物车' }).waitFor()
  await answer(phone, 'showToast:ok')
  await phone.tap('loading')
  await answer(phone, 'hideLoading:ok')
  expect(await phone.page.locator('.toast').count()).toBe(0)
  await phone.close()
})

test('a modal takes and holds the focus, and Escape cancels it', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('modal')
  const dialog = phone.page.getByRole('alertdialog', { name: '删除地址' })
  const holdsFocus = () => dialog.evaluate((panel) => panel.contains(document.activeElement))
  await expect.poll(holdsFocus).toBe(true)
  for (let count = 0; count < 5; count++) {
    await phone.page.keyboard.press('Tab')
    expect(await holdsFocus()).toBe(true)
  }
  await phone.page.keyboard.press('Escape')
  await answer(phone, '"confirm":false,"cancel":true')
  await phone.tap('modal')
  await dialog.getByRole('button', { name: '确定' }).tap()
  await answer(phone, '"confirm":true,"cancel":false')
  await phone.close()
})

test('an editable modal answers with what was typed', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('editable')
  await phone.page.getByPlaceholder('写点什么').fill('不要辣')
  await phone.page.getByRole('button', { name: '确定' }).tap()
  await answer(phone, '"content":"不要辣"')
  await phone.close()
})

test('an action sheet answers with the item, or fails with cancel', async () => {
  const phone = await phones.open(served.home)
  const risen = () =>
    phone.page
      .locator('.sheet')
      .evaluate((sheet) => Promise.all(sheet.getAnimations().map((animation) => animation.finished)).then(() => true))
  await phone.tap('sheet')
  await risen()
  await phone.page.getByRole('button', { name: '从相册选择' }).tap()
  await answer(phone, '"tapIndex":1')
  await phone.tap('sheet')
  await risen()
  await phone.page.getByRole('button', { name: '取消' }).tap()
  await answer(phone, 'showActionSheet:fail cancel')
  await phone.close()
})

test('the navigation bar takes title and colours, and the document the title', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('title')
  await answer(phone, 'setNavigationBarColor:ok')
  const bar = phone.page.locator('section.shown header')
  expect(await bar.evaluate((header) => getComputedStyle(header).color)).toBe('rgb(255, 255, 255)')
  expect(await phone.page.title()).toBe('新标题')
  await phone.close()
})

test('badges show, a wrong index fails, and a hidden tab bar gives its room to the page', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('info')
  await answer(phone, '[375,573,667,"light","zh_CN"]')
  expect(await phone.top.locator('body').evaluate(() => innerHeight)).toBe(573)
  await phone.tap('badge')
  await phone.page.locator('.badge:visible').filter({ hasText: '3' }).waitFor()
  await phone.tap('badIndex')
  await answer(phone, 'setTabBarBadge:fail tabbar item not found')
  await phone.tap('hideTabs')
  await answer(phone, '623')
  expect(await phone.page.getByRole('tablist').isVisible()).toBe(false)
  await phone.close()
})

test('pictures open full screen and close with Escape', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('preview')
  await phone.page.getByRole('dialog', { name: '第 1 张，共 2 张' }).waitFor()
  await phone.page.keyboard.press('ArrowRight')
  await phone.page.getByRole('dialog', { name: '第 2 张，共 2 张' }).waitFor()
  await phone.page.keyboard.press('Escape')
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(phone.faults).toEqual([])
  await phone.close()
})

test('a permission is asked once, remembered, and can be changed in the settings', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('permission')
  await phone.page.getByRole('button', { name: '拒绝' }).tap()
  await answer(phone, 'authorize:fail auth deny')
  await phone.page.getByRole('button', { name: '更多' }).tap()
  await phone.page.getByRole('button', { name: '设置' }).tap()
  await phone.page.getByRole('switch', { name: '获取你的位置信息' }).check()
  await phone.page.getByRole('button', { name: '完成' }).tap()
  await phone.tap('permission')
  await answer(phone, 'authorize:ok')
  await phone.close()
})

test('in dark mode the chrome and the app are dark, and the app hears of a change', async () => {
  const phone = await phones.open(served.home, { colorScheme: 'dark' })
  await phone.tap('info')
  await answer(phone, '"dark"')
  const color = () =>
    phone.page.locator('section.shown header').evaluate((header) => getComputedStyle(header).backgroundColor)
  expect(await color()).toBe('rgb(23, 32, 28)')
  await phone.page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(color).toBe('rgb(255, 255, 255)')
  await phone.tap('info')
  await answer(phone, '"light"')
  await phone.close()
})

test('on a wide screen the app stands in a column of a phone', async () => {
  const phone = await phones.open(served.home, {
    viewport: { width: 1200, height: 800 },
    isMobile: false,
    hasTouch: true,
  })
  await phone.tap('info')
  await answer(phone, '[480,706,800')
  const box = await phone.page.locator('.app').boundingBox()
  expect(box).toMatchObject({ x: 360, width: 480 })
  await phone.close()
})
