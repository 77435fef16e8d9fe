import type { DocumentDetail, FindingRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { useQueryState } from '../ui/use-query-state.js'
import { useWords } from '../words/use-words.js'
import { bodyLines } from './body-lines.js'
import type { ListedFinding } from './finding-groups.js'

/** Whether a model alone proposes it, or anything that says the same. */
export function isProposed({ finding, echoes }: ListedFinding): boolean {
  return [finding, ...echoes].some((it) => it.source === 'model')
}

/** Says in words that only a model proposes a finding; a person has yet to look. */
export function ModelMark({ of }: { readonly of: FindingRow }): ReactNode {
  const words = useWords()
  return of.source === 'model' ? <span className="by-model">{words.document.model.mark}</span> : null
}

/** What a model says of words the rules found too, where the rules say nothing. It goes nowhere by itself. */
export function SaidByModel({ finding }: { readonly finding: FindingRow }): ReactNode {
  const words = useWords()
  if (finding.source !== 'both') return null
  const own = new Set(bodyLines(words, finding.body).map(([label]) => label))
  const more = finding.proposal === null ? [] : bodyLines(words, finding.proposal)
  const said = more.filter(([label]) => !own.has(label)).map(([label, value]) => `${label} ${value}`)
  return (
    <small className="said-by-model">
      {words.document.model.also}
      {said.length > 0 && words.document.model.besides(said.join(words.app.listComma))}
    </small>
  )
}

/** Shows only what a model proposes; there only where a model proposed anything. */
export function ProposedFilter({ findings }: { readonly findings: readonly FindingRow[] }): ReactNode {
  const words = useWords()
  const [query, setQuery] = useQueryState()
  if (!findings.some((it) => it.source === 'model')) return null
  return (
    <label>
      <input
        type="checkbox"
        checked={query['source'] === 'model'}
        onChange={(event) => setQuery({ source: event.target.checked ? 'model' : undefined })}
      />{' '}
      {words.document.model.only}
    </label>
  )
}

/** How a model took part in the reading, and why not where it did not; nothing for a reading by rules alone. */
export function ModelNoteLine({ reading }: { readonly reading: DocumentDetail['reading'] }): ReactNode {
  const { model: say } = useWords().document
  const note = reading?.model ?? null
  if (note === null) return null
  const { name, asked, answered, added, agreed, unseen, failure } = note
  const dropped = Object.values(note.dropped).reduce((sum, it) => sum + it, 0)
  const why = failure === null ? say.unasked : say.failures[failure]
  return (
    <p className="model-note muted">
      {answered === 0
        ? say.absent(why, name)
        : [
            say.tookPart(name, added, agreed),
            ...(dropped === 0 ? [] : [say.dropped(dropped)]),
            ...(failure === null ? [] : [say.unanswered(asked - answered, asked, why)]),
            ...(unseen === 0 ? [] : [say.unseen(unseen)]),
          ].join(say.and)}
    </p>
  )
}
