import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const pictures = {
  'images/a.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100"/></svg>',
}

test('tells the natural size of what it loaded, and what could not be loaded', async () => {
  const view = await frames.open({ pictures })
  await view.render([['image', { key: 'i', src: '/images/a.svg', 'on:load': 1, 'on:error': 1 }]])
  expect((await view.event('load')).detail).toEqual({ width: 200, height: 100 })
  await view.set('i', 'src', 'https://img.example/none.png')
  expect((await view.event('error')).detail).toEqual({ errMsg: expect.stringContaining('none.png') })
  await view.close()
})

test('widthFix and heightFix take the other side from the picture, the rest have WeChat’s 320 by 240', async () => {
  const view = await frames.open({ pictures })
  await view.render([
    ['image', { key: 'w', src: '/images/a.svg', mode: 'widthFix', style: 'width:100px;height:300px', 'on:load': 1 }],
    ['image', { key: 'h', src: '/images/a.svg', mode: 'heightFix', style: 'height:40px', 'on:load': 1 }],
    ['image', { key: 'd', src: '/images/a.svg', 'on:load': 1 }],
  ])
  await view.until(() => view.events('load').length === 3, 'three pictures')
  const sizes = await view.frame.evaluate(() =>
    [...document.querySelectorAll('wx-image')].map((image) => [image.clientWidth, image.clientHeight]),
  )
  expect(sizes).toEqual([
    [100, 50],
    [80, 40],
    [320, 240],
  ])
  await view.close()
})

test('a lazy image far below is not fetched before it comes near', async () => {
  const view = await frames.open({ pictures })
  await view.render([
    ['view', { style: 'height:6000px' }],
    ['image', { src: '/images/a.svg', 'lazy-load': true, 'on:load': 1 }],
  ])
  await view.render([['view', {}]])
  expect(view.fromHost.some(({ type }) => type === 'resource')).toBe(false)
  await view.frame.evaluate(() => window.scrollTo(0, 4500))
  await view.event('load')
  await view.close()
})

test('the last of several sources wins however late the others come', async () => {
  const view = await frames.open({
    pictures: { ...pictures, 'b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"/>' },
  })
  await view.render([['image', { key: 'i', src: '/images/a.svg', 'on:load': 1 }]])
  await view.set('i', 'src', '/b.svg')
  await view.until(
    () => view.events('load').some(({ detail }) => JSON.stringify(detail) === '{"width":30,"height":30}'),
    'the last',
  )
  expect(await view.frame.evaluate(() => document.querySelectorAll('wx-image img').length)).toBe(1)
  await view.close()
})
