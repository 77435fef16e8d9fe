import type { Anchor } from './anchor.js'
import type { BodyOf } from './finding.js'
import type { Certainty } from './restoration.js'

/** 变化: what became of a pledge between two documents, worst first. `new` is no drift, but completes the picture. */
export const driftKinds = ['dropped', 'weakened', 'postponed', 'raised', 'kept', 'new'] as const
export type DriftKind = (typeof driftKinds)[number]

/**
 * Where a document speaks of the pledge. `ordinal` is null where its text does, but no finding. `changed` are the words
 * that differ (figures, dates, words of intent), as offsets in the text: sorted, apart, within the anchor.
 */
export interface DriftSide {
  readonly ordinal: number | null
  readonly anchor: Anchor
  readonly changed: readonly (readonly [start: number, end: number])[]
}

/** What a change does to the pledge. `same` is said, but changes nothing. */
export type DriftEffect = 'weaker' | 'later' | 'stronger' | 'same'

type Comparator = BodyOf<'quantity'>['comparator']

interface Change<Of extends string, T> {
  readonly of: Of
  readonly from: T
  readonly to: T
  readonly effect: DriftEffect
}

/**
 * Why a drift is what it is, as facts. Values are in `unit`, a base unit; a null value, hedge or due is one that the
 * document does not state. Dues are loose dates or ISO durations. `better` says which way the indicator shall go.
 */
export type DriftFact =
  | (Change<'value', number | null> & { readonly unit: string; readonly better: 'higher' | 'lower' })
  | Change<'comparator', Comparator>
  | (Change<'threshold', number | null> & { readonly unit: string })
  | Change<'hedge', string | null>
  | Change<'due', string | null>
  | Change<'modality', BodyOf<'action'>['modality']>
  | Change<'operational', boolean>
  /** The newer document reports on it instead of pledging it. */
  | (Change<'reported', number | null> & { readonly unit: string })
  /** The newer document says itself that it was moved, stays, or is given up: in these words. */
  | { readonly of: 'stated'; readonly words: string; readonly effect: 'same' }
  /** Why its absence means something: the newer document is of the same series, or speaks of its theme or actor. */
  | { readonly of: 'absent'; readonly beside: 'series' | 'theme' | 'actor'; readonly effect: 'same' }
  /** Its date had passed when the newer document was written. */
  | { readonly of: 'lapsed'; readonly due: string; readonly effect: 'same' }
  /** Another sentence might be the same pledge as well. */
  | { readonly of: 'rival'; readonly ordinal: number; readonly effect: 'same' }

export interface Drift {
  readonly kind: DriftKind
  readonly subject: string
  /** Who owes it, as the older document says, else the newer; empty where neither does. */
  readonly actor: string
  readonly older: DriftSide | null
  readonly newer: DriftSide | null
  readonly why: readonly DriftFact[]
  readonly certainty: Certainty
}
