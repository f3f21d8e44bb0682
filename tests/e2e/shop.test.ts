/** The shop from source to a phone: uploaded and published by the command line, then used as a customer would. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openApp } from '../support/phone.ts'
import type { Phone } from '../support/phone.ts'
import { startShopPlatform } from '../support/shop-platform.ts'
import type { ShopPlatform } from '../support/shop-platform.ts'

let platform: ShopPlatform
let browser: Browser

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startShopPlatform(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await platform?.stop()
})

/** A customer's phone at a page of the shop; at the end nothing may have gone wrong in it. */
async function visit(path = ''): Promise<Phone> {
  const phone = await openApp(browser, platform.url + path)
  onTestFinished(() => phone.close())
  return phone
}

async function switchTab(phone: Phone, name: string): Promise<void> {
  await phone.page.getByRole('tab', { name }).tap()
}

/** The first button of that name stands in the page and opens the sheet, the second one stands in the sheet. */
const sheetButton = 'text=加入购物车 >> nth=1'

async function putIntoCart(phone: Phone): Promise<void> {
  await phone.tap('.bottom-bar >> text=加入购物车')
  await phone.tap(sheetButton)
  await (await phone.frame()).locator('.bottom-bar [aria-label^="购物车 1"]').waitFor()
}

const productPath = 'pages/product/product?id=gaiwan'

test('a customer browses, filters, fills the cart, changes a quantity, checks out and finds the order', async () => {
  const phone = await visit()
  await phone.waitForText('店主推荐')

  await phone.tap('.tile:has-text("茶具")')
  await phone.waitForText('10 件商品')
  await phone.tap('.sort:has-text("筛选")')
  const list = await phone.frame()
  await list.locator('input').nth(1).fill('60')
  await list.locator('input').nth(2).fill('100')
  await phone.tap('text=看看结果')
  await phone.waitForText('2 件商品')

  await phone.tap('text=素白盖碗')
  await phone.waitForText('薄胎不烫手')
  expect(phone.page.url()).toBe(platform.url + productPath)
  await phone.tap('.bottom-bar >> text=加入购物车')
  await phone.tap('text=藕粉')
  await phone.waitForText('藕粉 · 小号')
  await phone.tap(sheetButton)
  await phone.tap('.bottom-bar [aria-label^="购物车 1"]')

  await phone.waitForText('满 199 元包邮，还差 ¥110.00')
  expect(phone.page.url()).toBe(`${platform.url}pages/cart/cart`)
  for (const quantity of ['2', '3']) {
    await phone.tap('[aria-label=增加]')
    await phone.waitForText(new RegExp(`素白盖碗[^]*\\n${quantity}\\n`))
  }
  await phone.waitForText('已满 199 元，包邮')
  await phone.tap('.bottom-bar >> text=去结算')

  await phone.waitForText('提交订单')
  expect(phone.page.url()).toContain('/packages/order/pages/checkout/checkout')
  await phone.waitForText(/商品金额\s*¥267\.00\s*运费\s*包邮/)
  await phone.tap('text=添加收货地址')
  await writeAddress(phone)
  await phone.waitForText('西湖区龙井路 1 号')
  await phone.tap('text=提交订单')

  await phone.waitForText('付款后我们就开始打包')
  await phone.tap('text=付款（演示）')
  await phone.waitForText('正在打包')
  const number = /\d{14}/.exec(await phone.text())?.[0] ?? 'no order number'

  await phone.goto(`${platform.url}pages/profile/profile`)
  await phone.tap('.shortcut:has-text("待发货")')
  await phone.waitForText(number)
  await phone.waitForText('藕粉 · 小号')
  expect(phone.faults.list).toEqual([])
})

async function writeAddress(phone: Phone): Promise<void> {
  await phone.tap('text=保存')
  await phone.waitForText('请填写收货人姓名')
  const form = await phone.frame()
  await form.locator('[aria-label=收货人] input, input[aria-label=收货人]').fill('林间')
  await form.locator('[aria-label=手机号] input, input[aria-label=手机号]').fill('13800138000')
  await form.locator('[aria-label=详细地址] input, input[aria-label=详细地址]').fill('西湖区龙井路 1 号')
  await phone.tap('text=选择省份和城市')
  await phone.tap('text=确定')
  await phone.waitForText('北京市')
  await phone.tap('text=保存')
}

test('tabs lead to their pages, keep them alive, and the address follows', async () => {
  const phone = await visit()
  await phone.waitForText('店主推荐')
  await switchTab(phone, '选物')
  await phone.waitForText('60 件商品')
  await phone.tap('.chip:has-text("花器")')
  await phone.waitForText('10 件商品')
  await switchTab(phone, '我的')
  await phone.waitForText('你好，朋友')
  expect(phone.page.url()).toBe(`${platform.url}pages/profile/profile`)
  await switchTab(phone, '选物')
  await phone.waitForText('10 件商品')
  expect(phone.page.url()).toBe(`${platform.url}pages/list/list`)
  expect(phone.faults.list).toEqual([])
})

test('the list loads more when it is scrolled to its end', async () => {
  const phone = await visit('pages/list/list')
  await phone.waitForText('60 件商品')
  const frame = await phone.frame()
  const prices = (text: string) => text.match(/¥\n?\d+/g)?.length ?? 0
  const before = prices(await phone.text())
  await frame.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await phone.waitUntil((text) => prices(text) >= before + 8)
  expect(phone.faults.list).toEqual([])
})

test('the cart survives a reload, and its number stands on the tab', async () => {
  const phone = await visit(productPath)
  await phone.waitForText('薄胎不烫手')
  await putIntoCart(phone)
  await phone.page.reload()
  await phone.waitForText('薄胎不烫手')
  await phone.tap('.bottom-bar [aria-label^="购物车 1"]')
  await phone.waitForText('月白 · 小号')
  await phone.page.getByRole('tab', { name: /^1\s*购物车$/ }).waitFor()
  expect(phone.faults.list).toEqual([])
})

test("the browser's back button goes back one page of the shop", async () => {
  const phone = await visit()
  await phone.waitForText('店主推荐')
  await switchTab(phone, '我的')
  await phone.tap('text=收货地址')
  await phone.waitForText('还没有收货地址')
  // A page that is still sliding in takes no touch.
  await phone.settle()
  await phone.tap('text=新建地址')
  await phone.waitForText('设为默认地址')
  await phone.page.goBack()
  await phone.waitForText('还没有收货地址')
  await phone.page.goBack()
  await phone.waitForText('你好，朋友')
  expect(phone.page.url()).toBe(`${platform.url}pages/profile/profile`)
  expect(phone.faults.list).toEqual([])
})

test('a shared link opens its page, also one of a sub-package, and leads home from there', async () => {
  const product = await visit('pages/product/product?id=moon-jar')
  await product.waitForText('圆得不太完美，才像月亮')
  await product.tap('.bottom-bar [aria-label=首页]')
  await product.waitForText('店主推荐')
  expect(product.page.url()).toBe(`${platform.url}pages/home/home`)
  expect(product.faults.list).toEqual([])

  const orders = await visit('packages/order/pages/orders/orders?state=toPay')
  await orders.waitForText('这里还没有订单')
  expect(orders.faults.list).toEqual([])
})

test('shows what is wrong and tries again when the network is back', async () => {
  const phone = await visit('pages/product/product?id=gaiwan')
  await phone.waitForText('薄胎不烫手')
  await phone.page.context().setOffline(true)
  await phone.tap('.bottom-bar [aria-label=首页]')
  await phone.waitForText('重试')
  await phone.page.context().setOffline(false)
  await phone.tap('text="重试"')
  await phone.waitForText('店主推荐')
})
