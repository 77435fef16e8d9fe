import { type ReactNode, useId } from 'react'

interface Props {
  readonly label: string
  readonly problem?: string | null
  readonly help?: string
  /** Given the id that the label points at. */
  readonly children: (id: string) => ReactNode
}

export function Field({ label, problem, help, children }: Props): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        {help !== undefined && <small className="help">{help}</small>}
        {problem !== null && problem !== undefined && (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
      </div>
    </div>
  )
}
