/** The page for newcomers, step by step: its commands, in its order, with another port alone. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { readCommands, readPage, typeCommand } from '../support/page-commands.ts'
import type { TypedCommand } from '../support/page-commands.ts'
import { openApp } from '../support/phone.ts'

const page = 'en/getting-started.md'

test('the page has the same commands in both languages', async () => {
  expect(await readCommands('zh-CN/getting-started.md')).toEqual(await readCommands(page))
})

test('a newcomer who types what the page says has a published mini-program', async () => {
  const home = await mkdtemp(join(tmpdir(), 'banyan-newcomer-'))
  // Else the database of root lies in a place of its own, which this test would not clear away.
  await chmod(home, 0o755)
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const port = await freePort()
  const environment = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    PORT: String(port),
    BANYAN_DATA: join(home, 'data'),
    BANYAN_LOG_LEVEL: 'warn',
    // A newcomer's terminal is no build server.
    CI: '',
  }
  const commands = (await readCommands(page)).map((line) => line.replace('8080', String(port)))
  const type = (start: string): TypedCommand => {
    const command = commands.shift() ?? ''
    expect(command).toContain(start)
    return typeCommand(command, environment)
  }
  const succeed = async (start: string): Promise<string> => {
    const typed = type(start)
    expect({ start, code: await typed.end(), output: typed.output() }).toMatchObject({ start, code: 0 })
    return typed.output()
  }

  const platform = type('npm start')
  onTestFinished(async () => void (await platform.end('SIGINT')))
  const [, setupUrl = ''] = await platform.printed(/Owner set-up +(\S+)[\s\S]*Ctrl-C stops it/)
  const cookie = await makeOwner(new URL(setupUrl))

  const login = type('login')
  const [, verificationUrl = '', userCode = ''] = await login.printed(/Open (\S+) [\s\S]*code ([A-Z-]+)/)
  expect((await fetch(verificationUrl, { headers: { cookie } })).status).toBe(200)
  await approve(new URL(verificationUrl).origin, userCode, cookie)
  expect({ code: await login.end(), output: login.output() }).toMatchObject({ code: 0 })

  await succeed('create')
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const dev = type('dev')
  onTestFinished(async () => void (await dev.end('SIGINT')))
  const [, devUrl = ''] = await dev.printed(/^ready (\S+)/m)
  const phone = await openApp(browser, devUrl)
  await phone.waitForText('添加习惯')
  await editAsThePageSays(join(home, 'my-habits'))
  await phone.waitForText('再来一个')
  await dev.end('SIGINT')

  expect(await succeed('upload')).toContain('1.0.0')
  const [previewUrl = ''] = /http:\/\/\S+/.exec(await succeed('preview')) ?? []
  await phone.goto(previewUrl)
  await phone.waitForText('再来一个')

  await succeed('publish')
  const [url = ''] = /http:\/\/\S+/.exec(await succeed('open')) ?? []
  await phone.goto(url)
  await phone.waitForText('完成 0 / 3')

  expect(await succeed('upload')).toContain('1.0.1')
  await succeed('publish')
  expect(await succeed('rollback')).toContain('1.0.0')
  expect(await succeed('logs')).toContain('the first was better')
  expect(await succeed('doctor')).toContain('My habits')
  expect(commands).toEqual([])
})

/** Step 2, as the form does it. */
async function makeOwner(setup: URL): Promise<string> {
  expect((await fetch(setup)).status).toBe(200)
  const response = await post(setup.origin, '/api/v1/setup', {
    token: setup.searchParams.get('token'),
    name: 'Ann',
    email: 'ann@example.com',
    password: 'a long password',
  })
  expect(response.status).toBe(201)
  return (response.headers.get('set-cookie') ?? '').split(';', 1).join('')
}

/** Step 3, with the tick that lets it publish. */
async function approve(origin: string, userCode: string, cookie: string): Promise<void> {
  const response = await post(origin, '/api/v1/device/approve', { userCode, role: 'admin' }, cookie)
  expect(response.status).toBe(204)
}

function post(origin: string, path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin, cookie }
  return fetch(new URL(path, origin), { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Step 5: "in `file`, replace `this` by `that`". */
async function editAsThePageSays(root: string): Promise<void> {
  const [, file = '', from = '', to = ''] =
    /in `(\S+\.wxml)`, replace `(.+?)` by `(.+?)`/.exec(await readPage(page)) ?? []
  const content = await readFile(join(root, file), 'utf8')
  expect(content).toContain(from)
  await writeFile(join(root, file), content.replace(from, to))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
