import type { DriftKind } from '@gangmu/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'

const signs: Readonly<Record<DriftKind, string>> = {
  dropped: '✕',
  weakened: '↓',
  postponed: '→',
  raised: '↑',
  kept: '=',
  new: '+',
}

/** What became of a pledge, as a sign and a word; the colour only helps. */
export function KindMark({ kind }: { readonly kind: DriftKind }): ReactNode {
  const words = useWords()
  return (
    <span className={`drift-kind ${kind}`}>
      <span aria-hidden="true">{signs[kind]}</span>
      {words.drift.kinds[kind]}
    </span>
  )
}
