/** Takes secrets and phone numbers out of what is kept: by the name of the field, and by the shape of the text. */

const mark = '[removed]'

const secretName =
  /passw(or)?d|secret|token|authorization|cookie|session_?key|private_?key|api_?key$|aes_?key|phone|mobile|one_?time_?code|otp/i

const shapes: readonly (readonly [RegExp, string])[] = [
  // Ours: byk_… of keys, byw_… of webhooks, and those to come.
  [/\bby[a-z]_[\w-]{8,}/g, mark],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${mark}`],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, mark],
  [/([?&](?:token|code|key|secret|signature|sig|access_token|password)=)[^&\s"'\\]+/gi, `$1${mark}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*:)[^\s@/"]+@/gi, `$1${mark}@`],
  [/(?<![\w.-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\w-])/g, mark],
  [/(?<![\w+])\+[1-9]\d{7,14}(?!\d)/g, mark],
]

/** A copy without secrets; what JSON cannot hold becomes text. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value)
  if (typeof value === 'number') return textWithoutSecrets(String(value)) === String(value) ? value : mark
  if (typeof value !== 'object' || value === null) return value ?? null
  if (depth > 20) return mark
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, secretName.test(name) && hasText(item) ? mark : withoutSecrets(item, depth + 1)]),
  )
}

export function textWithoutSecrets(text: string): string {
  let clean = text
  for (const [pattern, replacement] of shapes) clean = clean.replace(pattern, replacement)
  return clean
}

/** Whether there is a password may be told. */
function hasText(value: unknown): boolean {
  return value !== null && typeof value !== 'boolean'
}
