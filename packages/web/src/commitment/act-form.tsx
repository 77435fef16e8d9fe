import { type ActRequest, type CommitmentDetail, routes } from '@gangmu/contract'
import type { Verb } from '@gangmu/core'
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { Refused } from '../api/ask.js'
import { RefusalList } from '../api/refusal-list.js'
import { useWrite } from '../api/use-write.js'
import { useSay } from '../ui/say.js'
import { minuteOf } from '../ui/time.js'
import { useDraft } from '../ui/use-draft.js'
import { useRequestId } from '../ui/use-request-id.js'
import { useWords } from '../words/use-words.js'
import { type ActDraft, freshDraft, namedOwner, type Problems, writeAct } from './act-draft.js'
import { ActField, fieldsOf } from './act-fields.js'
import { doubtsOf, shownLast } from './doubts.js'

interface Props {
  readonly verb: Exclude<Verb, 'create'>
  readonly detail: CommitmentDetail
  readonly onDone: () => void
}

const dangerous: ReadonlySet<Verb> = new Set(['return', 'withdraw', 'suspend'])

/** The form of one verb. What is typed survives closing, reloading and somebody else's change. */
export function ActForm({ verb, detail, onDone }: Props): ReactNode {
  const words = useWords()
  const say = useSay()
  const it = detail.commitment
  const [openedAt] = useState(it.seq)
  const fresh = useMemo<ActDraft>(
    () =>
      freshDraft(it, verb === 'assign' ? namedOwner(detail.assignable, detail.sentence?.quote ?? '') : null),
    [it, verb, detail.assignable, detail.sentence],
  )
  const { draft, change: put, discard, found } = useDraft<ActDraft>(`${it.id}.${verb}`, fresh)
  const [problems, setProblems] = useState<Problems>({})
  const [doubts, setDoubts] = useState<readonly string[]>([])
  const write = useWrite(routes.commitment.act)
  // What is changed is another thing to be sure of.
  const change = (of: Partial<ActDraft>): void => {
    setDoubts([])
    put(of)
  }
  const requestOf = useRequestId()
  const conflict = write.error instanceof Refused && write.error.status === 409

  function submit(event: FormEvent): void {
    event.preventDefault()
    const written = writeAct(verb, draft, it, words)
    setProblems(written.ok ? {} : written.problems)
    if (!written.ok) return
    const found = doubtsOf(verb, draft, detail, words)
    if (found.some((one) => !doubts.includes(one))) return setDoubts(found)
    const content = { ...written.act, seen: it.seq }
    const body = { ...content, request: requestOf(content) } as ActRequest
    write.mutate(
      { params: { id: it.id }, body },
      {
        onSuccess: () => {
          discard()
          say(words.commitment.done(words.verbs[verb]))
          onDone()
        },
      },
    )
  }

  return (
    <form className="act-form" aria-label={words.verbs[verb]} onSubmit={submit} noValidate>
      {(conflict || it.seq > openedAt) && <Changed detail={detail} since={openedAt} />}
      {fieldsOf[verb].map((name) => (
        <ActField key={name} name={name} detail={detail} draft={draft} change={change} problems={problems} />
      ))}
      {verb === 'check' && shownLast(detail) !== null && (
        <p className="muted">{words.commitment.shown(shownLast(detail) ?? 0)}</p>
      )}
      {!conflict && <RefusalList error={write.error} />}
      {doubts.length > 0 && (
        <ul className="doubts" role="alert">
          {doubts.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" danger={dangerous.has(verb)} loading={write.isPending}>
          {doubts.length > 0 ? words.commitment.doubts.still(words.verbs[verb]) : words.verbs[verb]}
        </Button>
        <Button onClick={onDone}>{words.app.cancel}</Button>
        {found && (
          <small>
            {words.commitment.draftKept}{' '}
            <button type="button" className="link" onClick={discard}>
              {words.commitment.discardDraft}
            </button>
          </small>
        )}
      </div>
    </form>
  )
}

interface ChangedProps {
  readonly detail: CommitmentDetail
  readonly since: number
}

/** What somebody else did while the form was open. */
function Changed({ detail, since }: ChangedProps): ReactNode {
  const words = useWords()
  const others = detail.history.filter((it) => it.seq > since)
  return (
    <div className="changed" role="alert">
      <strong>{words.commitment.changedTitle}</strong>
      {others.length === 0 && <p>{words.commitment.changedUnknown}</p>}
      {others.map((it) => (
        <p key={it.seq}>{words.commitment.changedWhy(it.byName, words.verbs[it.verb], minuteOf(it.at))}</p>
      ))}
    </div>
  )
}
