import { launchBrowser } from './support/browser.ts'
import { startDev } from './support/dev-process.ts'
import { openApp } from './support/phone.ts'
const root = process.argv[2], pages = process.argv.slice(3)
const [dev, browser] = await Promise.all([startDev(root), launchBrowser()])
try {
  const phone = await openApp(browser, dev.url)
  await phone.page.waitForTimeout(6000)
  console.log('faults', phone.faults.describe().slice(0, 1500))
  console.log((await phone.text()).slice(0, 200))
  await phone.page.screenshot({ path: '/tmp/e0.png' })
  let i = 1
  for (const p of pages) { await phone.goto(dev.url + p); await phone.page.waitForTimeout(1500); await phone.page.screenshot({ path: `/tmp/e${i++}.png` }); console.log(p, phone.faults.describe().slice(0, 800)) ; phone.faults.take?.() }
} catch (e) { console.log(e) } finally { await browser.close(); await dev.stop() }
