import type { DocumentDetail, FindingRow } from '@gangmu/contract'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { New } from '../outbox/outbox.js'
import { type Conflict, conflictsIn, type Pending } from '../outbox/pending.js'
import { useOutbox, usePending } from '../outbox/use-outbox.js'
import { useSession } from '../session/use-session.js'
import { requestId } from '../ui/request-id.js'
import { deedsOf, foresee, movesOf } from './foreseen.js'
import { insisting } from './insisting.js'
import { type Done, undoing, type Wish } from './undone.js'

export interface Deciding {
  /** The findings as they stand once everything went out. */
  readonly findings: readonly FindingRow[]
  readonly conflicts: readonly Conflict[]
  /** Decides at once, and sends behind; false where none of it may be. */
  readonly decide: (wishes: readonly Wish[]) => boolean
  /** Takes the last thing back; the finding it was about, or null where nothing stands as one left it. */
  readonly undo: () => string | null
  /** Lets what another decided stand. */
  readonly yield_: (conflict: Conflict) => void
  /** Decides once more, on what stands now. */
  readonly insist: (conflict: Conflict) => void
}

/** Deciding on the findings of a document: shown at once, sent in order behind, taken back one by one. */
export function useDeciding(detail: DocumentDetail): Deciding {
  const outbox = useOutbox()
  const { me } = useSession()
  const id = detail.document.id
  const { pending, made } = usePending(id)
  const shown = useRef<readonly FindingRow[]>(detail.findings)
  const findings = useMemo(
    () => foresee(detail.findings, made, me.name, shown.current),
    [detail.findings, made, me.name],
  )
  const latest = useRef({ findings, pending: made })
  useEffect(() => {
    shown.current = findings
    latest.current = { findings, pending: made }
  })
  const done = useRef<Done[]>([])

  const make = useCallback(
    (wishes: readonly Wish[]): Done | null => {
      let { findings, pending } = latest.current
      const fresh: New[] = []
      const before: FindingRow[] = []
      for (const { finding, deed, body, theme } of wishes) {
        const row = findings.find((it) => it.id === finding.id)
        if (row === undefined || !deedsOf(row).includes(deed)) continue
        const one: New = {
          document: id,
          finding: row.id,
          quote: row.anchor.quote,
          decision: deed,
          ...(body === undefined ? {} : { body }),
          ...(theme === undefined ? {} : { theme }),
          seen: row.seq,
          moves: movesOf(findings, row, deed, pending),
          request: requestId(),
        }
        fresh.push(one)
        before.push(row)
        const more: Pending = { ...one, at: Date.now(), tried: false, refused: null }
        pending = [...pending, more]
        findings = foresee(findings, [more], me.name)
      }
      // Keys may come faster than the screen is drawn: the next one builds on this.
      latest.current = { findings, pending }
      const [first] = before
      return first === undefined ? null : { finding: first.id, pending: fresh, before }
    },
    [id, me.name],
  )
  const decide = useCallback(
    (wishes: readonly Wish[]) => {
      const made = outbox === null ? null : make(wishes)
      if (made === null || outbox === null) return false
      done.current.push(made)
      outbox.add(made.pending)
      return true
    },
    [make, outbox],
  )
  const undo = useCallback(() => {
    const last = done.current.pop()
    if (last === undefined || outbox === null) return null
    if (outbox.takeBack(last.pending.map((it) => it.request))) return last.finding
    const { all, overtaken } = outbox.state()
    const { findings } = latest.current
    const { discard, wishes } = undoing(last, { findings, pending: all, overtaken, by: me.name })
    if (discard.length > 0) outbox.discard(discard)
    const back = make(wishes)
    if (back !== null) outbox.add(back.pending)
    return back !== null || discard.length > 0 ? last.finding : null
  }, [make, me.name, outbox])
  const yield_ = useCallback((it: Conflict) => outbox?.discard(it.requests), [outbox])
  const insist = useCallback(
    (it: Conflict) => insisting(it, latest.current.findings, decide, (requests) => outbox?.discard(requests)),
    [decide, outbox],
  )
  return { findings, conflicts: conflictsIn(pending, id), decide, undo, yield_, insist }
}
