import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Me } from '@banyan/contract/identity'

const bin = fileURLToPath(new URL('../bin/banyan.mjs', import.meta.url))
const commands = [
  'create',
  'dev',
  'auto',
  'build',
  'login',
  'preview',
  'upload',
  'submit',
  'publish',
  'gray',
  'rollback',
  'versions',
  'logs',
  'open',
  'doctor',
  'completion',
]

interface RunOptions {
  home?: string
  input?: string
  lang?: string
  nodeOptions?: string
}

async function banyan(args: readonly string[], options: RunOptions = {}) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: {
      PATH: process.env['PATH'],
      LC_ALL: options.lang ?? 'en_US.UTF-8',
      XDG_CONFIG_HOME: options.home ?? tmpdir(),
      NODE_OPTIONS: options.nodeOptions ?? '',
    },
  })
  const read = async (stream: NodeJS.ReadableStream) => {
    let text = ''
    for await (const chunk of stream) text += chunk
    return text
  }
  child.stdin.end(options.input ?? '')
  const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test.each([
  ['English', 'en_US.UTF-8', 'Examples:', 'Usage:'],
  ['Chinese', 'zh_CN.UTF-8', '示例：', '用法：'],
])('every command explains itself with examples, in %s', async (_, lang, heading, usage) => {
  const results = await Promise.all(commands.map((command) => banyan([command, '--help'], { lang })))
  for (const [at, { code, stdout }] of results.entries()) {
    expect(code).toBe(0)
    expect(stdout).toContain(heading)
    expect(stdout).toContain(usage)
    expect(stdout).toContain(`$ banyan ${commands[at]}`)
  }
})

test('ends with 2 and a pointer to the help when it is called wrongly', async () => {
  const wrong = [
    ['nonsense'],
    ['build'],
    ['dev', '.', '--port', 'x'],
    ['upload', '.', '--nonsense'],
    ['preview', '--hours', '0'],
    ['submit', '--publish', 'someday'],
    ['logs', '--only', 'everything'],
    ['gray', 'start', '--percent', '200'],
    ['completion', 'tcsh'],
  ]
  for (const args of wrong) {
    const { code, stdout, stderr } = await banyan(args)
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
    expect(stderr).toContain('--help')
  }
})

test('create makes a project with its name in it, and refuses a folder that has files', async () => {
  const folder = await temporaryFolder()
  const made = await banyan(['create', join(folder, 'corner-shop'), '--json'])
  expect(made.code).toBe(0)
  expect(JSON.parse(made.stdout)).toEqual({ ok: true, folder: join(folder, 'corner-shop'), template: 'native-ts' })
  const config = JSON.parse(await readFile(join(folder, 'corner-shop', 'project.config.json'), 'utf8'))
  expect(config.projectname).toBe('corner-shop')
  expect(await readdir(join(folder, 'corner-shop'))).toContain('.gitignore')

  await writeFile(join(folder, 'mine.txt'), 'mine')
  const refused = await banyan(['create', folder])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('not empty')
  expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
})

test('login checks the key and keeps it where only its owner can read it', async () => {
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === 'Bearer byk_good'
    const me: Me = {
      kind: 'apiKey',
      name: 'laptop',
      email: null,
      role: 'developer',
      platformRole: null,
      permissions: [],
      isConfirmed: false,
      workspaceId: 'w',
      workspaces: [],
    }
    const problem = {
      type: '/docs/errors#identity.keyInvalid',
      title: 'The API key is not valid or was revoked',
      status: 401,
      code: 'identity.keyInvalid',
      requestId: 'r',
    }
    response.writeHead(isKnown ? 200 : 401).end(JSON.stringify(isKnown ? me : problem))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const home = await temporaryFolder()

  const refused = await banyan(['login', '--url', url, '--json'], { home, input: 'byk_bad\n' })
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, error: { code: 'identity.keyInvalid' } })
  expect(await readdir(home)).toEqual([])

  const accepted = await banyan(['login', '--url', `${url}/`], { home, input: 'byk_good\n' })
  expect(accepted).toMatchObject({ code: 0 })
  expect(accepted.stdout).toContain('laptop')
  const file = join(home, 'banyan', 'credentials.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ url, apiKey: 'byk_good' })
})

test('says what to do when nobody has logged in, and when a folder is missing', async () => {
  const folder = await temporaryFolder()
  const upload = await banyan(['upload', folder], { home: folder })
  expect(upload.code).toBe(1)
  expect(upload.stderr).toContain('banyan login')
  const publish = await banyan(['publish', folder, '--app', 'by0123456789abcdef', '--version', '1.0.0'], {
    home: folder,
  })
  expect(publish).toMatchObject({ code: 1, stdout: '' })
  const build = await banyan(['build', join(folder, 'nowhere')])
  expect(build.code).toBe(1)
  expect(build.stderr).toContain('no such folder')
})

test('doctor says of each thing how it stands and what to do, and fails only for what is broken', async () => {
  const folder = await temporaryFolder()
  await banyan(['create', join(folder, 'shop')])
  const well = await banyan(['doctor', join(folder, 'shop'), '--json'], { home: folder })
  expect(well.code).toBe(0)
  const { ok, checks }: { ok: boolean; checks: readonly { id: string; verdict: string; hint?: string }[] } = JSON.parse(
    well.stdout,
  )
  expect(ok).toBe(true)
  expect(checks.map(({ id }) => id)).toEqual(['node', 'browser', 'port', 'project', 'link', 'login'])
  for (const { verdict, hint } of checks) expect(verdict === 'good' || hint !== undefined).toBe(true)

  await writeFile(join(folder, 'shop', 'miniprogram', 'app.json'), '{')
  const broken = await banyan(['doctor', join(folder, 'shop')], { home: folder })
  expect(broken.code).toBe(1)
  expect(broken.stdout).toContain('app.json is not valid JSON')

  const config = join(folder, 'banyan')
  await mkdir(config)
  await writeFile(join(config, 'credentials.json'), JSON.stringify({ url: 'http://127.0.0.1:1', apiKey: 'byk_any' }))
  const away = await banyan(['doctor', folder, '--json'], { home: folder })
  expect(away.code).toBe(1)
  expect(JSON.parse(away.stdout).checks.at(-1)).toMatchObject({ id: 'network', verdict: 'bad' })
})

test('the completion of bash knows commands, commands below them, and options', async () => {
  const { stdout } = await banyan(['completion', 'bash'])
  const complete = async (words: readonly string[]) => {
    const script = `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})\nCOMP_CWORD=${words.length - 1}\n_banyan\nprintf '%s\\n' "\${COMPREPLY[@]}"`
    const child = spawn('bash', ['--norc', '-c', script], { cwd: tmpdir() })
    let text = ''
    for await (const chunk of child.stdout) text += chunk
    return text.trim().split('\n')
  }
  expect(await complete(['banyan', 'pu'])).toContain('publish')
  expect(await complete(['banyan', 'gray', 'sta'])).toEqual(expect.arrayContaining(['start', 'status']))
  expect(await complete(['banyan', 'gray', 'start', '--per'])).toContain('--percent')
  expect(await complete(['banyan', 'upload', '.', '--desc'])).toEqual(['--description'])
})

test('zsh and fish get scripts that name every command', async () => {
  for (const shell of ['zsh', 'fish']) {
    const { code, stdout } = await banyan(['completion', shell])
    expect(code).toBe(0)
    for (const command of commands) expect(stdout).toContain(`'${command}`)
  }
})

test('a command that needs neither compiler nor platform loads neither', async () => {
  const hook = `import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context) } })`
  const nodeOptions = `--import=data:text/javascript,${encodeURIComponent(hook)}`
  const { code, stderr } = await banyan(['completion', 'bash'], { nodeOptions })
  expect(code).toBe(0)
  const packages = new Set(stderr.match(/(?<=\/node_modules\/)(?:@[^/]+\/)?[^/]+|packages\/\w+/g))
  expect([...packages].toSorted()).toEqual(['commander', 'packages/cli'])
})
