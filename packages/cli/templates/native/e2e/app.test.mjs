import { test } from 'node:test'
import { openApp } from './phone.mjs'

test('打卡一次，再新建一个习惯', async (t) => {
  const phone = await openApp(t)
  await phone.waitForText('完成 0 / 3')
  await phone.tap('[aria-label="喝八杯水"]')
  await phone.waitForText('完成 1 / 3')
  await phone.tap('.add')
  await phone.waitForText('图标')
})
