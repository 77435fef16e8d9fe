import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  /** The whole page, whose heading this then is. */
  readonly page?: boolean
  readonly detail?: string
  readonly action?: string
  readonly onAction?: () => void
  readonly children?: ReactNode
}

/** A page or part that has nothing else to show: why, and what to do. */
export function StateView({ title, page, detail, action, onAction, children }: Props): ReactNode {
  return (
    <div className="state-view" role="status">
      {page === true ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
      {detail !== undefined && <p>{detail}</p>}
      {action !== undefined && (
        <button type="button" className="plain" onClick={onAction}>
          {action}
        </button>
      )}
      {children}
    </div>
  )
}
