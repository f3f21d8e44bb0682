/** The warnings of WeChat's audit of performance, from what the app has done since its launch. */
import type { Connection } from './connection.ts'
import { h } from './dom.ts'
import { texts } from './texts.ts'

interface Finding {
  name: string
  detail: string
}

const isEnglish = document.documentElement.lang === 'en'
const limits = {
  setDataBytes: 256 * 1024,
  setDataPerSecond: 20,
  lifeMs: 300,
  requestMs: 1000,
  requestsAtOnce: 10,
  answerBytes: 1024 * 1024,
}

interface Findings {
  performance(): HTMLElement
}

export function createFindings(connection: Connection): Findings {
  let found = new Map<string, Finding>()
  let times: number[] = []
  let openRequests = 0
  const note = (key: string, zh: string, en: string, detail: string) =>
    found.set(key, { name: isEnglish ? en : zh, detail })

  connection.on('launch', () => {
    found = new Map()
    times = []
    openRequests = 0
  })
  connection.on('setData', ({ component, sizeBytes, at }) => {
    if (Number(sizeBytes) > limits.setDataBytes) {
      note(
        `size ${String(component)}`,
        '一次 setData 的数据超过 256 KB',
        'A setData of more than 256 KB',
        `${String(component)} ${Math.round(Number(sizeBytes) / 1024)} KB`,
      )
    }
    times = [...times.filter((time) => Number(at) - time < 1000), Number(at)]
    if (times.length > limits.setDataPerSecond)
      note('often', '每秒调用 setData 超过 20 次', 'More than 20 setData in a second', `${times.length}`)
  })
  connection.on('life', ({ page, name, ms }) => {
    if (Number(ms) > limits.lifeMs)
      note(
        `life ${String(page)} ${String(name)}`,
        '页面函数执行过久',
        'A function of a page takes long',
        `${String(page)} ${String(name)} ${Math.round(Number(ms))} ms`,
      )
  })
  connection.on('network', ({ id, state, ms, sizeBytes }) => {
    if (state === 'start') openRequests += 1
    if (state !== 'done' && state !== 'failed') {
      if (openRequests > limits.requestsAtOnce)
        note('many', '同时进行的请求超过 10 个', 'More than 10 requests at once', `${openRequests}`)
      return
    }
    openRequests -= 1
    if (Number(ms) > limits.requestMs)
      note(
        `slow ${String(id)}`,
        '请求耗时超过 1 秒',
        'A request takes more than a second',
        `${Math.round(Number(ms))} ms`,
      )
    if (Number(sizeBytes) > limits.answerBytes)
      note(
        `big ${String(id)}`,
        '响应超过 1 MB',
        'An answer of more than 1 MB',
        `${Math.round(Number(sizeBytes) / 1024)} KB`,
      )
  })

  return {
    performance: () =>
      found.size === 0
        ? h('p', { class: 'good' }, texts.passed)
        : h(
            'ul',
            { class: 'findings' },
            ...[...found.values()].map(({ name, detail }) => h('li', {}, h('b', {}, name), ` ${detail}`)),
          ),
  }
}
