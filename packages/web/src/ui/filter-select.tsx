import { Select } from 'antd'
import type { ReactNode } from 'react'
import { popupContainer } from './popup-container.js'

interface Props {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string | null) => void
  readonly width: string
}

/** A filter that is either empty, and then shows what it filters by, or one of a few. */
export function FilterSelect({ label, value, options, onChange, width }: Props): ReactNode {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      virtual={false}
      getPopupContainer={popupContainer}
      style={{ width }}
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={options.map(([option, text]) => ({ value: option, label: text }))}
      onChange={(chosen: string | undefined | null) => onChange(chosen ?? null)}
    />
  )
}
