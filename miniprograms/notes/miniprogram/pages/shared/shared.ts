import { newNote, saveNote } from '../../services/notes'
import { readShared, type SharedNote } from '../../services/shared-note'
import { paintBar } from '../../services/sheets'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const noNote = (): SharedNote | null => null

Page({
  data: {
    t: zh.shared,
    state: 'starting',
    note: noNote(),
  },
  received: noNote(),
  onLoad(query: Record<string, string | undefined>) {
    const t = texts().shared
    wx.setNavigationBarTitle({ title: t.title })
    const note = readShared(query['note'] ?? '')
    this.received = note ?? null
    this.setData({ t, note: note ?? null, state: note === undefined ? 'broken' : 'ready' })
    if (note !== undefined) paintBar(note.colour)
  },
  onShareAppMessage() {
    return { title: this.received?.title || texts().app }
  },
  keep() {
    if (this.received === null) return
    const { title, text, items, colour } = this.received
    const note = { ...newNote(), title, text, items, colour }
    if (saveNote(note)) wx.redirectTo({ url: `/pages/edit/edit?id=${note.id}` })
    else wx.showToast({ title: texts().list.noMoreRoom, icon: 'none' })
  },
  goHome() {
    wx.reLaunch({ url: '/pages/list/list' })
  },
})
