import type { StoredFile } from '@banyan/contract/files'
import { expect, test } from 'vitest'
import { entriesOf, folderTrail, nextCursor, readFolder } from './folder-view.ts'

const file = (path: string): StoredFile => ({
  id: `file_${path.length}`,
  path,
  sizeBytes: 1,
  mediaType: 'text/plain',
  sha256: '',
  openId: null,
  createdAt: '2026-01-02T03:04:05.000Z',
})
const page = (paths: readonly string[], next: string | null) => ({
  items: paths.map(file),
  nextCursor: next,
  usedBytes: 0,
  limitBytes: 1,
})

test('shows each folder once, beside the files of the folder itself', () => {
  const files = ['avatars/1.png', 'avatars/old/2.png', 'notes.txt', 'videos/a.mp4'].map(file)
  expect(entriesOf(files, '').map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'folder avatars',
    'file notes.txt',
    'folder videos',
  ])
  expect(entriesOf(files.slice(0, 2), 'avatars/').map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'file 1.png',
    'folder old',
  ])
})

test('reads on behind a folder that it has seen', () => {
  const all = ['avatars/1.png', 'avatars/\u{1F33F}.png', 'avatars!', 'notes.txt'].toSorted()
  const behind = nextCursor(page(['avatars!', 'avatars/1.png'], 'avatars/1.png'), '') ?? ''
  const bytes = (text: string) => Buffer.from(text)
  expect(all.filter((path) => Buffer.compare(bytes(path), bytes(behind)) > 0)).toEqual(['notes.txt'])
})

test('goes on after the last file where no folder ends the page', () => {
  expect(nextCursor(page(['avatars/1.png', 'avatars/2.png'], 'avatars/2.png'), 'avatars/')).toBe('avatars/2.png')
  expect(nextCursor(page(['a/1.png'], null), '')).toBeUndefined()
  const long = `${'x'.repeat(252)}/1`
  expect(nextCursor(page([long], long), '')?.length).toBeLessThanOrEqual(256)
})

test('leads back through the folders above', () => {
  expect(folderTrail('')).toEqual([])
  expect(folderTrail('avatars/2026/')).toEqual([
    { name: 'avatars', folder: 'avatars/' },
    { name: '2026', folder: 'avatars/2026/' },
  ])
})

test('finds what lies behind full folders without asking for each of their files', async () => {
  const paths = ['avatars', 'banners', 'covers'].flatMap((folder) =>
    Array.from({ length: 1000 }, (_, index) => `${folder}/${String(index).padStart(4, '0')}.png`),
  )
  const all = [...paths, 'terms.txt']
  let requests = 0
  const list = ({ prefix, cursor = '', limit }: { prefix: string; cursor?: string; limit: number }) => {
    requests += 1
    const found = all.filter((path) => path.startsWith(prefix) && path > cursor)
    return Promise.resolve(page(found.slice(0, limit), found.length > limit ? (found[limit - 1] ?? null) : null))
  }
  const root = await readFolder(list, { folder: '', name: '', cursor: undefined })
  expect(root.entries.map(({ name }) => name)).toEqual(['avatars', 'banners', 'covers', 'terms.txt'])
  expect(root.cursor).toBeUndefined()
  expect(requests).toBe(4)
  const inside = await readFolder(list, { folder: 'covers/', name: '00', cursor: undefined })
  expect(inside.entries).toHaveLength(100)
})
