import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appSources } from '../testing/app-sources.ts'
import { launchPhones, type Phone } from '../testing/phone-page.ts'
import { type ServedApp, serveApp } from '../testing/serve-app.ts'

let phones: Awaited<ReturnType<typeof launchPhones>>
let served: ServedApp
let phone: Phone
beforeAll(async () => {
  phones = await launchPhones()
  served = await serveApp(appSources({ methods: {} }))
  phone = await phones.open(served.home)
  await phone.node('shown').waitFor()
})
afterAll(async () => {
  await phones.close()
  await served.close()
})

/** What a hole in a document's code could be used for: each gives what it got hold of. */
const sinks: Readonly<Record<string, () => unknown>> = {
  markup: () => Object.assign(document.createElement('div'), { innerHTML: '<b></b>' }).firstChild,
  unguardedFrame: () => Object.assign(document.createElement('iframe'), { srcdoc: '<script>1</script>' }),
  frameWithAnotherPolicy: () =>
    Object.assign(document.createElement('iframe'), {
      srcdoc: '<!doctype html><html lang="en"><head><meta charset="utf-8"><script>1</script>',
    }),
  foreignScript: () => Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }),
  textAsScript: () => Object.assign(document.createElement('script'), { text: '1' }),
  handler: () => document.createElement('div').setAttribute('onclick', '1'),
  secondPolicy: () => Reflect.get(window, 'trustedTypes').createPolicy('own', { createHTML: String }),
  secondDefault: () => Reflect.get(window, 'trustedTypes').createPolicy('default', { createHTML: String }),
}

/** A text is evaluated by the debugger, so the functions come as texts. */
async function frameOnTop(): Promise<Frame> {
  const handle = await phone.page.locator('section.page.shown iframe').elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('no frame is shown')
  return frame
}

const attempt = (name: string) =>
  `(() => { try { (${sinks[name]?.toString()})(); return 'done' } catch (error) { return error.name } })()`

test.each(Object.keys(sinks))('%s is refused in the host page and in a page frame', async (name) => {
  expect(await phone.page.evaluate(attempt(name)), 'host').toBe('TypeError')
  const frame = await frameOnTop()
  expect(await frame.evaluate(attempt(name)), 'frame').toBe('TypeError')
})

test('documents that run nothing may be read, and a text without a tag is a text', async () => {
  const read = () => {
    const parsed = new DOMParser().parseFromString('<b>1</b>', 'text/html').body.firstElementChild?.tagName
    const text = Object.assign(document.createElement('div'), { innerHTML: 'a &amp; b' }).textContent
    return [parsed, text]
  }
  expect(await phone.page.evaluate(read)).toEqual(['B', 'a & b'])
  expect(await phone.top.locator('body').evaluate(read)).toEqual(['B', 'a & b'])
})
