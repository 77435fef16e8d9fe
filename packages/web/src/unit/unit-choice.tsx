import { type UnitKind, unitKinds } from '@gangmu/core'
import { type ReactNode, useDeferredValue } from 'react'
import { useWords } from '../words/use-words.js'
import type { Register } from './use-units.js'

interface Props {
  readonly label: string
  readonly empty: string
  readonly register: Register | null
  readonly value: string
  readonly onChange: (unit: string) => void
}

// Those that owe for others come first; towns stand on the map itself.
const offered: readonly UnitKind[] = unitKinds.filter((it) => !['town', 'village', 'community'].includes(it))

/** The browser's own list of units by kind: the first screen needs nothing heavier. */
export function UnitChoice({ label, empty, register, value, onChange }: Props): ReactNode {
  const words = useWords()
  // A hundred options nobody has opened yet come after what is to be seen.
  const units = useDeferredValue(register, null)?.units ?? []
  return (
    <select
      className="plain"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty}</option>
      {offered.map((kind) => {
        const ofKind = units.filter((it) => it.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <optgroup key={kind} label={words.unitKinds[kind]}>
            {ofKind.map((it) => (
              <option key={it.id} value={it.id}>
                {it.name}
              </option>
            ))}
          </optgroup>
        )
      })}
    </select>
  )
}
