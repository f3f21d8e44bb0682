import { colours, isBlank, type Item, newNote, type Note, readNote, removeNote, saveNote } from '../../services/notes'
import { sortItems } from '../../services/preferences'
import { sharePath } from '../../services/shared-note'
import { paintBar } from '../../services/sheets'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const savingMs = 300
const noItems: readonly Item[] = []
const noNote: Note = newNote()

Page({
  data: {
    t: { ...zh.edit, titleHint: '', textHint: '', addItem: '', empty: '' },
    colours,
    colour: 'paper',
    isPinned: false,
    title: '',
    text: '',
    items: noItems,
    /** The item that the keyboard goes to. */
    focused: -1,
    isColouring: false,
    state: 'empty',
  },
  note: noNote,
  savingTimer: 0,
  isGone: false,
  paintBar() {},
  onLoad(query: Record<string, string | undefined>) {
    const id = query['id'] ?? newNote().id
    const note = readNote(id) ?? { ...newNote(), id }
    this.note = { ...note, items: sortItems(note.items) }
    const t = texts().edit
    wx.setNavigationBarTitle({ title: t.title })
    const { title, text, colour, isPinned, items } = this.note
    this.setData({ t, title, text, colour, isPinned, items, state: isBlank(note) ? 'empty' : 'saved' })
    this.paintBar = () => paintBar(this.note.colour)
    this.paintBar()
    wx.onThemeChange(this.paintBar)
  },
  onHide() {
    this.save()
  },
  onUnload() {
    wx.offThemeChange(this.paintBar)
    this.save()
  },
  onShareAppMessage() {
    this.save()
    return { title: this.note.title || texts().app, path: sharePath(this.note) }
  },
  /** Remembers what was written, and saves it when the fingers rest. */
  change(part: Partial<Note>) {
    this.note = { ...this.note, ...part, updatedAt: Date.now() }
    clearTimeout(this.savingTimer)
    this.savingTimer = setTimeout(() => this.save(), savingMs)
  },
  save() {
    clearTimeout(this.savingTimer)
    if (this.isGone) return
    const isSaved = saveNote(this.note)
    if (!isSaved) wx.showToast({ title: texts().list.noMoreRoom, icon: 'none' })
    const state = isSaved && !isBlank(this.note) ? 'saved' : 'empty'
    if (state !== this.data.state) this.setData({ state })
  },
  writeTitle(event: WechatMiniprogram.Input) {
    this.change({ title: event.detail.value })
  },
  writeText(event: WechatMiniprogram.TextareaInput) {
    this.change({ text: event.detail.value })
  },
  writeItem(event: WechatMiniprogram.Input) {
    const id: number = event.currentTarget.dataset['id']
    const { value } = event.detail
    this.change({ items: this.note.items.map((item: Item) => (item.id === id ? { ...item, text: value } : item)) })
  },
  addItem() {
    const id = Math.max(0, ...this.note.items.map((item: Item) => item.id)) + 1
    this.showItems([...this.note.items, { id, text: '', isDone: false }], id)
  },
  /** The return key goes on to the next item, and ends the list at an empty one. */
  confirmItem(event: WechatMiniprogram.InputConfirm) {
    if (event.detail.value.trim() !== '') this.addItem()
  },
  toggleItem(event: WechatMiniprogram.TouchEvent) {
    const id: number = event.currentTarget.dataset['id']
    const items = this.note.items.map((item: Item) => (item.id === id ? { ...item, isDone: !item.isDone } : item))
    this.showItems(sortItems(items))
  },
  removeItem(event: WechatMiniprogram.TouchEvent) {
    const id: number = event.currentTarget.dataset['id']
    this.showItems(this.note.items.filter((item: Item) => item.id !== id))
  },
  showItems(items: readonly Item[], focused = -1) {
    this.change({ items })
    this.setData({ items, focused })
  },
  togglePin() {
    const isPinned = !this.note.isPinned
    this.change({ isPinned })
    this.setData({ isPinned })
  },
  toggleColours() {
    this.setData({ isColouring: !this.data.isColouring })
  },
  chooseColour(event: WechatMiniprogram.TouchEvent) {
    const colour = colours.find((each) => each === event.currentTarget.dataset['colour']) ?? 'paper'
    this.change({ colour })
    this.setData({ colour })
    this.paintBar()
  },
  async remove() {
    const { t } = this.data
    if (!isBlank(this.note)) {
      const { confirm } = await wx.showModal({
        title: t.removeTitle,
        content: t.removeHint,
        confirmText: t.remove,
        cancelText: t.cancel,
        confirmColor: '#B3261E',
      })
      if (!confirm) return
    }
    clearTimeout(this.savingTimer)
    this.isGone = true
    removeNote(this.note.id)
    if (getCurrentPages().length > 1) wx.navigateBack()
    else wx.reLaunch({ url: '/pages/list/list' })
  },
})
