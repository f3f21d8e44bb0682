import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListenFlag } from '../bridge/operations.ts'
import { launchFrames } from './testing/frame.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

const box = 'width:200px;height:100px;margin:10px'

test('sends a tap once, for the innermost node, with the places of those who listen', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { key: 'outer', 'on:tap': ListenFlag.bubble }, ['view', { key: 'inner', style: box }, 'x']],
  ])
  await view.touch([[60, 60]])
  const event = await view.event('tap')
  expect(event).toMatchObject({ node: view.id('inner'), bubbles: true, composed: true, detail: { x: 60, y: 60 } })
  expect(event.changedTouches).toMatchObject([{ pageX: 60, pageY: 60, clientX: 60, clientY: 60 }])
  expect(event.offsets).toEqual([view.id('inner'), 10, 10, view.id('outer'), 0, 10])
  expect(view.events()).toHaveLength(1)
  await view.close()
})

test('keeps events that nobody listens to in the frame', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { style: box }],
    ['view', { key: 'heard', style: box, 'on:touchstart': 1 }],
  ])
  await view.touch([[60, 60]])
  await view.touch([[60, 170]])
  await view.event('touchstart')
  expect(view.events().map(({ name }) => name)).toEqual(['touchstart'])
  await view.close()
})

test('a long press takes the tap away only from those who listen to it', async () => {
  const view = await frames.open()
  await view.render([
    ['view', { style: box, 'on:tap': 1, 'on:longpress': 1, key: 'both' }],
    ['view', { style: box, 'on:tap': 1, key: 'tapOnly' }],
  ])
  await view.touch([[60, 60, 450]])
  await view.event('longpress')
  await view.touch([[60, 170, 450]])
  const tap = await view.event('tap')
  expect(tap.node).toBe(view.id('tapOnly'))
  expect(view.events('tap')).toHaveLength(1)
  await view.close()
})

test('a finger that moves or scrolls does not tap', async () => {
  const view = await frames.open()
  await view.render([['view', { style: 'height:2000px', 'on:tap': 1, 'on:touchend': 1 }]])
  await view.touch([
    [100, 400],
    [100, 380],
    [100, 300],
    [100, 200],
  ])
  await view.event('touchend')
  expect(view.events('tap')).toEqual([])
  await view.close()
})

test('a mouse that drags does not tap, though the browser clicks where it is let go', async () => {
  const view = await frames.open()
  await view.render([['view', { style: box, 'on:tap': 1, 'on:touchend': 1 }]])
  await view.frame.evaluate(() => document.addEventListener('click', () => (document.title = 'clicked')))
  await view.page.mouse.move(40, 60)
  await view.page.mouse.down()
  await view.page.mouse.move(140, 60, { steps: 3 })
  await view.page.mouse.up()
  await view.event('touchend')
  await expect.poll(() => view.frame.title()).toBe('clicked')
  expect(view.events('tap')).toEqual([])
  await view.close()
})

test('the mouse taps as a finger does', async () => {
  const view = await frames.open()
  await view.render([['view', { style: box, 'on:tap': 1 }]])
  await view.page.mouse.click(60, 60)
  await view.event('tap')
  expect(view.events('tap')).toHaveLength(1)
  await view.close()
})

test('catching touchmove keeps the page from scrolling, and a handler that goes lets it again', async () => {
  const view = await frames.open()
  await view.render([['view', { key: 'a', style: 'height:3000px', 'on:touchmove': ListenFlag.catch }]])
  const drag = () =>
    view.touch([
      [100, 500],
      [100, 450, 20],
      [100, 400, 20],
      [100, 300, 20],
      [100, 200, 20],
    ])
  const top = () => view.frame.evaluate(() => window.scrollY)
  await drag()
  expect(await top()).toBe(0)
  await view.change((writer, id) => writer.listen(id('a'), 'touchmove', 0))
  await drag()
  await expect.poll(top).toBeGreaterThan(50)
  await view.close()
})

test('hover-class comes after its time, survives a new class, and goes again', async () => {
  const view = await frames.open()
  await view.render([
    [
      'view',
      { 'hover-class': 'outer', style: box },
      [
        'view',
        {
          key: 'in',
          class: 'base',
          'hover-class': 'pressed more',
          'hover-stop-propagation': true,
          'hover-stay-time': 50,
          style: 'height:50px',
        },
      ],
    ],
  ])
  const session = await view.page.context().newCDPSession(view.page)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 60, y: 30 }] })
  const classes = () =>
    view.frame.evaluate(() => [...document.querySelectorAll('wx-view')].map((element) => element.className))
  await expect.poll(classes).toEqual(['', 'base pressed more'])
  await view.change((writer, id) => writer.setClass(id('in'), 'changed'))
  expect(await classes()).toEqual(['', 'changed pressed more'])
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(classes).toEqual(['', 'changed'])
  await view.close()
})

test('whatever reacts to taps can be reached and pressed by keys', async () => {
  const view = await frames.open()
  await view.render([
    ['button', { key: 'b', 'on:tap': 1 }, 'button'],
    ['view', { key: 'a', 'on:tap': 1 }, 'plain view'],
  ])
  const focused = () => view.frame.evaluate(() => document.activeElement?.localName)
  for (const tag of ['wx-button', 'wx-view']) {
    await view.page.keyboard.press('Tab')
    await expect.poll(focused).toBe(tag)
    await view.page.keyboard.press('Enter')
  }
  await view.until(() => view.events('tap').length >= 2, 'two taps')
  expect(view.events('tap').map(({ node }) => node)).toEqual([view.id('b'), view.id('a')])
  await view.close()
})

test('tells of transitions and animations of the app', async () => {
  const view = await frames.open({
    styles: ['@keyframes k{to{opacity:0}}.k{animation:k 30ms}.t{transition:opacity 30ms}'],
  })
  await view.render([
    ['view', { class: 'k', 'on:animationstart': 1, 'on:animationend': 1 }],
    ['view', { key: 't', class: 't', 'on:transitionend': 1 }],
  ])
  await view.event('animationend')
  await view.change((writer, id) => writer.setStyle(id('t'), 'opacity:0'))
  expect(await view.event('transitionend')).toMatchObject({ bubbles: true, detail: { propertyName: 'opacity' } })
  await view.close()
})

test('plays the steps of an animation one after the other, and keeps them when the style changes', async () => {
  const view = await frames.open()
  const step = (x: number, opacity: number) => ({
    animates: [
      { type: 'translateX', args: [x] },
      { type: 'style', args: ['opacity', opacity] },
      { type: 'style', args: ['position', 'fixed'] },
    ],
    option: { transformOrigin: '50% 50% 0', transition: { duration: 60, timingFunction: 'linear', delay: 0 } },
  })
  await view.render([['view', { key: 'a', style: 'width:100px;height:50px' }]])
  await view.set('a', 'animation', { actions: [step(40, 1), step(80, 0.5)] })
  const read = () =>
    view.frame.evaluate(() => {
      const element = document.querySelector('wx-view') ?? document.body
      const style = getComputedStyle(element)
      return [element.getBoundingClientRect().left, style.opacity, style.position, style.width]
    })
  await expect.poll(read).toEqual([80, '0.5', 'static', '100px'])
  await view.change((writer, id) => writer.setStyle(id('a'), 'width:60px'))
  expect(await read()).toEqual([80, '0.5', 'static', '60px'])
  await view.send({
    type: 'invoke',
    id: 8,
    node: view.id('a'),
    method: 'animate',
    args: [[{ translateX: 0 }, { translateX: 20 }], 50],
  })
  await view.until(() => view.fromWorker.some(({ type }) => type === 'invoked'), 'end of the animation')
  expect((await read())[0]).toBe(20)
  await view.close()
})
