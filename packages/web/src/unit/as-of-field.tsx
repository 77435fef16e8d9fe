import type { ReactNode } from 'react'
import { useSession } from '../session/use-session.js'
import { DayField } from '../ui/day-field.js'
import { useWords } from '../words/use-words.js'

interface Props {
  readonly asOf: string | undefined
  readonly onChange: (day: string) => void
}

/** The day on which units and links are looked at. */
export function AsOfField({ asOf, onChange }: Props): ReactNode {
  const words = useWords()
  const { me } = useSession()
  return (
    <span className="as-of-field">
      <DayField
        label={words.territory.asOf}
        value={asOf ?? me.today}
        onChange={(day) => onChange(day === me.today ? '' : day)}
      />
      {asOf !== undefined && (
        <button type="button" className="link" onClick={() => onChange('')}>
          {words.territory.today}
        </button>
      )}
    </span>
  )
}
