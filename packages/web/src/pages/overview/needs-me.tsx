import type { routes } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { ShortList } from '../../commitment/short-list.js'
import { paths } from '../../paths.js'
import { useWords } from '../../words/use-words.js'

type Data = z.output<typeof routes.overview.overview.reply>

/** The next step of everything that waits for me; what is empty is not shown. */
export function NeedsMe({ data }: { readonly data: Data }): ReactNode {
  const words = useWords()
  const { verbs } = words
  const lists = [
    { key: 'toAccept', verb: verbs.accept, state: 'assigned' },
    { key: 'toCheck', verb: verbs.check, state: 'reported' },
    { key: 'toClose', verb: verbs.close, state: 'checked' },
    { key: 'toDispatch', verb: verbs.assign, state: 'draft' },
    { key: 'toReport', verb: verbs.report, state: 'accepted' },
  ] as const
  const waiting = lists.filter((it) => data.counts[it.key] > 0)
  const toReview = data.documents.filter((it) => it.open > 0 && it.state === 'read')
  return (
    <>
      {waiting.length === 0 && data.counts.toReview === 0 && (
        <section className="short-list">
          <h2>{words.overview.needsMe}</h2>
          <p className="muted">{words.overview.nothing}</p>
        </section>
      )}
      {waiting.map((it) => (
        <ShortList
          key={it.key}
          title={words.overview[it.key]}
          count={data.counts[it.key]}
          rows={data[it.key].slice(0, 5)}
          verb={it.verb}
          own={it.key === 'toDispatch'}
          allHref={paths.commitments({ state: it.state })}
        />
      ))}
      {data.counts.toReview > 0 && (
        <section className="short-list">
          <h2>
            {words.overview.toReview} <span className="muted">{data.counts.toReview}</span>
          </h2>
          <ul>
            {toReview.slice(0, 5).map((it) => (
              <li key={it.id} className="document-line">
                <Link to={paths.document(it.id)} className="short-title">
                  {it.title || it.name}
                </Link>
                <span className="muted">{words.overview.openFindings(it.open)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
