/** Rules that answer functions of `wx` and requests in their place. */
import type { MockRule } from '@banyan/runtime/bridge/devtools-messages'
import type { Connection } from './connection.ts'
import { choice, field, h, show, valueOf } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

export function createMock(connection: Connection): Panel {
  let rules: MockRule[] = []
  const list = h('div', { class: 'scroll pad' })

  const change = (next: MockRule[]) => {
    rules = next
    draw()
    void connection.ask('mock', { rules })
  }
  const edit = (index: number, part: Partial<MockRule>) =>
    change(rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)))

  function draw(): void {
    list.replaceChildren(...(rules.length === 0 ? [h('p', { class: 'empty' }, texts.nothing)] : rules.map(describe)))
  }

  function describe(rule: MockRule, index: number): HTMLElement {
    const toggle = h('input', {
      type: 'checkbox',
      checked: rule.isOff !== true,
      'aria-label': rule.match,
      change: (event) => edit(index, { isOff: valueOf(event) !== 'true' }),
    })
    const result = h(
      'textarea',
      { rows: '4', 'aria-label': texts.result, spellcheck: 'false', change: (event) => write(event, index) },
      show(rule.result),
    )
    return h(
      'fieldset',
      { class: 'rule' },
      h(
        'div',
        { class: 'tools' },
        toggle,
        choice(
          '',
          [
            ['api', texts.api],
            ['request', texts.request],
          ],
          rule.kind,
          (kind) => edit(index, { kind: kind === 'request' ? 'request' : 'api' }),
        ),
        field(
          texts.match,
          rule.match,
          (match) => edit(index, { match }),
          rule.kind === 'api' ? 'getLocation' : 'https://example.com/*',
        ),
        choice(
          '',
          [
            ['', 'OK'],
            ['true', texts.fails],
          ],
          String(rule.fails || ''),
          (fails) => edit(index, { fails: fails === 'true' }),
        ),
        field(texts.delay, String(rule.delayMs ?? 0), (ms) => edit(index, { delayMs: Number(ms) || 0 })),
        rule.kind === 'request' &&
          field(texts.statusCode, String(rule.statusCode ?? 200), (code) =>
            edit(index, { statusCode: Number(code) || 200 }),
          ),
        h('button', { click: () => change(rules.toSpliced(index, 1)) }, texts.remove),
      ),
      result,
    )
  }

  function write(event: Event, index: number): void {
    const area = event.target
    if (!(area instanceof HTMLTextAreaElement)) return
    try {
      const result: unknown = JSON.parse(area.value === '' ? 'null' : area.value)
      area.setCustomValidity('')
      edit(index, { result })
    } catch {
      area.setCustomValidity(texts.badJson)
      area.reportValidity()
    }
  }

  const add = (kind: MockRule['kind']) => change([...rules, { kind, match: '', fails: false, result: {} }])
  const tools = h(
    'div',
    { class: 'tools' },
    h('button', { click: () => add('api') }, `${texts.add} ${texts.api}`),
    h('button', { click: () => add('request') }, `${texts.add} ${texts.request}`),
  )
  return {
    root: h('div', { class: 'column' }, tools, list),
    open: () => {
      connection.ask('mocks').then((known) => {
        rules = Array.isArray(known) ? known : []
        draw()
      }, draw)
    },
  }
}
