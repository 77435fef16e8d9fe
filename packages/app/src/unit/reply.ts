import type { Basis, Leg, Light, LinkKind, UnitKind } from '@gangmu/core'
import type { LightCounts } from '../commitment/reply.js'

export interface AsOfQuery {
  /** A day; today when absent. */
  readonly asOf?: string | undefined
  /** An instant; all we know when absent. */
  readonly knownAt?: string | undefined
}

export interface UnitRow {
  id: string
  kind: UnitKind
  name: string
  aka: string[]
  code: string | null
  validFrom: string | null
  validTo: string | null
  basis: Basis
}

export interface LinkRow {
  id: string
  kind: LinkKind
  from: string
  to: string
  share?: { part: number; whole: number }
  validFrom: string | null
  validTo: string | null
  basis: Basis
}

export interface UnitList {
  asOf: string
  units: UnitRow[]
  links: LinkRow[]
}

export interface CoverageQuery extends AsOfQuery {
  /** The unit whose towns are looked at; the city of the place when absent. */
  readonly city?: string | undefined
}

export interface CoverageReply {
  asOf: string
  city: string
  cities: string[]
  zones: number
  towns: number
  holes: string[]
  overlaps: { town: string; zones: string[] }[]
  legs: { zone: string; missing: Leg[] }[]
  namedInDocuments: number
  claims: {
    zones: number | null
    towns: number | null
    sentence: {
      document: string
      title: string
      quote: string
      start: number
      words: Span
      clause: Span
    } | null
  }[]
}

/** Places in a string, end exclusive. */
export interface Span {
  start: number
  end: number
}

export interface Tile {
  unit: string
  name: string
  board: string
  zones: string[]
  col: number
  row: number
  light: Light | null
  counts: LightCounts
}
