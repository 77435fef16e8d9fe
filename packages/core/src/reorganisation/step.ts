import type { Share } from '../hierarchy/share.js'
import type { UnitKind } from '../unit/kinds.js'

/** A unit that a step makes. */
export interface NewUnit {
  readonly unit: string
  readonly kind: UnitKind
  readonly name: string
}

/** 区划/机构调整: one change of the map. Steps of a draft are done one after another, on one day. */
export type Step =
  /** 设立. What it covers is taken from whoever covered it. */
  | {
      readonly kind: 'found'
      readonly unit: NewUnit
      readonly partOf: string
      readonly covers: readonly string[]
    }
  /** 合并: all of them into one of them, or into a new unit. `partOf` says whose part it is where theirs differ. */
  | {
      readonly kind: 'merge'
      readonly units: readonly string[]
      readonly into: string | NewUnit
      readonly partOf?: string
    }
  /** 分设: every lower unit goes to one part. The part named by the unit's own id is the unit, going on. */
  | { readonly kind: 'split'; readonly unit: string; readonly parts: readonly Part[] }
  /** 划转: a lower unit from one upper unit to another. */
  | { readonly kind: 'transfer'; readonly unit: string; readonly from: string; readonly to: string }
  /** 更名. */
  | { readonly kind: 'rename'; readonly unit: string; readonly name: string }
  /** 改制: a county becomes a district of a city, a park a zone. */
  | { readonly kind: 'retype'; readonly unit: string; readonly to: UnitKind }
  /** 撤销: what it holds goes to its successor. */
  | { readonly kind: 'abolish'; readonly unit: string; readonly successor: string }

export interface Part {
  readonly into: string | NewUnit
  /** The lower units that go there: parts, what was covered, members. */
  readonly lower: readonly string[]
  /** What of the old unit's history counts as this part's, where it cannot be told by its lower units. */
  readonly weight: Share
}

/** Where a unit came from: what of `from` goes on in `to` since `date`. Of one unit the shares sum to one. */
export interface Lineage {
  readonly from: string
  readonly to: string
  readonly share: Share
}
