import type { LinkKind, UnitKind } from '../unit/kinds.js'

/**
 * 口径: a named way to roll up, as a rule over links. A unit may stand in several: a town is part of its district
 * and covered by its zone.
 */
export interface Hierarchy {
  readonly id: string
  /** What the lowest units may be; a unit of these kinds is a leaf where no other of them is part of it. */
  readonly leaves: readonly UnitKind[]
  /** From the lowest level to the top. */
  readonly levels: readonly Level[]
}

export interface Level {
  readonly kind: UnitKind
  /**
   * How a leaf finds its units of this level. `part-of`: up from the level below. `covers`: what covers the leaf, or
   * else what covers the nearest unit the leaf is part of, so that a zone may take a town or some of its villages.
   */
  readonly by: Extract<LinkKind, 'part-of' | 'covers'>
}

/** 行政: village, town, district, city. */
export const administrative: Hierarchy = {
  id: 'administrative',
  leaves: ['town', 'village', 'community'],
  levels: [
    { kind: 'town', by: 'part-of' },
    { kind: 'district', by: 'part-of' },
    { kind: 'city', by: 'part-of' },
  ],
}

/** 功能区: village, town, zone, city. */
export const functional: Hierarchy = {
  id: 'functional',
  leaves: ['town', 'village', 'community'],
  levels: [
    { kind: 'zone', by: 'covers' },
    { kind: 'city', by: 'part-of' },
  ],
}

/** 国资: enterprise, state-owned enterprise, city. */
export const stateOwned: Hierarchy = {
  id: 'state-owned',
  leaves: ['enterprise', 'soe'],
  levels: [
    { kind: 'soe', by: 'part-of' },
    { kind: 'city', by: 'part-of' },
  ],
}

export const hierarchies = [administrative, functional, stateOwned] as const
