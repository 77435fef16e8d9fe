import type { FindingRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import type { Conflict } from '../outbox/pending.js'
import { minuteOf } from '../ui/time.js'
import { sentenceFor } from '../words/refusal-words.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'

interface Props {
  readonly conflicts: readonly Conflict[]
  readonly findings: readonly FindingRow[]
  readonly onPick: (finding: string) => void
  readonly onYield: (it: Conflict) => void
  readonly onInsist: (it: Conflict) => void
}

/** Decisions the server did not take, each with what stands instead and by whom: keep that, or overrule it. */
export function ConflictList({ conflicts, findings, onPick, onYield, onInsist }: Props): ReactNode {
  const words = useWords()
  if (conflicts.length === 0) return null
  return (
    <section className="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">
        <span role="alert">{words.outbox.conflicts(conflicts.length)}</span>
      </h2>
      <ul>
        {conflicts.map((it) => {
          const stands = findings.find((row) => row.id === it.wish.finding) ?? null
          const byOther = it.head.refused?.refusals[0]?.code === 'finding.changed'
          return (
            <li key={it.head.request}>
              <button type="button" className="conflict-quote" onClick={() => onPick(it.wish.finding)}>
                <q lang="zh-CN">{it.wish.quote}</q>
              </button>
              <p>{byOther ? standing(words, stands, it) : because(words, it)}</p>
              <p className="deeds">
                <button type="button" className="plain" onClick={() => onYield(it)}>
                  {byOther ? words.outbox.keepTheirs : words.outbox.giveUp}
                </button>
                {stands !== null && (
                  <button type="button" className="plain" onClick={() => onInsist(it)}>
                    {byOther ? words.outbox.insist(words.decisions[it.wish.decision]) : words.app.retry}
                  </button>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function standing(words: Words, stands: FindingRow | null, it: Conflict): string {
  const mine = words.decisions[it.wish.decision]
  const decision = stands?.decision ?? null
  if (decision !== null) {
    return words.outbox.theirs(decision.by, minuteOf(decision.at), words.decided[decision.decision], mine)
  }
  const { by, at } = it.head.refused?.refusals[0]?.facts ?? {}
  return words.outbox.theirs(
    String(by ?? ''),
    typeof at === 'string' ? minuteOf(at) : '',
    words.decisions.reopen,
    mine,
  )
}

function because(words: Words, it: Conflict): string {
  const { status = 0, refusals = [] } = it.head.refused ?? {}
  if (refusals.length === 0) {
    return words.outbox.notTaken(words.decisions[it.wish.decision], words.unknownRefusal(String(status)))
  }
  const said = refusals.map((refusal) => sentenceFor(words, refusal)).join(' ')
  return words.outbox.notTaken(words.decisions[it.wish.decision], said)
}
