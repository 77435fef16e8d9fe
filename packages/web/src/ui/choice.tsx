import type { ReactNode } from 'react'

interface Props<V extends string> {
  readonly label: string
  readonly value: V | ''
  readonly options: readonly (readonly [value: V, label: string])[]
  readonly onChange: (value: V | '') => void
  /** What the empty choice is called; absent where one must be chosen. */
  readonly empty?: string
  readonly id?: string
}

/** One of a few. The browser's own list: nothing to load, and every keyboard knows it. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
  empty,
  id,
}: Props<V>): ReactNode {
  return (
    <select
      className="plain"
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as V | '')}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  )
}
