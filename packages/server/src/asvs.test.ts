/** The map of the standard's requirements to tests may promise nothing that is not there. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const root = new URL('../../../', import.meta.url)
const map = z
  .strictObject({
    standard: z.string(),
    requirements: z.array(
      z.strictObject({
        id: z.string().regex(/^\d+\.\d+\.\d+$/),
        says: z.string().min(1),
        tests: z.array(z.strictObject({ file: z.string(), name: z.string().min(2) })).min(1),
      }),
    ),
    open: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('docs/security/asvs.json', root), 'utf8')))

it('names each of the 164 requirements that a test can show once, as shown or as open', () => {
  const ids = [...map.requirements.map(({ id }) => id), ...map.open]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(164)
})

it.each(map.requirements)('$id has its tests: $says', ({ tests }) => {
  for (const { file, name } of tests) expect(readFileSync(new URL(file, root), 'utf8')).toContain(`'${name}'`)
})
