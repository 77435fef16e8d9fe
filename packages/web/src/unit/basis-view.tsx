import type { Basis } from '@gangmu/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'

/** How sure a fact about territory is, and where it comes from. */
export function BasisView({ basis }: { readonly basis: Basis }): ReactNode {
  const words = useWords()
  return (
    <>
      {words.certainties[basis.certainty]}
      <small className="beside-wrap">
        {basis.sources.length === 0 ? words.territory.noSources : basis.sources.join(words.app.listComma)}
      </small>
    </>
  )
}

/** The same on one line of a table: how many sources there are, their names where one points. */
export function BasisShort({ basis }: { readonly basis: Basis }): ReactNode {
  const words = useWords()
  const { sources } = basis
  return (
    <span title={sources.join('\n') || undefined}>
      {words.certainties[basis.certainty]}{' '}
      {sources.length > 0 && <small>{words.territory.sourceCount(sources.length)}</small>}
    </span>
  )
}

interface ValidProps {
  readonly from: string | null
  readonly to: string | null
}

export function ValidView({ from, to }: ValidProps): ReactNode {
  const words = useWords()
  const parts = [
    from === null ? null : words.territory.since(from),
    to === null ? null : words.territory.until(to),
  ].filter((it) => it !== null)
  if (parts.length === 0) return words.territory.always
  return parts.map((it, index) => (
    <span key={it}>
      {index > 0 && ' '}
      <span className="tight">{it}</span>
    </span>
  ))
}
