import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offsetIn } from './offsets.js'

const pieces = fc.array(fc.record({ same: fc.nat(5), damaged: fc.nat(4), mended: fc.nat(4) }), {
  maxLength: 20,
})

it('text between two repairs maps there and back', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      let received = 0
      let restored = 0
      const edits = []
      const between: (readonly [number, number])[] = []
      for (const { same, damaged, mended } of all) {
        for (let at = 0; at < same; at += 1) between.push([received + at, restored + at])
        received += same
        restored += same
        if (damaged + mended > 0) {
          edits.push({
            kind: 'variant',
            received: [received, received + damaged] as [number, number],
            restored: [restored, restored + mended] as [number, number],
          })
        }
        received += damaged
        restored += mended
      }
      for (const [there, here] of between) {
        expect(offsetIn(edits, 'restored', here)).toBe(there)
        expect(offsetIn(edits, 'received', there)).toBe(here)
      }
    }),
  )
})
