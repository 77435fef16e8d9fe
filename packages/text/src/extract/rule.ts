import type { FindingBody } from '@gangmu/core'
import type { Entity } from './entities.js'
import type { Frame, Ground } from './ground.js'

/** A finding before its anchor is cut and its ordinal is known. */
export interface Draft {
  readonly start: number
  readonly end: number
  readonly body: FindingBody
}

/** What every rule is given: the text with its outline and places, and its clauses with what is in force in them. */
export interface Source extends Ground {
  readonly frames: readonly Frame[]
  readonly entities: readonly Entity[]
}

export interface Rule {
  /** The file name of the rule. */
  readonly name: string
  readonly find: (source: Source) => Draft[]
}
