import type { ReactNode } from 'react'

export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }): ReactNode {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: `${96 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
