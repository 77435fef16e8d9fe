import type { LightCounts } from '@gangmu/contract'
import type { Light } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/use-words.js'
import { LightShape } from './light-mark.js'

interface Props {
  readonly counts: LightCounts
  readonly chosen?: string | undefined
  readonly hrefOf: (light: string | undefined) => string
}

/** How many stand at each light; each is a filter. */
export function LightCountsBar({ counts, chosen, hrefOf }: Props): ReactNode {
  const words = useWords()
  return (
    <ul className="light-counts">
      {(['red', 'yellow', 'green', 'grey'] satisfies Light[]).map((light) => (
        <li key={light}>
          <Link
            to={hrefOf(chosen === light ? undefined : light)}
            aria-current={chosen === light ? 'true' : undefined}
            className={`light-count ${light}`}
          >
            <LightShape light={light} />
            {words.lights[light]} <b>{counts[light]}</b>
          </Link>
        </li>
      ))}
    </ul>
  )
}
