import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paragraphsOf, segmentsOf } from './segments.js'

const LENGTH = 60
const marks = fc
  .array(fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)), { maxLength: 25 })
  .map((pairs) =>
    pairs.map(([a, b], index) => ({ id: String(index), start: Math.min(a, b), end: Math.max(a, b) })),
  )

it('segments tile the range, and each carries exactly the marks that cover it', () => {
  fc.assert(
    fc.property(marks, (all) => {
      const segments = segmentsOf(all, 0, LENGTH)
      expect(segments[0]?.start).toBe(0)
      expect(segments.at(-1)?.end).toBe(LENGTH)
      for (const [index, segment] of segments.entries()) {
        expect(segment.start).toBeLessThan(segment.end)
        if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end)
        const covering = all.filter((it) => it.start <= segment.start && segment.end <= it.end)
        expect(new Set(segment.marks.map((it) => it.id))).toEqual(new Set(covering.map((it) => it.id)))
      }
      const opened = segments.flatMap((it) => it.opens.map((mark) => mark.id))
      expect(opened.sort()).toEqual(
        all
          .filter((it) => it.start < it.end)
          .map((it) => it.id)
          .sort(),
      )
    }),
  )
})

it('paragraphs and line ends add up to the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '\n', 'b')).map((it) => it.join('')),
      (text) => {
        expect(paragraphsOf(text).map(([start, end]) => text.slice(start, end))).toEqual(
          text.split('\n').filter((it) => it !== ''),
        )
      },
    ),
  )
})
