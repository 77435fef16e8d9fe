import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Loaded } from '../../../api/loaded.js'
import { ReviewView } from '../../../document/review-view.js'
import { useTitle } from '../../../layout/use-title.js'
import { paths } from '../../../paths.js'
import { Skeleton } from '../../../ui/skeleton.js'
import { StateView } from '../../../ui/state-view.js'
import { sentenceFor } from '../../../words/refusal-words.js'
import { useWords } from '../../../words/use-words.js'
import { useDocument } from './load.js'

export default function DocumentPage(): ReactNode {
  const words = useWords()
  const { id = '' } = useParams()
  const read = useDocument(id)
  useTitle(read.data?.document.title ?? words.documents.title)
  return (
    <Loaded page read={read} lines={16} notFound={words.document.notFound}>
      {(detail) => {
        const { state, refusal, title, name } = detail.document
        if (state === 'refused') {
          return (
            <StateView
              page
              title={`${words.document.couldNotRead}${words.app.colon}${title || name}`}
              {...(refusal === null ? {} : { detail: sentenceFor(words, refusal) })}
            >
              <Link to={paths.documents()}>{words.documents.title}</Link>
            </StateView>
          )
        }
        if (state !== 'read') {
          return (
            <>
              <StateView page title={title || name} detail={words.document.stillReading} />
              <Skeleton lines={12} label={words.app.loading} />
            </>
          )
        }
        return <ReviewView key={detail.document.id} detail={detail} />
      }}
    </Loaded>
  )
}
