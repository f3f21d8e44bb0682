/** The console speaks two languages completely, and no component has words of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'
import { z } from 'zod'

const source = join(import.meta.dirname, '..', 'packages', 'console', 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
const components = files.filter((name) => name.endsWith('.tsx'))
const tables = files.filter((name) => /(?:^|\/)texts\.ts$/.test(name))

interface Texts {
  [key: string]: string | Texts
}
const textsSchema: z.ZodType<Texts> = z.record(
  z.string(),
  z.lazy(() => z.union([z.string().min(1), textsSchema])),
)
const tableSchema = z.object({ zh: textsSchema, en: textsSchema })

async function readTable(name: string) {
  const module: unknown = await import(join(source, name))
  return tableSchema.parse(Object.values(z.record(z.string(), z.unknown()).parse(module))[0])
}

/** Each text by its whole key. */
function flatten(texts: Texts, before = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : flatten(value, `${before}${key}.`),
  )
}

const placeholdersOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()

/** Words in the code of a component: text between tags, or an attribute that people read or hear. */
function wordsIn(code: string, name: string): string[] {
  const found: string[] = []
  const shown = new Set([
    'title',
    'label',
    'placeholder',
    'alt',
    'aria-label',
    'description',
    'okText',
    'cancelText',
    'extra',
  ])
  const note = (text: string) => {
    if (/\p{L}/u.test(text)) found.push(`${name}: ${text.trim()}`)
  }
  new Visitor({
    JSXText: ({ value }) => note(value),
    JSXAttribute({ name: attribute, value }) {
      if (value?.type !== 'Literal' || typeof value.value !== 'string') return
      if (attribute.type === 'JSXIdentifier' && shown.has(attribute.name)) note(value.value)
    },
  }).visit(parseSync(name, code).program)
  return found
}

test('finds words in a component that has some', () => {
  expect(wordsIn('const Page = () => <p title="Hello">{say("x")} 你好</p>', 'page.tsx')).toEqual([
    'page.tsx: Hello',
    'page.tsx: 你好',
  ])
})

test('no component of the console has words of its own', () => {
  expect(components.length).toBeGreaterThan(10)
  expect(components.flatMap((name) => wordsIn(readFileSync(join(source, name), 'utf8'), name))).toEqual([])
})

test('every text of the console is there in Chinese and in English, with the same places to fill in', async () => {
  expect(tables.length).toBeGreaterThan(3)
  for (const name of tables) {
    const { zh, en } = await readTable(name)
    const ofEnglish = new Map(flatten(en))
    const keys = flatten(zh).map(([key]) => key)
    expect([...ofEnglish.keys()].toSorted(), relative(source, name)).toEqual(keys.toSorted())
    for (const [key, text] of flatten(zh)) {
      expect(placeholdersOf(ofEnglish.get(key) ?? ''), `${name} ${key}`).toEqual(placeholdersOf(text))
    }
  }
})

test('every text that a component asks for is there', async () => {
  const keysOf = async (name: string) => flatten((await readTable(name)).zh).map(([key]) => key)
  const ofHouse = await keysOf('house/texts.ts')
  const missing: string[] = []
  for (const name of components) {
    const code = readFileSync(join(source, name), 'utf8')
    const features = [...code.matchAll(/useTexts\('([\w-]+)'\)/g)].map(([, feature = '']) => feature)
    const known = new Set([
      ...ofHouse,
      ...(await Promise.all(features.map((feature) => keysOf(`features/${feature}/texts.ts`)))).flat(),
    ])
    for (const [, key = ''] of code.matchAll(/\bsay(?:House)?\('([\w.]+)'/g)) {
      // A text with a count is there as `…_one` and `…_other`, of which i18next takes one.
      if (!known.has(key) && !known.has(`${key}_other`)) missing.push(`${name}: ${key}`)
    }
  }
  expect(missing).toEqual([])
})
