/** A sheet with the user's cards of one kind: choose one, or add, change and delete them first. */
import type { HostContext } from '../../../host/context.ts'
import { fillText, type OpenTextKey, openTextsOf } from '../../../host/later/open-texts.ts'
import { openSheet, sheetActions, sheetButton, sheetHead, sheetText, sheetTitle } from '../../../host/later/sheet.ts'
import { element } from '../../../host/ui/dom.ts'
import type { Card, CardStore } from './cards.ts'

export interface CardField {
  name: string
  label: OpenTextKey
  isRequired: boolean
  /** What the whole text must be. */
  pattern?: RegExp
  inputMode?: 'tel' | 'numeric'
  autocomplete?: string
  options?: readonly { value: string; label: OpenTextKey }[]
}

export interface CardBook {
  title: OpenTextKey
  store: CardStore
  fields: readonly CardField[]
  summary(card: Card): { title: string; detail: string }
  /** Controls of another kind, instead of plain text fields, that add to the card. */
  extra?(card: Card): Promise<{ rows: readonly HTMLElement[]; read(): Card }>
}

type Step = { kind: 'chosen'; card: Card } | { kind: 'edit'; index: number } | { kind: 'cancel' }

/** The chosen card; undefined when the user cancels. */
export async function chooseCard(host: HostContext, book: CardBook): Promise<Card | undefined> {
  for (;;) {
    const step = await showList(host, book)
    if (step.kind === 'cancel') return undefined
    if (step.kind === 'chosen') return step.card
    await editCard(host, book, step.index)
  }
}

function showList(host: HostContext, book: CardBook): Promise<Step> {
  const texts = openTextsOf(host.texts)
  const cards = book.store.all()
  return openSheet<Step>(host.root, {
    label: texts[book.title],
    dismissed: { kind: 'cancel' },
    content: (finish) => [
      sheetHead(host, texts.asksFor),
      sheetTitle(texts[book.title]),
      ...(cards.length === 0 ? [sheetText(texts.nothingYet)] : []),
      ...cards.map((card, index) => {
        const { title, detail } = book.summary(card)
        const choose = sheetButton(title, '', () => finish({ kind: 'chosen', card }))
        choose.append(element('small', {}, detail))
        const edit = sheetButton(texts.edit, '', () => finish({ kind: 'edit', index }))
        edit.setAttribute('aria-label', `${texts.edit} ${title}`)
        return element('div', { class: 'entry' }, choose, edit)
      }),
      sheetActions(
        sheetButton(texts.cancel, '', () => finish({ kind: 'cancel' })),
        sheetButton(texts.add, 'go', () => finish({ kind: 'edit', index: cards.length })),
      ),
    ],
  })
}

/** The card at `index`, or a new one when that is beyond the last. */
async function editCard(host: HostContext, book: CardBook, index: number): Promise<void> {
  const texts = openTextsOf(host.texts)
  const cards = book.store.all()
  const card = cards[index] ?? {}
  const controls = book.fields.map((field) => createControl(host, field, card[field.name] ?? ''))
  const extra = await book.extra?.(card)
  const wrong = element('p', { class: 'wrong', role: 'alert' })
  const saved = await openSheet<readonly Card[] | undefined>(host.root, {
    label: texts[book.title],
    content(finish) {
      const form = element('form', {}, ...controls.map(({ row }) => row), ...(extra?.rows ?? []), wrong)
      const save = () => {
        const entered = {
          ...Object.fromEntries(controls.map((control) => [control.field.name, control.read()])),
          ...extra?.read(),
        }
        const fault = findFault(book.fields, entered)
        if (fault === undefined) finish(replaced(cards, index, entered))
        else wrong.textContent = fillText(texts[fault.text], { field: texts[fault.field.label] })
      }
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        save()
      })
      const remove = sheetButton(texts.remove, 'danger', () => finish(cards.filter((_card, at) => at !== index)))
      return [
        sheetTitle(texts[book.title]),
        form,
        sheetActions(
          sheetButton(texts.cancel, '', () => finish(undefined)),
          ...(index < cards.length ? [remove] : []),
          sheetButton(texts.save, 'go', save),
        ),
      ]
    },
  })
  if (saved !== undefined) book.store.save(saved)
}

function replaced(cards: readonly Card[], index: number, card: Card): readonly Card[] {
  return index < cards.length ? cards.map((old, at) => (at === index ? card : old)) : [...cards, card]
}

function findFault(
  fields: readonly CardField[],
  card: Card,
): { text: 'required' | 'invalid'; field: CardField } | undefined {
  for (const field of fields) {
    const value = card[field.name] ?? ''
    if (value === '' && field.isRequired) return { text: 'required', field }
    if (value !== '' && field.pattern?.test(value) === false) return { text: 'invalid', field }
  }
  return undefined
}

function createControl(
  host: HostContext,
  field: CardField,
  value: string,
): { field: CardField; row: HTMLElement; read(): string } {
  const texts = openTextsOf(host.texts)
  const label = texts[field.label]
  const control =
    field.options === undefined
      ? element('input', {
          type: 'text',
          name: field.name,
          inputmode: field.inputMode,
          autocomplete: field.autocomplete,
          maxlength: '100',
        })
      : element(
          'select',
          { name: field.name },
          ...field.options.map((option) => optionOf(option.value, texts[option.label])),
        )
  if (value !== '' || field.options === undefined) control.value = value
  return { field, row: element('label', {}, element('span', {}, label), control), read: () => control.value.trim() }
}

export function optionOf(value: string, text: string): HTMLOptionElement {
  return element('option', { value }, text)
}
