import type { ReactNode } from 'react'

export function SimulatedMark({ mark, why }: { readonly mark: string; readonly why: string }): ReactNode {
  return (
    <span className="simulated" title={why}>
      {mark}
      <span className="unseen">{why}</span>
    </span>
  )
}
