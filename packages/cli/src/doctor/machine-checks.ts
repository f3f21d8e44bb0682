import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Locale } from '../environment.ts'
import { findChromium } from '../selftest/places.ts'
import type { Check } from './check.ts'

const developmentPort = 5170

const texts = {
  zh_CN: {
    node: (version: string) => `Node ${version}`,
    oldNode: (version: string) => `Node ${version} 过旧，需要 22.18 或更高版本`,
    oldNodeHint: '安装新版本：https://nodejs.org；或在 Banyan 目录执行 npm install，其中包含所需版本',
    browser: (path: string) => `浏览器 ${path}`,
    noBrowser: '没有找到 Chromium、Chrome 或 Edge；banyan selftest 与模板的端到端测试需要它',
    noBrowserHint: '安装其中之一，例如 apt install chromium',
    port: `端口 ${developmentPort} 空闲`,
    portTaken: `端口 ${developmentPort} 被占用，banyan dev 将另选一个`,
    portHint: '关闭占用它的程序，或用 banyan dev --port 指定端口',
  },
  en: {
    node: (version: string) => `Node ${version}`,
    oldNode: (version: string) => `Node ${version} is too old; 22.18 or newer is needed`,
    oldNodeHint:
      'Install a newer one from https://nodejs.org, or run npm install in the Banyan folder, which brings one along',
    browser: (path: string) => `Browser ${path}`,
    noBrowser:
      'No Chromium, Chrome or Edge was found; banyan selftest and the end-to-end tests of the templates need one',
    noBrowserHint: 'Install one, for example: apt install chromium',
    port: `Port ${developmentPort} is free`,
    portTaken: `Port ${developmentPort} is taken; banyan dev will take another`,
    portHint: 'Stop what uses it, or choose a port with banyan dev --port',
  },
}

export function checkNode(locale: Locale): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const text = texts[locale]
  const isNew = major > 22 || (major === 22 && minor >= 18)
  return isNew
    ? { id: 'node', verdict: 'good', text: text.node(process.versions.node) }
    : { id: 'node', verdict: 'bad', text: text.oldNode(process.versions.node), hint: text.oldNodeHint }
}

export function checkBrowser(locale: Locale): Check {
  const text = texts[locale]
  const path = findChromium(undefined)
  return path === undefined
    ? { id: 'browser', verdict: 'note', text: text.noBrowser, hint: text.noBrowserHint }
    : { id: 'browser', verdict: 'good', text: text.browser(path) }
}

export async function checkPort(locale: Locale): Promise<Check> {
  const text = texts[locale]
  return (await isFree(developmentPort))
    ? { id: 'port', verdict: 'good', text: text.port }
    : { id: 'port', verdict: 'note', text: text.portTaken, hint: text.portHint }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
