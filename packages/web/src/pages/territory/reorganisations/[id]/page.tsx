import { type ReorganisationDetail, routes } from '@gangmu/contract'
import { mayReorganise } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Loaded } from '../../../../api/loaded.js'
import { RefusalList } from '../../../../api/refusal-list.js'
import { useRead } from '../../../../api/use-read.js'
import { useWrite } from '../../../../api/use-write.js'
import { useTitle } from '../../../../layout/use-title.js'
import { paths } from '../../../../paths.js'
import { useSession } from '../../../../session/use-session.js'
import { ReasonedButton } from '../../../../ui/reasoned-button.js'
import { useSay } from '../../../../ui/say.js'
import { minuteOf } from '../../../../ui/time.js'
import { useRequestId } from '../../../../ui/use-request-id.js'
import { useUnits } from '../../../../unit/use-units.js'
import { useWords } from '../../../../words/use-words.js'
import { ConsequencesView } from './consequences-view.js'

export default function ReorganisationPage(): ReactNode {
  const { id = '' } = useParams()
  const words = useWords()
  const read = useRead(routes.reorganisation.get, { params: { id } })
  useTitle(read.data?.reorganisation.title ?? words.reorganisation.title)
  return (
    <Loaded read={read} lines={10} page>
      {(detail) => <Reorganisation detail={detail} />}
    </Loaded>
  )
}

function Reorganisation({ detail }: { readonly detail: ReorganisationDetail }): ReactNode {
  const words = useWords()
  const said = words.reorganisation
  const { reorganisation: it, steps, lineage } = detail
  const { register } = useUnits(undefined)
  const nameOf = register?.nameOf ?? ((unit: string) => unit)
  return (
    <>
      <div className="title-row">
        <h1>{it.title}</h1>
        <strong>{said.states[it.state]}</strong>
        <Link to={paths.reorganisations()}>{said.title}</Link>
      </div>
      <p>{said.effect(it.on)}</p>
      {it.reason !== '' && <p>{it.reason}</p>}
      <ul className="muted">
        <li>{said.drafted(it.createdBy, minuteOf(it.createdAt))}</li>
        {it.publishedAt !== null && <li>{said.published(it.publishedBy ?? '', minuteOf(it.publishedAt))}</li>}
        {it.effectedAt !== null && <li>{said.effected(minuteOf(it.effectedAt))}</li>}
        {it.undoneAt !== null && <li>{said.undone(it.undoneBy ?? '', minuteOf(it.undoneAt))}</li>}
      </ul>
      <h2>{said.steps}</h2>
      <ol>
        {steps.map((step, index) => (
          <li key={index}>{said.step(step, nameOf)}</li>
        ))}
      </ol>
      {it.state === 'draft' && <Draft detail={detail} />}
      {it.state === 'published' && (
        <>
          {lineage.length > 0 && <h2>{said.lineage}</h2>}
          <ul>
            {lineage.map((row) => (
              <li key={`${row.from} ${row.to}`}>{said.origin(row)}</li>
            ))}
          </ul>
          <Undo detail={detail} />
        </>
      )}
    </>
  )
}

/** What a draft would move, and the button that does it. */
function Draft({ detail }: { readonly detail: ReorganisationDetail }): ReactNode {
  const words = useWords()
  const say = useSay()
  const { subject, place } = useSession()
  const { id, seq } = detail.reorganisation
  const read = useRead(routes.reorganisation.preview, { params: { id } })
  const write = useWrite(routes.reorganisation.publish)
  const requestOf = useRequestId()
  return (
    <Loaded read={read} lines={8}>
      {(shown) => {
        const { digest } = shown
        const reason = !mayReorganise(subject, place.city)
          ? words.reorganisation.notYours
          : digest === null || shown.refusals.length > 0
            ? words.reorganisation.notYet
            : null
        const publish = (): void => {
          const content = { id, seen: seq, digest: digest ?? '' }
          const body = { seen: seq, digest: content.digest, request: requestOf(content) }
          write.mutate(
            { params: { id }, body },
            { onSuccess: () => say(words.reorganisation.states.published) },
          )
        }
        return (
          <>
            <ConsequencesView shown={shown} />
            <RefusalList error={write.error} />
            <ReasonedButton type="primary" reason={reason} busy={write.isPending} onClick={publish}>
              {words.reorganisation.publish}
            </ReasonedButton>
          </>
        )
      }}
    </Loaded>
  )
}

function Undo({ detail }: { readonly detail: ReorganisationDetail }): ReactNode {
  const words = useWords()
  const say = useSay()
  const { me, subject, place } = useSession()
  const { id, seq, on } = detail.reorganisation
  const write = useWrite(routes.reorganisation.undo)
  const requestOf = useRequestId()
  const reason = !mayReorganise(subject, place.city)
    ? words.reorganisation.notYours
    : on <= me.today
      ? words.reorganisation.inEffect
      : null
  const undo = (): void => {
    const body = { seen: seq, request: requestOf({ id, seq }) }
    write.mutate({ params: { id }, body }, { onSuccess: () => say(words.reorganisation.states.undone) })
  }
  return (
    <>
      <RefusalList error={write.error} />
      <ReasonedButton danger reason={reason} busy={write.isPending} onClick={undo}>
        {words.reorganisation.undo}
      </ReasonedButton>
    </>
  )
}
