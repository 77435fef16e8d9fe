import { Button, Tooltip } from 'antd'
import { type ReactNode, useId } from 'react'

interface Props {
  readonly children: ReactNode
  /** Why it cannot be pressed now, or null. */
  readonly reason: string | null
  readonly type?: 'primary' | 'default'
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onClick: () => void
}

/** A button that stays reachable when it cannot be pressed, and then says why. */
export function ReasonedButton({
  children,
  reason,
  type = 'default',
  danger,
  busy,
  onClick,
}: Props): ReactNode {
  const id = useId()
  const button = (
    <Button
      type={reason === null ? type : 'default'}
      danger={danger === true && reason === null}
      loading={busy === true}
      className={reason === null ? '' : 'barred'}
      aria-disabled={reason !== null}
      {...(reason === null ? {} : { 'aria-describedby': id })}
      onClick={() => reason === null && onClick()}
    >
      {children}
    </Button>
  )
  if (reason === null) return button
  return (
    <>
      <Tooltip title={reason} trigger={['hover', 'focus']}>
        {button}
      </Tooltip>
      <span id={id} className="unseen">
        {reason}
      </span>
    </>
  )
}
