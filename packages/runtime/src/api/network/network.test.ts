import { afterAll, beforeAll, test } from 'vitest'
import { appSources } from '../../testing/app-sources.ts'
import { launchPhones, type Phone } from '../../testing/phone-page.ts'
import { serveApp, type ServedApp } from '../../testing/serve-app.ts'

const api = 'https://api.example.test'
let phones: Awaited<ReturnType<typeof launchPhones>>
let served: ServedApp
let phone: Phone

beforeAll(async () => {
  phones = await launchPhones()
  served = await serveApp(
    appSources({
      methods: {
        get: `wx.request({ url: '${api}/items', data: { page: 1 }, header: { 'x-app': '榕' }, success: ({ statusCode, data, header, cookies }) => show([statusCode, data, header['Content-Type'], cookies]), fail: show })`,
        post: `wx.request({ url: '${api}/items', method: 'POST', data: { name: '榕' } }).then((answer) => show(answer.data), show)`,
        refused: `wx.request({ url: '${api}/refused', fail: show })`,
        timeout: `wx.request({ url: '${api}/hang', timeout: 30, fail: show })`,
        abort: `const task = wx.request({ url: '${api}/hang', fail: show }); setTimeout(() => task.abort(), 30)`,
        invalid: "wx.request({ url: 'items', fail: show })",
        download: `wx.downloadFile({ url: '${api}/file.txt', success: ({ tempFilePath }) => wx.getFileSystemManager().readFile({ filePath: tempFilePath, encoding: 'utf8', complete: show }), fail: show })`,
        upload: `wx.downloadFile({ url: '${api}/file.txt', success: ({ tempFilePath }) => wx.uploadFile({ url: '${api}/upload', filePath: tempFilePath, name: 'doc', formData: { kind: 'note' }, success: ({ data }) => show(data), fail: show }) })`,
        login: 'wx.login({ complete: show })',
      },
    }),
    {
      target({ url, method, headers, body }) {
        const { pathname } = new URL(url)
        if (pathname === '/hang') return { hangs: true }
        if (pathname === '/refused') return { refusal: 'url not in domain list' }
        if (pathname === '/file.txt') return { headers: [['content-type', 'text/plain']], body: 'hello 榕' }
        if (pathname === '/upload')
          return { body: body.toString().includes('hello 榕') ? headers.map(([name]) => name).join() : 'no file' }
        if (method === 'POST') return { body: JSON.stringify({ got: JSON.parse(body.toString()) }) }
        return {
          status: 201,
          headers: [
            ['content-type', 'application/json'],
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ],
          body: JSON.stringify({ url, app: headers.find(([name]) => name === 'x-app')?.[1] }),
        }
      },
    },
  )
  phone = await phones.open(served.home)
})
afterAll(async () => {
  await phones.close()
  await served.close()
})

async function expectOut(id: string, text: string): Promise<void> {
  await phone.tap(id)
  await phone.node('out').filter({ hasText: text }).waitFor()
}

test('wx.request goes through the gateway and brings status, data, headers and cookies', async () => {
  await expectOut('get', `[201,{"url":"${api}/items?page=1","app":"榕"},"application/json",["a=1","b=2"]]`)
  await expectOut('post', '{"got":{"name":"榕"}}')
})

test('a refusal of the gateway, a time-out and an abort each fail in their own words', async () => {
  await expectOut('refused', 'request:fail url not in domain list')
  await expectOut('timeout', 'request:fail timeout')
  await expectOut('abort', 'request:fail abort')
  await expectOut('invalid', 'request:fail invalid url')
})

test('a downloaded file can be read and uploaded again', async () => {
  await expectOut('download', '"data":"hello 榕"')
  await expectOut('upload', 'content-type')
})

test('wx.login brings the one-time code of the platform', async () => {
  await expectOut('login', '"code":"one-time-code"')
})
