/** The text field that has the focus, if any: the keyboard is there for it. */
function focusedField(): HTMLInputElement | HTMLTextAreaElement | undefined {
  const { activeElement: active } = document
  return active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : undefined
}

/** False when there was no keyboard to hide. */
export function hideKeyboard(): boolean {
  const field = focusedField()
  field?.blur()
  return field !== undefined
}

export function selectedRange(): { start: number; end: number } | undefined {
  const field = focusedField()
  if (field === undefined) return undefined
  const length = field.value.length
  return { start: field.selectionStart ?? length, end: field.selectionEnd ?? length }
}
