import type { CommitmentDetail } from '@gangmu/contract'
import type { Verb } from '@gangmu/core'
import { type ReactNode, useState } from 'react'
import { ReasonedButton } from '../ui/reasoned-button.js'
import { sentenceFor } from '../words/refusal-words.js'
import { useWords } from '../words/use-words.js'
import { ActForm } from './act-form.js'

type Doable = Exclude<Verb, 'create'>

// The ordinary course; always shown, so that one sees what comes next. The others show where they may be done.
const course: readonly Verb[] = ['assign', 'accept', 'report', 'check', 'close']

/** What may be done next, by the table the server answers with; what may not says why. */
export function ActBar({ detail }: { readonly detail: CommitmentDetail }): ReactNode {
  const words = useWords()
  const [open, setOpen] = useState<Doable | null>(null)
  const shown = detail.next.filter((it) => course.includes(it.verb) || it.refusal === null)
  const hidden = detail.next.filter((it) => !shown.includes(it))
  const openNow = detail.next.find((it) => it.verb === open && it.refusal === null)
  return (
    <section aria-label={words.commitment.actions} className="act-bar no-print">
      <div className="act-buttons">
        {shown.map((it) => (
          <ReasonedButton
            key={it.verb}
            type={course.includes(it.verb) ? 'primary' : 'default'}
            reason={it.refusal === null ? null : sentenceFor(words, it.refusal)}
            onClick={() => setOpen(it.verb === open ? null : (it.verb as Doable))}
          >
            {words.verbs[it.verb]}
          </ReasonedButton>
        ))}
      </div>
      {hidden.length > 0 && (
        <details className="why-not">
          <summary>
            {words.commitment.moreActions}
            {words.app.colon}
            {words.commitment.whyNot}
          </summary>
          <dl>
            {hidden.map((it) => (
              <div key={it.verb}>
                <dt>{words.verbs[it.verb]}</dt>
                <dd>{it.refusal !== null && sentenceFor(words, it.refusal)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {openNow !== undefined && open !== null && (
        <ActForm key={open} verb={open} detail={detail} onDone={() => setOpen(null)} />
      )}
    </section>
  )
}
