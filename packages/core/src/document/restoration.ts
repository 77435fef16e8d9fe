/** What kind of damage a repair undid. One word per step of the chain in `text/restore`. */
export type RepairKind =
  | 'charset'
  | 'entity'
  | 'pinyin'
  | 'shifted-run'
  | 'script'
  | 'variant'
  | 'promo'
  | 'punctuation'
  | 'quotes'
  | 'spacing'
  | 'line-break'
  | 'moved'
  | 'removed'

export type Certainty = 'high' | 'medium' | 'low'

/**
 * One change between the received and the restored text. Offsets count UTF-16 units: `received` in the text as it
 * was decoded, `restored` in the restored text, both end exclusive. Edits are ordered by `restored.start`; text
 * between two edits is the same in both, except across a `moved` edit.
 */
export interface Edit {
  readonly kind: RepairKind
  readonly received: readonly [start: number, end: number]
  readonly restored: readonly [start: number, end: number]
}

/**
 * A repair a person may want to look at, with how it was derived. Mechanical conversion (script, pinyin,
 * punctuation width) is summed up in one repair per kind; everything else stands alone. `applied: false` is a
 * proposal: the restored text still holds the damaged form.
 */
export interface Repair {
  /** Stable for the same received text and rules: kind, offset, length. */
  readonly key: string
  readonly kind: RepairKind
  readonly damaged: string
  readonly mended: string
  readonly derivation: string
  readonly certainty: Certainty
  readonly occurrences: number
  readonly applied: boolean
  readonly received: readonly [start: number, end: number]
  readonly restored: readonly [start: number, end: number]
}

export interface Restoration {
  /** Version of the rule set that made it. */
  readonly rules: string
  readonly text: string
  readonly edits: readonly Edit[]
  readonly repairs: readonly Repair[]
}
