import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/editor.html'
const api = (name: string): string =>
  `https://developers.weixin.qq.com/miniprogram/dev/api/media/editor/EditorContext.${name}.html`
const wxml =
  '<editor id="e" placeholder="words" bindready="ready" bindinput="input" bindfocus="event" bindblur="event" bindstatuschange="status"/><button id="b" bindtap="go">go</button>'

/** `this.e` is the context of the editor once it is ready; `go` runs on the button. */
const js = (go: string, ready = ''): string => `Page({
  ready() { wx.createSelectorQuery().select('#e').context((found) => { this.e = found.context; log('ready'); ${ready} }).exec() },
  input(e) { this.last = e.detail }, event(e) { log(e.type, JSON.stringify(e.detail.text)) }, status(e) { this.formats = e.detail },
  go() { ${go} },
  show(what) { this.e.getContents({ success: (result) => log(JSON.stringify(result[what])) }) },
})`
const box = 'html:div.ql-editor'
const ready = { logHas: ['ready'] } as const

interface Call {
  id: string
  says: string
  name: string
  go: string
  line: string
}

const call = ({ id, says, name, go, line }: Call): Case => ({
  id,
  says,
  source: api(name),
  wxml,
  js: js(go),
  steps: [ready, { tap: '#b' }, { logHas: ['ready', line] }],
  covers: [`EditorContext.${name}`],
})

const then = (what: string): string => `success: () => this.show('${what}')`

export const cases: readonly Case[] = [
  {
    id: 'ready',
    says: 'ready comes when the editor can be used; its context comes from a selector query.',
    source,
    wxml,
    js: js(''),
    steps: [{ log: ['ready'] }],
  },
  {
    id: 'size',
    says: 'An editor is as wide as its parent and 200 px high.',
    source,
    wxml,
    js: js(''),
    steps: [{ rect: '#e', width: 375, height: 200 }],
  },
  {
    id: 'placeholder',
    says: 'The placeholder shows while it is empty and is its name.',
    source,
    wxml,
    js: js(''),
    steps: [
      ready,
      { attr: box, name: 'aria-label', is: 'words' },
      { attr: box, name: 'data-placeholder', is: 'words' },
    ],
  },
  {
    id: 'typing',
    says: 'Typing sends input with html, text and delta.',
    source,
    wxml,
    js: js('log(JSON.stringify(this.last))'),
    steps: [
      ready,
      { tap: box },
      { type: 'hi' },
      { tap: '#b' },
      { logHas: ['{"html":"<p>hi</p>","text":"hi\\n","delta":{"ops":[{"insert":"hi\\n"}]}}'] },
    ],
  },
  {
    id: 'focus-and-blur',
    says: 'focus and blur come with the contents.',
    source,
    wxml,
    js: js('this.e.blur()'),
    steps: [
      ready,
      { tap: box },
      { logHas: ['focus "\\n"'] },
      { type: 'a' },
      { tap: '#b' },
      { logHas: ['blur "a\\n"'] },
    ],
    covers: ['EditorContext.blur'],
  },
  {
    id: 'read-only',
    says: 'A read-only editor cannot be typed into.',
    source,
    wxml: wxml.replace('placeholder', 'read-only placeholder'),
    js: js(''),
    steps: [ready, { attr: box, name: 'contenteditable', is: 'false' }],
  },
  call({
    id: 'set-contents-delta',
    says: 'setContents takes a delta, getContents gives it back.',
    name: 'setContents',
    go: `this.e.setContents({ delta: { ops: [{ insert: 'a', attributes: { bold: true } }, { insert: '\\n' }] }, ${then('html')} })`,
    line: '"<p><strong>a</strong></p>"',
  }),
  call({
    id: 'set-contents-html',
    says: 'setContents takes HTML; scripts and handlers are dropped.',
    name: 'setContents',
    go: `this.e.setContents({ html: '<h2 onclick="x()">T</h2><scr' + 'ipt>x()</scr' + 'ipt><p>p</p>', ${then('html')} })`,
    line: '"<h2>T</h2><p>p</p>"',
  }),
  call({
    id: 'insert-text',
    says: 'insertText puts text at the cursor.',
    name: 'insertText',
    go: `this.e.insertText({ text: 'abc', ${then('text')} })`,
    line: '"abc\\n"',
  }),
  call({
    id: 'insert-divider',
    says: 'insertDivider puts a line in.',
    name: 'insertDivider',
    go: `this.e.insertDivider({ ${then('delta')} })`,
    line: '{"ops":[{"insert":{"divider":true}},{"insert":"\\n"}]}',
  }),
  call({
    id: 'insert-image',
    says: 'insertImage puts a picture in, with its size and the data of the app.',
    name: 'insertImage',
    go: `this.e.insertImage({ src: '/img/red.png', width: '80%', data: { id: 'a', role: 'b' }, nowrap: true, ${then('delta')} })`,
    line: '{"ops":[{"attributes":{"width":"80%","data-custom":"id=a&role=b"},"insert":{"image":"/img/red.png"}},{"insert":"\\n"}]}',
  }),
  call({
    id: 'clear',
    says: 'clear empties it.',
    name: 'clear',
    go: `this.e.insertText({ text: 'abc', success: () => this.e.clear({ ${then('text')} }) })`,
    line: '"\\n"',
  }),
  call({
    id: 'undo',
    says: 'undo takes the last change back.',
    name: 'undo',
    go: `this.e.insertText({ text: 'abc', success: () => this.e.undo({ ${then('text')} }) })`,
    line: '"\\n"',
  }),
  call({
    id: 'redo',
    says: 'redo makes it again.',
    name: 'redo',
    go: `this.e.insertText({ text: 'abc', success: () => this.e.undo({ success: () => this.e.redo({ ${then('text')} }) }) })`,
    line: '"abc\\n"',
  }),
  {
    id: 'format',
    says: 'format changes what is selected, and statuschange tells the formats.',
    source: api('format'),
    wxml,
    js: js(
      `this.e.format('italic'); this.e.format('color', '#ff0000'); setTimeout(() => { log(this.formats); this.show('html') }, 300)`,
    ),
    steps: [
      ready,
      { tap: box },
      { type: 'abc' },
      { key: 'Shift+Home' },
      { tap: '#b' },
      { logHas: ['{"color":"#ff0000","italic":true}'] },
      { logMatches: ['<em style=.*color: rgb\\(255, 0, 0\\)|<em style=.*color: #ff0000'] },
    ],
    covers: ['EditorContext.format'],
    except: { webkit: 'the driver has no keys with modifiers', firefox: 'the driver has no keys with modifiers' },
  },
  {
    id: 'selection-text',
    says: 'getSelectionText gives the selected text.',
    source: api('getSelectionText'),
    wxml,
    js: js(`this.e.getSelectionText({ success: (r) => log(r.text, r.errMsg) })`),
    steps: [
      ready,
      { tap: box },
      { type: 'abc' },
      { key: 'Shift+ArrowLeft' },
      { tap: '#b' },
      { logHas: ['c getSelectionText:ok'] },
    ],
    covers: ['EditorContext.getSelectionText'],
    except: { webkit: 'the driver has no keys with modifiers', firefox: 'the driver has no keys with modifiers' },
  },
  {
    id: 'remove-format',
    says: 'removeFormat takes the formats of the selection away.',
    source: api('removeFormat'),
    wxml,
    js: js(`this.e.removeFormat({ ${then('html')} })`, `this.e.setContents({ html: '<p><b>abc</b></p>' })`),
    steps: [ready, { tap: box }, { key: 'Control+A' }, { tap: '#b' }, { logHas: ['"<p>abc</p>"'] }],
    covers: ['EditorContext.removeFormat'],
    except: { webkit: 'the driver has no keys with modifiers', firefox: 'the driver has no keys with modifiers' },
  },
]
