import type { ComponentCase } from '../support/component-life.ts'

const message = (data: string) => [{ type: 'text', data }]
const shown = '<view>{{text}}</view>'
const markdown = '# 题目\n\n**粗**与`码`\n\n- 一\n- 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n```js\nlet a = 1\n```\n'
const list = [
  { role: 'user', content: message('你好'), name: '我' },
  { role: 'assistant', content: [{ type: 'markdown', data: '**您好**' }], status: 'complete' },
]

/** The library's components for conversations. */
export const chatCases: Readonly<Record<string, ComponentCase | string>> = {
  attachments: {
    markup: `<t-attachments items="{{items}}" removable="{{on}}" />${shown}`,
    data: { items: [{ fileType: 'image', name: '图.png', size: 1024, url: '/pixel.png' }] },
    update: { items: [{ fileType: 'pdf', name: '文.pdf', size: 2048, url: '/pixel.png', status: 'pending' }] },
    shows: '文.pdf',
  },
  'chat-actionbar': `<t-chat-actionbar content="{{text}}" chat-id="{{n}}" disabled="{{off}}" comment="{{on ? 'good' : 'bad'}}" />${shown}`,
  'chat-content': {
    markup: '<t-chat-content content="{{content}}" role="user" status="complete" />',
    data: { content: { type: 'text', data: '一' } },
    update: { content: { type: 'text', data: '二二' } },
    shows: '二二',
  },
  'chat-list': {
    markup:
      '<t-chat-list data="{{list}}" layout="{{on ? \'both\' : \'single\'}}"><view slot="footer">{{text}}</view></t-chat-list>',
    data: { list },
    shows: '新文字',
  },
  'chat-loading': '<t-chat-loading animation="{{on ? \'moving\' : \'gradient\'}}" text="{{text}}" />',
  'chat-markdown': {
    markup: '<t-chat-markdown content="{{content}}" />',
    data: { content: markdown },
    update: { content: `${markdown}\n最后一段` },
    shows: '最后一段',
  },
  'chat-markdown/chat-markdown-code': {
    markup: '<t-chat-markdown_chat-markdown-code node="{{node}}" />',
    data: { node: { type: 'code', lang: 'js', text: 'let a = 1' } },
    update: { node: { type: 'code', lang: 'js', text: 'let b = 2' } },
    shows: 'let b = 2',
  },
  'chat-markdown/chat-markdown-node': {
    markup: '<t-chat-markdown_chat-markdown-node nodes="{{nodes}}" />',
    data: { nodes: [{ type: 'text', raw: '一', text: '一' }] },
    update: { nodes: [{ type: 'text', raw: '二', text: '二' }] },
    shows: '二',
  },
  'chat-markdown/chat-markdown-table': {
    markup: '<t-chat-markdown_chat-markdown-table node="{{node}}" /><view>{{text}}</view>',
    data: { node: { type: 'table', header: [], align: [], rows: [] } },
    shows: '新文字',
  },
  'chat-markdown/chat-markdown-tail': '<t-chat-markdown_chat-markdown-tail content="{{text}}" />',
  'chat-message': {
    markup:
      '<t-chat-message content="{{content}}" role="user" name="{{text}}" avatar="{{src}}" placement="{{on ? \'left\' : \'right\'}}" />',
    data: { content: message('一') },
    update: { content: message('二二') },
    shows: '二二',
  },
  'chat-record': `<t-chat-record duration="{{n * 1000}}" auto-send="{{off}}" />${shown}`,
  'chat-sender': `<t-chat-sender value="{{text}}" placeholder="说点什么" loading="{{off}}" disabled="{{off}}" visible="{{on}}" />${shown}`,
  'chat-thinking': {
    markup: '<t-chat-thinking content="{{content}}" status="{{on ? \'pending\' : \'complete\'}}" layout="border" />',
    data: { content: { title: '思考', text: '一' } },
    update: { content: { title: '想好了', text: '二' } },
    shows: '想好了',
  },
}
