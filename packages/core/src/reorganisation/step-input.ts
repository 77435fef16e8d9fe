import { z } from 'zod'
import { type Share, shareOf } from '../hierarchy/share.js'
import { writtenText } from '../text.js'
import { unitKinds } from '../unit/kinds.js'
import type { Step } from './step.js'

/** A part of a whole, in integers as JSON holds them. */
export const shareInput = z
  .strictObject({ part: z.int().min(1).max(1_000_000), whole: z.int().min(1).max(1_000_000) })
  .refine((it) => it.part <= it.whole, 'is more than the whole')

const unit = z.string().min(1).max(100)
const name = writtenText(100).trim().min(1)
const newUnit = z.strictObject({
  unit: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(unitKinds),
  name,
})
const into = z.union([unit, newUnit])

/** Steps as a person writes them; `stepOf` makes them exact. */
export const stepInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), unit: newUnit, partOf: unit, covers: z.array(unit).max(500) }),
  z.strictObject({
    kind: z.literal('merge'),
    units: z.array(unit).min(1).max(100),
    into,
    partOf: unit.optional(),
  }),
  z.strictObject({
    kind: z.literal('split'),
    unit,
    parts: z
      .array(z.strictObject({ into, lower: z.array(unit).max(500), weight: shareInput }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ kind: z.literal('transfer'), unit, from: unit, to: unit }),
  z.strictObject({ kind: z.literal('rename'), unit, name }),
  z.strictObject({ kind: z.literal('retype'), unit, to: z.enum(unitKinds) }),
  z.strictObject({ kind: z.literal('abolish'), unit, successor: unit }),
])
export type StepInput = z.infer<typeof stepInput>

export function stepOf(it: StepInput): Step {
  switch (it.kind) {
    case 'merge': {
      const { partOf, ...rest } = it
      return partOf === undefined ? rest : { ...rest, partOf }
    }
    case 'split':
      return {
        ...it,
        parts: it.parts.map((part) => ({ ...part, weight: shareOf(part.weight.part, part.weight.whole) })),
      }
    default:
      return it
  }
}

/** As JSON holds it. Throws a RangeError where it is finer than numbers there are exact. */
export function shareJson({ part, whole }: Share): { part: number; whole: number } {
  if (whole > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`too fine a share: ${part}/${whole}`)
  return { part: Number(part), whole: Number(whole) }
}
