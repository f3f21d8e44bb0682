import { allNotes, newNote, type Note, openItems, removeNote, saveNote } from '../../services/notes'
import { chosenSort, sortNotes } from '../../services/preferences'
import { swipeFrom, type Swipe } from '../../services/swipe'
import { whenText } from '../../services/when'
import { isChinese, texts } from '../../text/texts'
import { zh } from '../../text/zh'

type State = 'starting' | 'empty' | 'nothing' | 'noneOpen' | 'full'

interface Entry {
  readonly id: string
  readonly title: string
  readonly preview: string
  readonly when: string
  readonly colour: string
  readonly isPinned: boolean
  readonly done: number
  readonly all: number
}

const undoMs = 6000
const noNotes: readonly Note[] = []
const noEntries: readonly Entry[] = []
const noNote = (): Note | undefined => undefined
const noSwipe = (): Swipe | undefined => undefined

Page({
  data: {
    t: { ...zh.list, search: '', all: '', open: '', pinned: '' },
    state: 'starting',
    filter: 'all',
    words: '',
    entries: noEntries,
    /** The row that shows its delete button, and how far it is drawn aside. */
    swipedId: '',
    swipedBy: 0,
    isSwiping: false,
    canUndo: false,
  },
  notes: noNotes,
  swipe: noSwipe(),
  deleted: noNote(),
  undoTimer: 0,
  onLoad() {
    wx.setNavigationBarTitle({ title: texts().app })
    this.setData({ t: texts().list })
  },
  onShow() {
    this.read()
  },
  onPullDownRefresh() {
    wx.stopPullDownRefresh()
  },
  read() {
    this.notes = sortNotes(allNotes(), chosenSort())
    this.show()
  },
  show() {
    const { words, filter } = this.data
    const wanted = words.trim().toLowerCase()
    const found = this.notes.filter((note) => matches(note, wanted) && passes(note, filter))
    this.setData({ entries: found.map(entryOf), state: stateOf(this.notes, found, filter, wanted), swipedId: '' })
  },
  search(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
    this.show()
  },
  clearSearch() {
    this.setData({ words: '' })
    this.show()
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    this.setData({ filter: event.currentTarget.dataset['filter'] })
    this.show()
  },
  showAll() {
    this.setData({ words: '', filter: 'all' })
    this.show()
  },
  add() {
    // The new note has its name in the address, so that a reload finds what has been written.
    wx.navigateTo({ url: `/pages/edit/edit?id=${newNote().id}` })
  },
  openSettings() {
    wx.navigateTo({ url: '/pages/settings/settings' })
  },
  open(event: WechatMiniprogram.TouchEvent) {
    if (this.data.swipedId !== '') {
      this.setData({ swipedId: '' })
      return
    }
    wx.navigateTo({ url: `/pages/edit/edit?id=${event.currentTarget.dataset['id']}` })
  },
  touchStart(event: WechatMiniprogram.TouchEvent) {
    const [touch] = event.touches
    if (touch === undefined) return
    const id: string = event.currentTarget.dataset['id']
    this.swipe = swipeFrom(id, touch, id === this.data.swipedId)
  },
  touchMove(event: WechatMiniprogram.TouchEvent) {
    const [touch] = event.touches
    if (touch === undefined || this.swipe === undefined) return
    const by = this.swipe.moveTo(touch)
    if (by !== undefined) this.setData({ swipedId: this.swipe.id, swipedBy: by, isSwiping: true })
  },
  touchEnd() {
    if (this.swipe === undefined || !this.data.isSwiping) return
    const by = this.swipe.end()
    this.setData({ swipedId: by === 0 ? '' : this.swipe.id, swipedBy: by, isSwiping: false })
    this.swipe = undefined
  },
  showMenu(event: WechatMiniprogram.TouchEvent) {
    const note = this.notes.find((each) => each.id === event.currentTarget.dataset['id'])
    if (note === undefined || this.data.isSwiping) return
    const { t } = this.data
    wx.showActionSheet({
      itemList: [note.isPinned ? t.unpin : t.pin, t.remove],
      success: ({ tapIndex }) => {
        if (tapIndex === 1) this.removeNote(note)
        else this.keep({ ...note, isPinned: !note.isPinned })
      },
      fail() {},
    })
  },
  remove(event: WechatMiniprogram.TouchEvent) {
    const note = this.notes.find((each) => each.id === event.currentTarget.dataset['id'])
    if (note !== undefined) this.removeNote(note)
  },
  removeNote(note: Note) {
    removeNote(note.id)
    this.deleted = note
    clearTimeout(this.undoTimer)
    this.undoTimer = setTimeout(() => this.setData({ canUndo: false }), undoMs)
    this.setData({ canUndo: true })
    this.read()
  },
  undo() {
    clearTimeout(this.undoTimer)
    this.setData({ canUndo: false })
    if (this.deleted !== undefined) this.keep(this.deleted)
    this.deleted = undefined
  },
  keep(note: Note) {
    if (!saveNote(note)) wx.showToast({ title: this.data.t.noMoreRoom, icon: 'none' })
    this.read()
  },
})

function matches({ title, text, items }: Note, wanted: string): boolean {
  if (wanted === '') return true
  return [title, text, ...items.map((item) => item.text)].some((part) => part.toLowerCase().includes(wanted))
}

function passes(note: Note, filter: string): boolean {
  if (filter === 'open') return openItems(note) > 0
  return filter === 'all' || note.isPinned
}

function stateOf(all: readonly Note[], found: readonly Note[], filter: string, wanted: string): State {
  if (all.length === 0) return 'empty'
  if (found.length > 0) return 'full'
  return filter === 'open' && wanted === '' ? 'noneOpen' : 'nothing'
}

function entryOf(note: Note): Entry {
  const written = note.items.filter((item) => item.text.trim() !== '')
  const lines = note.text.split('\n').filter((line) => line.trim() !== '')
  const words = [note.title.trim(), ...lines, ...written.map((item) => item.text)].filter((line) => line !== '')
  const [title = texts().list.untitled, ...rest] = words
  return {
    id: note.id,
    title,
    preview: rest.slice(0, 4).join(isChinese() ? '　' : ' · '),
    when: whenText(note.updatedAt),
    colour: note.colour,
    isPinned: note.isPinned,
    done: written.filter((item) => item.isDone).length,
    all: written.length,
  }
}
