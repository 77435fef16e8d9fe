import type { Edit, Repair, RepairKind, Restoration } from '@gangmu/core'
import { about } from './about.js'
import { chain } from './chain.js'
import { toRestored } from './offsets.js'
import { findLateTitle } from './steps/title.js'
import {
  applyChanges,
  type Change,
  freeze,
  frozenRanges,
  moveToFront,
  newTrace,
  type Note,
  receivedRanges,
  type Trace,
} from './trace.js'

/** Version of the rule set; a change of any rule or word list changes it. */
export const restoreRules = 'restore-3'

export interface RestoreOptions {
  /** Keys of repairs that a person refused; they are listed as not applied, and the text keeps the damaged form. */
  readonly refused?: ReadonlySet<string>
}

type Span = readonly [start: number, end: number]

interface Noted {
  readonly kind: RepairKind
  readonly note: Note
  readonly received: Span
  readonly applied: boolean
}

interface Tally {
  readonly kind: RepairKind
  readonly summary: string
  readonly occurrences: number
  readonly first: Span
  readonly applied: boolean
}

/**
 * The article in a received text, with every repair. Offsets count UTF-16 units. A text that is clean (simplified,
 * full-width marks, a paragraph a line) comes back unchanged.
 */
export function restore(received: string, options: RestoreOptions = {}): Restoration {
  const refused = options.refused ?? new Set<string>()
  const context = about(received)
  const noted: Noted[] = []
  const tallies: Tally[] = []
  let trace = newTrace(received)
  for (const step of chain) {
    const found = outside(step.find(trace.text, context), frozenRanges(trace))
    if (found.length === 0) continue
    const wanted: Change[] = []
    const held: Span[] = []
    const counts = new Map<RepairKind, { occurrences: number; change: Change; applied: boolean }>()
    // Only what is listed by itself needs its place; mechanical changes are many.
    const alone = found.filter((change) => change.note)
    const ranges = receivedRanges(trace, alone)
    let told = 0
    for (const change of found) {
      const kind = change.kind ?? step.kind
      if (change.note) {
        const range = ranges[told++] ?? [0, 0]
        const isRefused = refused.has(keyOf(kind, range))
        const says = !isRefused && change.note.proposal !== true
        noted.push({ kind, note: change.note, received: range, applied: says })
        if (says) wanted.push(change)
        else if (isRefused) held.push([change.start, change.end])
        continue
      }
      let count = counts.get(kind)
      if (count) count.occurrences++
      else {
        count = { occurrences: 1, change, applied: !refused.has(`${kind}:all`) }
        counts.set(kind, count)
      }
      if (count.applied) wanted.push(change)
    }
    // Field by field: taking the rest of an object makes one that no compiled code knows.
    for (const [kind, { change, occurrences, applied }] of counts) {
      const first = receivedRanges(trace, [change])[0] ?? [0, 0]
      tallies.push({ kind, summary: step.summary, first, occurrences, applied })
    }
    trace = applyChanges(freeze(trace, held), step.kind, wanted)
  }
  trace = withTitleFirst(trace, refused, noted)
  const edits = editsOf(trace)
  const bare: Restoration = { rules: restoreRules, text: trace.text, edits, repairs: [] }
  return { ...bare, repairs: [...standing(received, bare, noted), ...summed(bare, tallies)] }
}

function keyOf(kind: RepairKind, range: Span): string {
  return `${kind}:${range[0]}:${range[1] - range[0]}`
}

/** Changes that touch nothing a person refused. Both lists are in order. */
function outside(changes: readonly Change[], frozen: readonly Span[]): readonly Change[] {
  if (frozen.length === 0) return changes
  let f = 0
  return changes.filter((change) => {
    while ((frozen[f]?.[1] ?? Infinity) <= change.start) f++
    return (frozen[f]?.[0] ?? Infinity) >= change.end || change.kind === 'removed'
  })
}

function withTitleFirst(trace: Trace, refused: ReadonlySet<string>, noted: Noted[]): Trace {
  const title = findLateTitle(trace.text)
  if (!title) return trace
  const [start, end] = title
  const received = receivedRanges(trace, [{ start, end, text: '' }])[0] ?? [0, 0]
  const applied = !refused.has(keyOf('moved', received))
  const note: Note = { derivation: '原在正文之后的标题行，移到首行。', certainty: 'high' }
  noted.push({ kind: 'moved', note, received, applied })
  if (!applied) return trace
  // Its line feed goes with it; a text that ended without one lends it the feed before the title.
  const { length } = trace.text
  if (end < length) return moveToFront(trace, start, end + 1)
  const fed = applyChanges(trace, 'moved', [
    { start: start - 1, end: start, text: '' },
    { start: end, end, text: '\n' },
  ])
  return moveToFront(fed, start - 1, fed.text.length)
}

/** The edits of the pieces, neighbours of a kind joined; a jump in the received text is marked by an empty one. */
function editsOf(trace: Trace): readonly Edit[] {
  const edits: Edit[] = []
  let at = 0
  let expected = 0
  for (const piece of trace.pieces) {
    if (piece.from !== expected && piece.kind === null)
      edits.push({ kind: 'moved', received: [piece.from, piece.from], restored: [at, at] })
    if (piece.kind !== null)
      edits.push({ kind: piece.kind, received: [piece.from, piece.to], restored: [at, at + piece.length] })
    at += piece.length
    expected = piece.to
  }
  return edits
}

/** Repairs that stand alone; one whose place was removed later is told by the removal. */
function standing(received: string, bare: Restoration, noted: readonly Noted[]): readonly Repair[] {
  const removed = noted.filter((it) => it.kind === 'removed' && it.applied).map((it) => it.received)
  removed.sort((a, b) => a[0] - b[0])
  const inRemoved = ([start, end]: Span): boolean => {
    let low = 0
    let high = removed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((removed[middle]?.[0] ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return end <= (removed[low - 1]?.[1] ?? -1)
  }
  return noted
    .filter((it) => it.kind === 'removed' || !inRemoved(it.received))
    .map((it) => {
      const restored = toRestored(bare, it.received[0], it.received[1])
      return {
        key: keyOf(it.kind, it.received),
        kind: it.kind,
        damaged: received.slice(...it.received),
        mended: bare.text.slice(...restored),
        derivation: it.note.derivation,
        certainty: it.note.certainty,
        occurrences: 1,
        applied: it.applied,
        received: it.received,
        restored,
      }
    })
    .sort((a, b) => a.received[0] - b.received[0])
}

/** Mechanical conversion, one repair a kind. */
function summed(bare: Restoration, tallies: readonly Tally[]): readonly Repair[] {
  const kinds = new Map<RepairKind, Tally[]>()
  for (const tally of tallies) kinds.set(tally.kind, [...(kinds.get(tally.kind) ?? []), tally])
  return [...kinds].map(([kind, all]) => {
    const first = all[0]?.first ?? [0, 0]
    return {
      key: `${kind}:all`,
      kind,
      damaged: '',
      mended: '',
      derivation: `${[...new Set(all.map((tally) => tally.summary))].join('；')}。`,
      certainty: 'high',
      occurrences: all.reduce((sum, tally) => sum + tally.occurrences, 0),
      applied: all.every((tally) => tally.applied),
      received: first,
      restored: toRestored(bare, first[0], first[1]),
    }
  })
}
