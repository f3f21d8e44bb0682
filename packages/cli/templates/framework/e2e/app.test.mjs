import { test } from 'node:test'
import { openApp } from './phone.mjs'

// 先执行 npm run build：打开的是编译结果。
test('打卡一次', async (t) => {
  const phone = await openApp(t)
  await phone.waitForText('完成 0 / 3')
  await phone.tap('text=喝八杯水')
  await phone.waitForText('完成 1 / 3')
})
