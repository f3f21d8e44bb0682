import { describe, expect, it } from 'vitest'
import { codePrint } from './code-print.ts'

/** A program of so many statements, no two alike. */
function program(name: string, count = 800): string[] {
  return Array.from({ length: count }, (_, at) => `const ${name}${at} = load${at * 7}(${name}${at - 1}, "${at}")`)
}

async function shareOf(one: readonly string[], other: readonly string[]): Promise<number> {
  const others = new Set(await codePrint([other.join('\n')]))
  const own = await codePrint([one.join('\n')])
  return own.filter((print) => others.has(print)).length / own.length
}

describe('the print of code', () => {
  it('is the same however it is laid out, and wherever its parts stand', async () => {
    const code = program('shop')
    expect(await codePrint([code.join('\n')])).toEqual(await codePrint([code.join('   ')]))
    expect(await shareOf([...code.slice(400), ...code.slice(0, 400)], code)).toBeGreaterThan(0.9)
  })

  it('shows a copy with something written between, and tells other programs apart', async () => {
    const code = program('shop')
    const copy = code.flatMap((line, at) => (at % 20 === 0 ? [line, `console.warn('changed ${at}')`] : [line]))
    expect(await shareOf(copy, code)).toBeGreaterThan(0.6)
    expect(await shareOf(program('clinic'), code)).toBeLessThan(0.1)
  })

  it('is small for a large program, and empty for next to nothing', async () => {
    const large = program('shop', 20_000).join('\n')
    expect(await codePrint([large])).toHaveLength(128)
    expect(await codePrint(['let a'])).toEqual([])
  })
})
