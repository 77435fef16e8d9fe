import type { ReactNode } from 'react'
import { Skeleton } from '../ui/skeleton.js'
import { StateView } from '../ui/state-view.js'
import { useWords } from '../words/use-words.js'
import { Refused } from './ask.js'
import { sentencesOf } from './refusal-list.js'
import type { Read } from './use-read.js'

interface Props<T> {
  readonly read: Read<T>
  /** Lines of the skeleton while loading. */
  readonly lines?: number
  /** Said instead of the refusal where there is nothing at this address. */
  readonly notFound?: string
  /** The whole page hangs on it, so that what it says instead is the page's heading. */
  readonly page?: boolean
  readonly children: (data: T) => ReactNode
}

/** One of four: skeleton, forbidden, error with a retry, or what was loaded. */
export function Loaded<T>({ read, lines = 6, notFound, page = false, children }: Props<T>): ReactNode {
  const words = useWords()
  if (read.data !== undefined && read.data !== null) return children(read.data)
  if (read.error !== null) {
    const status = read.error instanceof Refused ? read.error.status : -1
    if (status === 403)
      return <StateView page={page} title={words.states.forbidden} detail={words.states.forbiddenWhy} />
    if (status === 404) return <StateView page={page} title={notFound ?? words.states.notFound} />
    return (
      <StateView
        page={page}
        title={words.states.failed}
        detail={sentencesOf(words, read.error).join(' ')}
        action={words.app.retry}
        onAction={() => void read.refetch()}
      />
    )
  }
  return <Skeleton lines={lines} label={words.app.loading} />
}
