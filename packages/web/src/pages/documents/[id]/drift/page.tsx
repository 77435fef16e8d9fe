import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Refused } from '../../../../api/ask.js'
import { Loaded } from '../../../../api/loaded.js'
import { sentencesOf } from '../../../../api/refusal-list.js'
import { CounterpartList } from '../../../../drift/counterpart-list.js'
import { DriftView } from '../../../../drift/drift-view.js'
import { useTitle } from '../../../../layout/use-title.js'
import { paths } from '../../../../paths.js'
import { StateView } from '../../../../ui/state-view.js'
import { useQueryState } from '../../../../ui/use-query-state.js'
import { useWords } from '../../../../words/use-words.js'
import { useCounterparts, useDrift } from './load.js'

/** What became of the pledges of a document: first against which other, then the pledges. */
export default function DriftPage(): ReactNode {
  const words = useWords()
  useTitle(words.drift.title)
  const { id = '' } = useParams()
  const [{ against, q }, change] = useQueryState()
  const drift = useDrift(id, against)
  const others = useCounterparts(id, q, against === undefined)
  const read = against === undefined ? others : drift
  if (read.error instanceof Refused && read.error.status === 422) {
    return (
      <StateView page title={words.drift.cannot} detail={sentencesOf(words, read.error).join(' ')}>
        <p>
          {against === undefined ? (
            <Link to={paths.document(id)}>{words.drift.of}</Link>
          ) : (
            <Link to={paths.drift(id)}>{words.drift.another}</Link>
          )}
        </p>
      </StateView>
    )
  }
  if (against !== undefined) {
    return (
      <Loaded page read={drift} lines={16} notFound={words.drift.notFound}>
        {(reply) => <DriftView id={id} reply={reply} />}
      </Loaded>
    )
  }
  return (
    <Loaded page read={others} lines={8} notFound={words.drift.notFound}>
      {({ document, counterparts, total }) => (
        <>
          <div className="title-row">
            <h1>{words.drift.pick}</h1>
            <span>
              <Link to={paths.document(id)} lang="zh-CN">
                {document.title || document.name}
              </Link>{' '}
              <span className="muted">{document.date ?? words.app.notStated}</span>
            </span>
            <span className="spring" />
            <input
              type="search"
              className="plain search no-print"
              maxLength={100}
              aria-label={words.documents.search}
              placeholder={words.documents.search}
              defaultValue={q ?? ''}
              onChange={(event) => change({ q: event.target.value.trim() })}
            />
          </div>
          <p className="muted">{words.drift.pickHelp}</p>
          {counterparts.length === 0 ? (
            <StateView title={q === undefined ? words.drift.noCounterparts : words.drift.noneFits} />
          ) : (
            <CounterpartList id={id} counterparts={counterparts} total={total} />
          )}
        </>
      )}
    </Loaded>
  )
}
