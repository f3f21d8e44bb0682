import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/image.html'

/** The picture is 20 x 10; how it stands inside of a box of 100 x 100 is told by the style of what draws it. */
function mode(id: string, name: string, says: string, fit: string, position?: string): Case {
  return {
    id,
    says,
    source,
    wxml: `<image id="i" src="/img/red.png" mode="${name}" style="width: 100px; height: 100px" bindload="done" />`,
    js: "Page({ done() { log('load') } })",
    steps: [
      { log: ['load'] },
      { rect: '#i', width: 100, height: 100 },
      { style: '#i html:img', name: 'object-fit', is: fit },
      ...(position === undefined ? [] : [{ style: '#i html:img', name: 'object-position', is: position } as const]),
    ],
  }
}

export const cases: readonly Case[] = [
  {
    id: 'default-size',
    says: 'An image is 320 x 240 px unless it is told otherwise.',
    source,
    wxml: '<image id="i" src="/img/red.png" />',
    steps: [{ rect: '#i', width: 320, height: 240 }, { loaded: '#i' }],
  },
  {
    id: 'load',
    says: 'bindload tells the size of the picture.',
    source,
    wxml: '<image src="/img/red.png" bindload="done" />',
    js: 'Page({ done(e) { log(e.type, Number(e.detail.width), Number(e.detail.height)) } })',
    steps: [{ log: ['load 20 10'] }],
  },
  {
    id: 'error',
    says: 'binderror tells that a picture could not be loaded.',
    source,
    wxml: '<image src="/img/none.png" binderror="failed" bindload="done" />',
    js: "Page({ failed(e) { log(e.type, typeof e.detail.errMsg) }, done() { log('load') } })",
    steps: [{ log: ['error string'] }],
  },
  {
    id: 'src-changes',
    says: 'Another src loads another picture.',
    source,
    wxml: '<image id="i" src="{{src}}" bindload="done" bindtap="go" />',
    js: "Page({ data: { src: '/img/red.png' }, done(e) { log(Number(e.detail.width)) }, go() { this.setData({ src: '/img/blue.png' }) } })",
    steps: [{ log: ['20'] }, { tap: '#i' }, { log: ['20', '10'] }],
  },
  {
    id: 'src-relative',
    says: 'A src may be relative to the page.',
    source,
    wxml: '<image id="i" src="../img/blue.png" />',
    steps: [{ loaded: '#i' }],
  },
  {
    id: 'src-data',
    says: 'A src may be a data address.',
    source,
    wxml: '<image id="i" src="$PNG" bindload="done" />',
    js: 'Page({ done(e) { log(Number(e.detail.width)) } })',
    steps: [{ log: ['20'] }, { loaded: '#i' }],
  },
  mode('mode-default', 'scaleToFill', 'scaleToFill stretches the picture to the box.', 'fill'),
  mode('mode-aspect-fit', 'aspectFit', 'aspectFit shows the whole picture in its proportions.', 'contain'),
  mode('mode-aspect-fill', 'aspectFill', 'aspectFill fills the box and cuts the longer side.', 'cover'),
  mode('mode-top', 'top', 'top does not scale and shows the upper part.', 'none', '50% 0%'),
  mode('mode-bottom', 'bottom', 'bottom does not scale and shows the lower part.', 'none', '50% 100%'),
  mode('mode-center', 'center', 'center does not scale and shows the middle.', 'none', '50% 50%'),
  mode('mode-left', 'left', 'left does not scale and shows the left part.', 'none', '0% 50%'),
  mode('mode-right', 'right', 'right does not scale and shows the right part.', 'none', '100% 50%'),
  mode('mode-top-left', 'top left', 'top left does not scale and shows that corner.', 'none', '0% 0%'),
  mode('mode-top-right', 'top right', 'top right does not scale and shows that corner.', 'none', '100% 0%'),
  mode('mode-bottom-left', 'bottom left', 'bottom left does not scale and shows that corner.', 'none', '0% 100%'),
  mode('mode-bottom-right', 'bottom right', 'bottom right does not scale and shows that corner.', 'none', '100% 100%'),
  {
    id: 'mode-width-fix',
    says: 'widthFix keeps the width and finds the height that the proportions want.',
    source,
    wxml: '<image id="i" src="/img/red.png" mode="widthFix" style="width: 100px" />',
    steps: [{ rect: '#i', width: 100, height: 50 }],
  },
  {
    id: 'mode-height-fix',
    says: 'heightFix keeps the height and finds the width that the proportions want.',
    source,
    wxml: '<image id="i" src="/img/red.png" mode="heightFix" style="height: 100px" />',
    steps: [{ rect: '#i', width: 200, height: 100 }],
  },
  {
    id: 'mode-changes',
    says: 'The mode follows its data.',
    source,
    wxml: '<image id="i" src="/img/red.png" mode="{{mode}}" style="width: 100px" bindtap="go" />',
    js: "Page({ data: { mode: 'scaleToFill' }, go() { this.setData({ mode: 'widthFix' }) } })",
    steps: [{ rect: '#i', width: 100, height: 240 }, { tap: '#i' }, { rect: '#i', width: 100, height: 50 }],
  },
  {
    id: 'lazy-load',
    says: 'lazy-load loads a picture only when it comes near the screen.',
    source,
    wxml: '<view style="height: 6000px">high</view><image id="i" src="/img/red.png" lazy-load bindload="done" />',
    js: "Page({ done() { log('load') } })",
    steps: [{ pause: 300 }, { log: [] }, { scroll: 'page', top: 6000 }, { log: ['load'] }],
  },
  {
    id: 'tap',
    says: 'An image has the events of every component.',
    source,
    wxml: '<image id="i" src="/img/red.png" bindtap="tapped" bindlongpress="held" />',
    js: "Page({ tapped() { log('tap') }, held() { log('longpress') } })",
    steps: [{ tap: '#i' }, { longpress: '#i' }, { log: ['tap', 'longpress'] }],
  },
  {
    id: 'svg',
    says: 'An image shows SVG.',
    source,
    wxml: '<image id="i" src="a.svg" mode="widthFix" style="width: 80px" bindload="done" />',
    js: "Page({ done() { log('load') } })",
    files: {
      'a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>',
    },
    steps: [{ log: ['load'] }, { rect: '#i', width: 80, height: 40 }],
  },
]
