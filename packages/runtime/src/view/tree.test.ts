import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from './testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

test('builds, moves and releases nodes in the order that the worker wrote', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { key: 'a', class: 'row' }, 'one'],
    ['view', { key: 'b' }, ['text', { key: 'c' }, 'two']],
  ])
  await view.change((writer, id) => writer.insert(id('b'), 0, id('a')))
  expect(await html(view.frame)).toBe('<wx-view><wx-text>two</wx-text></wx-view><wx-view class="row">one</wx-view>')
  await view.change((writer, id) => {
    writer.release(id('b'))
    writer.setClass(id('a'), 'other')
  })
  expect(await html(view.frame)).toBe('<wx-view class="other">one</wx-view>')
  await view.change((writer, id) => writer.setText(id('c'), 'gone'))
  expect(view.faults()).toHaveLength(1)
  await view.close()
})

test('goes on after an operation that cannot be carried out', async () => {
  const view = await frames.open()
  await view.change((writer) => {
    writer.insert(77, 0, -1)
    writer.create(1, 'view', '', 0, -1)
    writer.setAttribute(99, 'hidden', true)
  })
  expect(await html(view.frame)).toBe('<wx-view></wx-view>')
  expect(view.faults()).toHaveLength(2)
  await view.close()
})

test('answers a flush that cannot be read, and goes on with the next', async () => {
  const view = await frames.open()
  await view.page.evaluate(() => {
    const words = [1, 1, 0, -1, 0, -1, 99, 1, 1, 7]
    const flush = {
      type: 'flush',
      sequence: 500,
      wantsAck: true,
      operations: Int32Array.from(words),
      strings: ['view'],
    }
    Reflect.get(window, 'workerPort').postMessage(flush)
  })
  await expect.poll(() => view.fromWorker).toContainEqual({ type: 'rendered', sequence: 500 })
  expect(view.faults()).toEqual([expect.stringContaining('word 6')])
  await view.change((writer) => writer.create(2, 'view', 'after', 0, -1))
  expect(await html(view.frame)).toBe('<wx-view></wx-view><wx-view class="after"></wx-view>')
  await view.close()
})

test('lets no tag or attribute of the app become one of the browser', async () => {
  const view = await frames.open()
  await view.render([
    ['script', { src: 'data:text/javascript,1', key: 's' }, 'document.title="broken"'],
    ['IFRAME', { srcdoc: '<p>x</p>' }],
    ['svg onload=alert(1)', { onclick: 'x()', href: 'javascript:1', style: 'color:red' }],
    [
      'view',
      { onclick: 'x()', 'aria-label': 'fine', 'aria-x<y': 'no', src: 'https://example.com/a.png', innerHTML: '<b>' },
    ],
    ['image', { onerror: 'x()', src: 'javascript:alert(1)' }],
  ])
  const names = await view.frame.evaluate(() =>
    [...document.querySelectorAll('wx-page *')].map((element) =>
      `${element.localName} ${[...element.attributes].map((attribute) => attribute.name).join(',')}`.trim(),
    ),
  )
  expect(names).toEqual(['wx-script', 'wx-iframe', 'wx-svg-onload-alert-1- style', 'wx-view aria-label', 'wx-image'])
  await view.close()
})

test('keeps a component called like a built-in apart from it', async () => {
  const view = await frames.open()
  await view.render([['*button', {}, ['button', {}, 'real']]])
  expect(await view.frame.evaluate(() => document.querySelectorAll('[role=button]').length)).toBe(1)
  await view.close()
})

test('forgets everything below a released node', async () => {
  const view = await frames.open()
  await view.render([['view', { key: 'a' }, ['scroll-view', { 'scroll-y': true }, ['view', { key: 'deep' }, 'x']]]])
  await view.change((writer, id) => writer.release(id('a')))
  await view.send({ type: 'measure', id: 1, items: [{ node: view.id('deep'), fields: { size: true } }] })
  await view.until(() => view.fromWorker.some((message) => message.type === 'measured'), 'measured')
  expect(view.fromWorker.find((message) => message.type === 'measured')).toMatchObject({ results: [null] })
  await view.close()
})

test('converts rpx and safe areas, and fills in images of inline styles when the host sends them', async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
  const view = await frames.open({ pictures: { 'images/a.svg': picture, 'https://img.example/b.svg': picture } })
  await view.render([
    ['view', { style: 'width:375rpx;padding-bottom:env(safe-area-inset-bottom);background:url("/images/a.svg")' }],
    ['view', { style: 'background-image:url(https://img.example/b.svg),url(images/missing.svg)' }],
  ])
  const read = () =>
    view.frame.evaluate(() =>
      [...document.querySelectorAll('wx-view')].map((element) => {
        const style = getComputedStyle(element)
        return [style.width, style.paddingBottom, style.backgroundImage]
      }),
    )
  await expect.poll(async () => (await read())[0]?.[2]).toContain('url("blob:')
  const [first, second] = await read()
  expect(first?.slice(0, 2)).toEqual(['187.5px', '20px'])
  await expect.poll(async () => (await read())[1]?.[2]).toMatch(/url\("blob:.*url\("data:,"\)/)
  expect(second?.[0]).toBe('375px')
  expect(view.fromHost.filter((message) => message.type === 'resource').map(({ url }) => url)).toEqual([
    'images/a.svg',
    'https://img.example/b.svg',
    'pages/index/images/missing.svg',
  ])
  await view.close()
})

test('fetches the images and fonts of style sheets through the host only', async () => {
  const view = await frames.open({
    pictures: { 'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    styles: ['.x{background:url(banyan-asset:images/a.svg)}'],
  })
  await view.render([['view', { class: 'x' }]])
  const image = () =>
    view.frame.evaluate(() => getComputedStyle(document.querySelector('.x') ?? document.body).backgroundImage)
  await expect.poll(image).toContain('blob:')
  await view.close()
})

test('spreads the background of the page over the window, and the window colour when it has none', async () => {
  const view = await frames.open({ styles: ['wx-page{background:#f5f8f6}'] })
  await view.render([['view', {}, 'x']])
  const color = () => view.frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await color()).toBe('rgb(245, 248, 246)')
  await view.close()
  const plain = await frames.open({ window: { backgroundColor: '#123456' } })
  await plain.render([['view', {}, 'x']])
  expect(await plain.frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(18, 52, 86)',
  )
  await plain.close()
})

test('says once that it is prepared and once that it has painted', async () => {
  const view = await frames.open()
  await view.render([['view', {}, 'x']])
  await view.render([['view', {}, 'y']])
  await view.until(() => view.fromHost.some((message) => message.type === 'painted'), 'painted')
  expect(view.fromHost.map(({ type }) => type)).toEqual(['prepared', 'painted'])
  await view.close()
})

test('leaves no way to open a connection in the frame', async () => {
  const view = await frames.open()
  const found = await view.frame.evaluate(() =>
    [
      'RTCPeerConnection',
      'webkitRTCPeerConnection',
      'WebSocket',
      'EventSource',
      'WebTransport',
      'BroadcastChannel',
    ].filter((name) => typeof Reflect.get(window, name) !== 'undefined'),
  )
  expect(found).toEqual([])
  await view.close()
})

function html(frame: { evaluate(work: () => string): Promise<string> }): Promise<string> {
  return frame.evaluate(() => document.querySelector('wx-page')?.innerHTML ?? '')
}
