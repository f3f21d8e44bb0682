import { afterAll, beforeAll, expect, test } from 'vitest'
import { appSources } from '../testing/app-sources.ts'
import { launchPhones } from '../testing/phone-page.ts'
import { serveApp } from '../testing/serve-app.ts'

let phones: Awaited<ReturnType<typeof launchPhones>>
beforeAll(async () => {
  phones = await launchPhones()
})
afterAll(() => phones.close())

test('a file that is not what the manifest says is refused, and the screen says why', async () => {
  const served = await serveApp(appSources({ methods: {} }), {
    damage(_hash, bytes) {
      const changed = bytes.slice()
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
      return changed
    },
  })
  const phone = await phones.open(served.home)
  const notice = phone.page.getByRole('alert')
  await notice.getByRole('heading', { name: '小程序没有打开' }).waitFor()
  expect(await notice.innerText()).toContain('下载的文件不完整')
  expect(await notice.getByRole('button', { name: '重试' }).isVisible()).toBe(true)
  await phone.close()
  await served.close()
})

test('speaks English to an English reader', async () => {
  const served = await serveApp(appSources({ methods: {} }), { locale: 'en' })
  const phone = await phones.open(`${served.home}pages/none/none`)
  await phone.page.getByRole('heading', { name: 'Page not found' }).waitFor()
  expect(await phone.page.locator('html').getAttribute('lang')).toBe('en')
  await phone.close()
  await served.close()
})

test('the app cannot reach the host page, its storage or the network', async () => {
  const served = await serveApp(
    appSources({
      methods: {
        probe:
          "show(['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB', 'caches', 'importScripts', 'localStorage', 'BroadcastChannel'].filter((name) => typeof globalThis[name] !== 'undefined'))",
        evaluate: "try { show(eval('1 + 1')) } catch (error) { show('refused ' + error.name) }",
      },
    }),
  )
  const phone = await phones.open(served.home)
  await phone.tap('probe')
  await phone.node('out').filter({ hasText: '[]' }).waitFor()
  await phone.tap('evaluate')
  await phone.node('out').filter({ hasText: 'refused' }).waitFor()
  const leaks = await phone.top.locator('body').evaluate(async () => {
    const reached: string[] = []
    await fetch('/f/x').then(
      () => reached.push('fetch'),
      () => undefined,
    )
    try {
      if (parent.document.body !== null) reached.push('parent')
    } catch {
      // An opaque origin may not look.
    }
    return reached
  })
  expect(leaks).toEqual([])
  await phone.close()
  await served.close()
})

test('a frame that navigates itself away is stopped by the policy of the host page', async () => {
  const served = await serveApp(appSources({ methods: {} }))
  const phone = await phones.open(served.home)
  await phone.node('shown').waitFor()
  const asked: string[] = []
  phone.page.on('request', (request) => asked.push(request.url()))
  const refused = phone.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
      }),
  )
  await phone.top.locator('body').evaluate(() => {
    location.href = 'https://example.com/?secret'
  })
  expect(await refused).toBe('frame-src')
  expect(asked.filter((url) => url.includes('example.com'))).toEqual([])
  await phone.close()
  await served.close()
})
