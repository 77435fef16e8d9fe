import { mayAdminister, mayReadAll, mayReadEntries, offices, type Subject } from '@gangmu/core'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { paths } from '../paths.js'
import { useSession } from '../session/use-session.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'

type Item = Exclude<keyof Words['rail'], 'label'>

/** The parts of the screen a person may use. */
export function railItems(subject: Subject): readonly Item[] {
  const duties = mayReadAll(subject) || offices(subject).length > 0
  return [
    ...(duties ? (['overview', 'commitments', 'documents'] as const) : []),
    'territory',
    ...(mayReadEntries(subject) || mayAdminister(subject) ? (['admin'] as const) : []),
  ]
}

const icons: Readonly<Record<Item, string>> = {
  overview: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
  commitments: 'M2 3h12M5 3v10M5 8h9M5 13h9',
  documents: 'M3 1.5h7l3 3v10H3zM10 1.5v3h3M5.5 8h5M5.5 11h5',
  territory: 'M8 1.5l5.5 3.2v6.6L8 14.5l-5.5-3.2V4.7z',
  admin: 'M2 4h7M12 4h2M2 12h2M7 12h7M9 2v4M7 10v4',
}

export function Rail(): ReactNode {
  const words = useWords()
  const { subject } = useSession()
  const to: Readonly<Record<Item, string>> = {
    overview: paths.overview(),
    commitments: paths.commitments(),
    documents: paths.documents(),
    territory: paths.territory(),
    admin: paths.admin(),
  }
  return (
    <nav className="rail" aria-label={words.rail.label}>
      {railItems(subject).map((item) => (
        <NavLink key={item} to={to[item]} end={item === 'overview'}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icons[item]} />
          </svg>
          {words.rail[item]}
        </NavLink>
      ))}
    </nav>
  )
}
