import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsOf } from './ids-of.js'

describe('what results are called', () => {
  it.each([
    [
      ['plan.txt', 'a/plan.txt'],
      ['plan', 'a/plan'],
    ],
    [
      ['plan.txt', 'plan.pdf', 'note.txt'],
      ['plan.txt', 'plan.pdf', 'note'],
    ],
    [
      ['plan.txt', 'Plan.html'],
      ['plan.txt', 'Plan.html'],
    ],
    [
      ['plan.txt', 'plan.pdf', 'plan.txt.html'],
      ['plan.txt', 'plan.pdf', 'plan.txt.html'],
    ],
    [
      ['plan.txt', 'plan.txt', 'plan.txt'],
      ['plan.txt', 'plan.txt-2', 'plan.txt-3'],
    ],
    [
      ['manifest.txt', '.txt'],
      ['manifest.txt', '.txt'],
    ],
  ])('of %j is %j', (names, ids) => {
    expect(idsOf(names)).toEqual(ids)
  })

  it('is no two the same, and by different names does not hang on their order', () => {
    const name = fc
      .tuple(
        fc.constantFrom('a', 'A', 'a.txt', 'b/a', 'manifest'),
        fc.constantFrom('', '.txt', '.pdf', '.TXT'),
      )
      .map(([stem, extension]) => stem + extension)
    fc.assert(
      fc.property(
        fc.array(name),
        fc.uniqueArray(name, { selector: (it) => it.toLowerCase() }),
        (any, apart) => {
          const ids = idsOf(any).map((id) => id.toLowerCase())
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids).not.toContain('manifest')
          expect(idsOf(apart.toReversed()).toReversed()).toEqual(idsOf(apart))
        },
      ),
    )
  })
})
