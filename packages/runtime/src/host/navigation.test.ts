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
        detail: "wx.navigateTo({ url: '../detail/detail?id=1&name=%E6%A6%95' })",
        deep: "wx.navigateTo({ url: '/sub/pages/deep/deep' })",
        missing: "wx.navigateTo({ url: '/pages/none/none', fail: show })",
        relaunch: "wx.reLaunch({ url: '/pages/detail/detail?id=9' })",
      },
    }),
  )
})
afterAll(async () => {
  await phones.close()
  await served.close()
})

async function shows(phone: Phone, id: string, text: string): Promise<void> {
  await phone.node(id).filter({ hasText: text }).waitFor()
}

test('opens the entry page and puts its address into the bar', async () => {
  const phone = await phones.open(served.home)
  await shows(phone, 'shown', 'shown 1')
  expect(phone.route()).toBe('pages/home/home')
  expect(await phone.page.title()).toBe('榕树小店')
  expect(phone.faults).toEqual([])
  await phone.close()
})

test('the address follows the stack, browser back and forward move it, a reload restores the page', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('detail')
  await shows(phone, 'query', '{"id":"1","name":"%E6%A6%95"}')
  expect(phone.route()).toBe('pages/detail/detail?id=1&name=%25E6%25A6%2595')
  await phone.tap('next')
  await shows(phone, 'query', '{"id":"2"}')
  expect(await phone.page.evaluate(() => history.state)).toMatchObject({ banyan: { depth: 2 } })

  await phone.page.reload()
  await shows(phone, 'query', '{"id":"2"}')
  await phone.page.goBack()
  await shows(phone, 'query', '{"id":"1","name":"%E6%A6%95"}')
  await phone.page.goBack()
  await shows(phone, 'shown', 'shown 1')
  expect(phone.route()).toBe('pages/home/home')
  await phone.page.goForward()
  await shows(phone, 'query', '{"id":"1","name":"%E6%A6%95"}')
  expect(phone.faults).toEqual([])
  await phone.close()
})

test('the back button of the bar and wx.navigateBack go back in the history too', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('detail')
  await phone.tap('next')
  await shows(phone, 'query', '{"id":"2"}')
  await phone.tap('back')
  await shows(phone, 'query', '{"id":"1"')
  await expect.poll(() => phone.route()).toContain('id=1')
  await phone.page.getByRole('button', { name: '返回' }).last().tap()
  await shows(phone, 'shown', 'shown 2')
  await expect.poll(() => phone.route()).toBe('pages/home/home')
  await phone.close()
})

test('a redirect replaces the address, a tab switch goes back to the first entry', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('detail')
  await phone.tap('link')
  await shows(phone, 'query', '{"from":"link"}')
  await phone.page.goBack()
  await shows(phone, 'query', '"id":"1"')
  await phone.tap('replace')
  await shows(phone, 'query', '{}')
  expect(phone.route()).toBe('pages/custom/custom')
  await phone.page.goBack()
  await shows(phone, 'shown', 'shown 2')
  await phone.tap('detail')
  await phone.tap('tab')
  await shows(phone, 'shown', 'mine 1')
  await expect.poll(() => phone.route()).toBe('pages/mine/mine')
  expect(await phone.page.evaluate(() => history.state)).toMatchObject({ banyan: { depth: 0 } })
  await phone.close()
})

test('tab pages stay alive, and the tapped one is told', async () => {
  const phone = await phones.open(served.home)
  await shows(phone, 'shown', 'shown 1')
  await phone.page.getByRole('tab', { name: '我的' }).tap()
  await shows(phone, 'tapped', '我的')
  await phone.page.getByRole('tab', { name: '首页' }).tap()
  await shows(phone, 'shown', 'shown 2')
  expect(await phone.page.getByRole('tab', { name: '首页' }).getAttribute('aria-selected')).toBe('true')
  await phone.close()
})

test('a deep link opens its page with a way home', async () => {
  const phone = await phones.open(`${served.home}pages/detail/detail?id=7&name=%E6%A6%95`)
  await shows(phone, 'query', '{"id":"7","name":"榕"}')
  await phone.page.getByRole('button', { name: '回到首页' }).tap()
  await shows(phone, 'shown', 'shown 1')
  expect(phone.route()).toBe('pages/home/home')
  await phone.close()
})

test('a deep link into a sub-package opens it', async () => {
  const phone = await phones.open(`${served.home}sub/pages/deep/deep`)
  await shows(phone, 'deep', 'deep')
  await phone.close()
  const other = await phones.open(served.home)
  await other.tap('deep')
  await shows(other, 'deep', 'deep')
  await other.close()
})

test('after a reload navigateBack opens the page before, although it is not alive', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('detail')
  await phone.tap('next')
  await shows(phone, 'query', '{"id":"2"}')
  await phone.page.reload()
  await shows(phone, 'query', '{"id":"2"}')
  await phone.tap('back')
  await shows(phone, 'query', '{"id":"1","name":"%E6%A6%95"}')
  await phone.tap('next')
  await shows(phone, 'query', '{"id":"2"}')
  await phone.tap('back')
  await shows(phone, 'query', '{"id":"1"')
  expect(phone.faults).toEqual([])
  await phone.close()
})

test('an address of no page says so and leads home', async () => {
  const phone = await phones.open(`${served.home}pages/none/none`)
  await phone.page.getByRole('heading', { name: '页面不存在' }).waitFor()
  await phone.page.getByRole('alert').getByRole('button').tap()
  await shows(phone, 'shown', 'shown 1')
  await phone.close()
})

test('refusals of navigation have the words of WeChat', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('missing')
  await shows(phone, 'out', 'navigateTo:fail page \\"pages/none/none\\" is not found')
  await phone.tap('relaunch')
  await shows(phone, 'query', '{"id":"9"}')
  await phone.tap('back')
  await shows(phone, 'out', 'navigateBack:fail cannot navigate back at first page.')
  await phone.close()
})

test('a fast double back ends on the first page with the address in step', async () => {
  const phone = await phones.open(served.home)
  await phone.tap('detail')
  await phone.tap('next')
  await shows(phone, 'query', '{"id":"2"}')
  await phone.page.evaluate(() => {
    history.back()
    history.back()
  })
  await shows(phone, 'shown', 'shown 2')
  await expect.poll(() => phone.route()).toBe('pages/home/home')
  await phone.close()
})
