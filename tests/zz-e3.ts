import { launchBrowser } from './support/browser.ts'
import { startDev } from './support/dev-process.ts'
const [dev, browser] = await Promise.all([startDev(process.argv[2]), launchBrowser()])
const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })).newPage()
page.on('console', m => console.log('console', m.type(), m.text().slice(0, 300)))
page.on('pageerror', e => console.log('pageerror', e.message, e.stack?.slice(0, 500)))
page.on('requestfailed', r => console.log('failed', r.url()))
page.on('response', r => { if (r.status() >= 400) console.log(r.status(), r.url()) })
await page.goto(dev.url); await page.waitForTimeout(3000)
for (const f of page.frames()) console.log(f.url(), (await f.evaluate(() => document.body?.outerHTML.slice(0, 1500))).slice(0, 1500))
console.log(dev.output().slice(0, 1000))
await browser.close(); await dev.stop()
