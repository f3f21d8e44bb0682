import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFrames } from '../../view/testing/frame.ts'
import { parseHtml } from './parse-html.ts'

let frames: Awaited<ReturnType<typeof launchFrames>>
beforeAll(async () => {
  frames = await launchFrames()
})
afterAll(() => frames.close())

test('shows trusted tags and leaves out everything that could act', async () => {
  const view = await frames.open()
  await view.render([
    [
      'rich-text',
      {
        nodes:
          '<div class="c" style="color:red" onclick="x()" id="i">a<b>b</b><script>evil()</script><iframe src="https://e.example"></iframe><a href="javascript:x()">l</a><img src="javascript:x()" onerror="x()"><svg onload=x()><style>*{display:none}</style></div>',
      },
    ],
    [
      'rich-text',
      {
        nodes: [
          { name: 'P', attrs: { STYLE: 'width:75rpx', onclick: 'x' }, children: [{ type: 'text', text: '<b>' }] },
          { name: 'object' },
          null,
        ],
      },
    ],
  ])
  const html = await view.frame.evaluate(() =>
    [...document.querySelectorAll('wx-rich-text')].map((element) => element.innerHTML),
  )
  expect(html).toEqual([
    '<div class="c" style="color: red;">a<b>b</b><a>l</a><img></div>',
    '<p style="width: 10vw;">&lt;b&gt;</p>',
  ])
  expect(view.faults()).toEqual([])
  await view.close()
})

test('reads HTML as people write it', () => {
  expect(parseHtml('a &lt;&#20320;&nbsp;<br>b')).toEqual([
    { type: 'text', text: 'a <你\u00a0' },
    { name: 'br', attrs: {}, children: [] },
    { type: 'text', text: 'b' },
  ])
  expect(parseHtml('<ul><li>1<li>2</ul>x').map(({ name, children }) => [name, children?.length])).toEqual([
    ['ul', 2],
    [undefined, undefined],
  ])
  expect(parseHtml('<p a=1 b=\'2\' c="3>" d>')[0]?.attrs).toEqual({ a: '1', b: '2', c: '3>', d: '' })
  expect(parseHtml('1 < 2 </nothing> <!-- <b> -->')).toEqual([
    { type: 'text', text: '1 < 2 ' },
    { type: 'text', text: ' ' },
  ])
})

test('hostile nesting ends', () => {
  expect(parseHtml('<div>'.repeat(10_000))).toHaveLength(1)
  expect(parseHtml('<'.repeat(50_000))).toHaveLength(1)
})
