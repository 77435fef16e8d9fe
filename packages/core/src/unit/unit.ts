import { z } from 'zod'
import type { Share } from '../hierarchy/share.js'
import { plainDate } from '../time/plain-date.js'
import { certainties, linkKinds, unitKinds } from './kinds.js'
import type { LinkKind, UnitKind } from './kinds.js'

export * from './kinds.js'

/** Where a fact about territory comes from; shown beside it. */
export const basis = z.object({
  certainty: z.enum(certainties),
  sources: z.array(z.string()),
})
export type Basis = z.infer<typeof basis>

/**
 * When a row holds. `validFrom`/`validTo` are days in the world, end exclusive, null = open. `knownFrom`/`knownTo`
 * are instants (ISO 8601) at which we learned it and at which a later row corrected it. Nothing is overwritten.
 */
export interface Clocks {
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly knownFrom: string
  readonly knownTo: string | null
}

export interface UnitState extends Clocks {
  readonly unit: string
  readonly kind: UnitKind
  readonly name: string
  readonly aka: readonly string[]
  /** Official codes are attributes with a validity, never parents. */
  readonly code: string | null
  /** Sorts Chinese names: pinyin, compared byte by byte. */
  readonly sortKey: string
  readonly basis: Basis
}

export interface Link extends Clocks {
  readonly id: string
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
  /** What of its lower unit it takes, where that is not all of it. */
  readonly share?: Share
  readonly basis: Basis
}

/** Rows as a pack writes them: valid-time only, the known clock starts when the pack is loaded. */
export const packUnit = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(unitKinds),
  name: z.string().min(1),
  aka: z.array(z.string().min(1)).default([]),
  code: z.string().nullable().default(null),
  validFrom: plainDate.nullable().default(null),
  validTo: plainDate.nullable().default(null),
  basis: basis.default({ certainty: 'high', sources: [] }),
})
export type PackUnit = z.infer<typeof packUnit>

export const packLink = z.strictObject({
  kind: z.enum(linkKinds),
  from: z.string().min(1),
  to: z.string().min(1),
  validFrom: plainDate.nullable().default(null),
  validTo: plainDate.nullable().default(null),
  basis: basis.default({ certainty: 'high', sources: [] }),
})
export type PackLink = z.infer<typeof packLink>
