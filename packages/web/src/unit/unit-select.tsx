import { type UnitKind, unitKinds } from '@gangmu/core'
import { Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { popupContainer } from '../ui/popup-container.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'

interface UnitChoice {
  readonly unit: string
  readonly name: string
  readonly kind: string
}

interface Props {
  readonly label: string
  readonly id?: string
  readonly choices: readonly UnitChoice[]
  readonly value: string | null
  readonly onChange: (unit: string | null) => void
  readonly placeholder?: string
  readonly width?: string
  readonly invalid?: boolean
  readonly clear?: boolean
}

/** One unit out of many, found by typing any part of its name. */
export function UnitSelect({
  label,
  id,
  choices,
  value,
  onChange,
  placeholder,
  width,
  invalid,
  clear,
}: Props): ReactNode {
  const words = useWords()
  const options = useMemo(() => grouped(words, choices), [words, choices])
  return (
    <Select
      aria-label={label}
      {...(id === undefined ? {} : { id })}
      virtual={false}
      getPopupContainer={popupContainer}
      style={{ width: width ?? '100%' }}
      showSearch={{ optionFilterProp: 'label', filterSort: nearest }}
      allowClear={clear !== false}
      placeholder={placeholder ?? label}
      value={value}
      {...(invalid === true ? { status: 'error' as const } : {})}
      popupMatchSelectWidth={280}
      options={options}
      onChange={(unit: string | undefined) => onChange(unit ?? null)}
    />
  )
}

// Boards before the zones named after them: a name typed in part and Enter means the larger one.
const order: readonly UnitKind[] = ['city', 'district', 'zone', 'department', 'soe', 'town']
const rankOf = (kind: string): number => {
  const first = order.indexOf(kind as UnitKind)
  return first >= 0 ? first : order.length + unitKinds.indexOf(kind as UnitKind)
}

interface Labelled {
  readonly label?: unknown
}

/** What begins as typed comes first, then the shorter name. */
function nearest(a: Labelled, b: Labelled, { searchValue }: { readonly searchValue: string }): number {
  const [one, other] = [String(a.label ?? ''), String(b.label ?? '')]
  const begins = Number(other.startsWith(searchValue)) - Number(one.startsWith(searchValue))
  return begins !== 0 ? begins : one.length - other.length
}

function grouped(words: Words, choices: readonly UnitChoice[]): object[] {
  const kinds = new Map<string, { value: string; label: string }[]>()
  for (const it of choices) {
    const list = kinds.get(it.kind) ?? []
    list.push({ value: it.unit, label: it.name })
    kinds.set(it.kind, list)
  }
  const ranked = [...kinds].toSorted(([a], [b]) => rankOf(a) - rankOf(b))
  return ranked.map(([kind, options]) => ({ label: words.unitKinds[kind as UnitKind] ?? kind, options }))
}
