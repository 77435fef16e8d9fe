import type { CommitmentRow } from '@gangmu/contract'
import type { Light } from '@gangmu/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.js'

/** One shape per light, so that the colour is never alone: disc with tick, triangle, square, ring. */
export const lightShapes: Readonly<Record<Light, string>> = {
  green: 'M8 1.5a6.5 6.5 0 1 0 .01 0zM4.8 8.2l2.3 2.3 4.2-4.6',
  yellow: 'M8 1.5 15 14H1z',
  red: 'M2 2h12v12H2z',
  grey: 'M8 2.5a5.5 5.5 0 1 0 .01 0z',
}

export function LightShape({ light }: { readonly light: Light }): ReactNode {
  return (
    <svg className={`light-shape ${light}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={lightShapes[light]} />
    </svg>
  )
}

type Lit = Pick<CommitmentRow, 'light' | 'lightReason' | 'lightDays'>

/** The light with its reason in words. */
export function LightMark({ of }: { readonly of: Lit }): ReactNode {
  const words = useWords()
  return (
    <span className={`light-mark ${of.light}`}>
      <LightShape light={of.light} />
      <span className="unseen">{words.lights[of.light]}</span>
      {words.lightReasons[of.lightReason](of.lightDays)}
    </span>
  )
}
