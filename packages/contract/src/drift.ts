import { anchor, certainties, comparators, driftKinds } from '@gangmu/core'
import { z } from 'zod'
import { documentRow } from './document-row.js'

export const counterpart = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  publisher: z.string().nullable(),
  receivedByName: z.string(),
  /** Beside the document it would be compared with; null where their dates do not say. */
  order: z.enum(['earlier', 'later']).nullable(),
  samePublisher: z.boolean(),
  /** How many bodies, indicators and things to be done both speak of, and a few of them. */
  shared: z.int(),
  names: z.array(z.string()),
})
export type Counterpart = z.infer<typeof counterpart>

const effect = z.enum(['weaker', 'later', 'stronger', 'same'])
const figure = z.number().nullable()
const loose = z.string().nullable()
const same = z.literal('same')

/** As `DriftFact` of core says. */
export const driftFact = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('value'),
    from: figure,
    to: figure,
    unit: z.string(),
    better: z.enum(['higher', 'lower']),
    effect,
  }),
  z.strictObject({
    of: z.literal('comparator'),
    from: z.enum(comparators),
    to: z.enum(comparators),
    effect,
  }),
  z.strictObject({ of: z.literal('threshold'), from: figure, to: figure, unit: z.string(), effect }),
  z.strictObject({ of: z.literal('hedge'), from: loose, to: loose, effect }),
  z.strictObject({ of: z.literal('due'), from: loose, to: loose, effect }),
  z.strictObject({
    of: z.literal('modality'),
    from: z.enum(['instruction', 'commitment']),
    to: z.enum(['instruction', 'commitment']),
    effect,
  }),
  z.strictObject({ of: z.literal('operational'), from: z.boolean(), to: z.boolean(), effect }),
  z.strictObject({ of: z.literal('reported'), from: figure, to: figure, unit: z.string(), effect }),
  z.strictObject({ of: z.literal('stated'), words: z.string(), effect: same }),
  z.strictObject({ of: z.literal('absent'), beside: z.enum(['series', 'theme', 'actor']), effect: same }),
  z.strictObject({ of: z.literal('lapsed'), due: z.string(), effect: same }),
  z.strictObject({ of: z.literal('rival'), ordinal: z.int(), effect: same }),
])

const driftSide = z.strictObject({
  /** Where the text says it and no finding does, one of that sentence; null where there is none. */
  finding: z.string().nullable(),
  anchor,
  /** The words that differ, as offsets in the restored text. */
  changed: z.array(z.tuple([z.int(), z.int()])),
  /** Whether a person confirmed the duty; else it is as it was read. */
  confirmed: z.boolean(),
  commitment: z.string().nullable(),
})
export type DriftSideRow = z.infer<typeof driftSide>

export const driftRow = z.strictObject({
  kind: z.enum(driftKinds),
  subject: z.string(),
  actor: z.string(),
  certainty: z.enum(certainties),
  why: z.array(driftFact),
  older: driftSide.nullable(),
  newer: driftSide.nullable(),
})
export type DriftRow = z.infer<typeof driftRow>

export const driftReply = z.strictObject({
  older: documentRow,
  newer: documentRow,
  /** Worst first. */
  drifts: z.array(driftRow),
})
export type DriftReply = z.infer<typeof driftReply>
