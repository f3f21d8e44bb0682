import { expect, test } from 'vitest'
import { createWordSearch } from './word-search.ts'

const search = (words: readonly string[], text: string): string[] =>
  createWordSearch(words.map((each) => ({ text: each })))(text)
    .map((word) => word.text)
    .toSorted()

test.each([
  [['he', 'she', 'his', 'hers'], 'ushers', ['he', 'hers', 'she']],
  [['abcd', 'bc'], 'abce', ['bc']],
  [['赌博'], '欢迎来赌 博！', ['赌博']],
  [['赌博'], '赌*博', ['赌博']],
  [['casino'], 'ＣＡＳＩＮＯ', ['casino']],
  [['casino'], 'c.a.s.i.n.o', ['casino']],
  [['casino'], 'cas ino'.replace(' ', '\u200b'), ['casino']],
  [['赌博'], '博赌', []],
  [['aa'], 'aaaa', ['aa']],
  [['!!!'], 'anything', []],
  [['word'], '', []],
])('of %j, %j holds %j', (words, text, expected) => {
  expect(search(words, text)).toEqual(expected)
})

test('finds what a naive search finds, in random texts', () => {
  let seed = 7
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
  const text = (length: number): string => Array.from({ length }, () => 'abc'.charAt(random(3))).join('')
  for (let round = 0; round < 200; round++) {
    const words = [...new Set(Array.from({ length: 8 }, () => text(1 + random(5))))]
    const haystack = text(40)
    expect(search(words, haystack)).toEqual(words.filter((word) => haystack.includes(word)).toSorted())
  }
})
