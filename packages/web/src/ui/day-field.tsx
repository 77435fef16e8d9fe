import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words/use-words.js'
import { readDay } from './day.js'

interface InputProps {
  /** Of the text field, where a label outside points at it; without one, `label` names it unseen. */
  readonly id?: string
  readonly label: string
  /** YYYY-MM-DD; '' where none is chosen. */
  readonly value: string
  readonly onChange: (day: string) => void
  /** Whether no day at all may be chosen. */
  readonly clear?: boolean
  readonly min?: string | undefined
  readonly max?: string | undefined
  /** Also hands on what is no day, for a form that refuses it when it is sent. */
  readonly asTyped?: boolean
}

/** A day with its label before it. */
export function DayField(props: Omit<InputProps, 'id'>): ReactNode {
  const id = useId()
  return (
    <span className="day-field">
      <label htmlFor={id}>{props.label}</label>
      <DayInput {...props} id={id} />
    </span>
  )
}

/**
 * A day, always read and written as YYYY-MM-DD: the browser's own field follows the system's language, not the
 * page's. The browser's calendar opens beside it.
 */
export function DayInput(props: InputProps): ReactNode {
  const { id, label, value, onChange, clear = false, min, max, asTyped = false } = props
  const words = useWords()
  const calendar = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const read = readDay(draft)
  const fits = (day: string): boolean => day >= (min ?? '') && (max === undefined || max === '' || day <= max)
  const wrong = draft === '' ? !clear : read === null || !fits(read)
  const accept = (text: string): void => {
    const day = text === '' && clear ? '' : readDay(text)
    if (day === null || (day !== '' && !fits(day))) {
      if (asTyped) onChange(text)
      return
    }
    setDraft(day)
    if (day !== value) onChange(day)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') accept(draft)
    if (event.key === 'Escape') setDraft(value)
  }
  return (
    <span className="day-box">
      <input
        {...(id === undefined ? { 'aria-label': label } : { id })}
        type="text"
        className="date"
        inputMode="numeric"
        autoComplete="off"
        placeholder="YYYY-MM-DD"
        maxLength={11}
        aria-invalid={wrong}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value)
          if (event.target.value.length === 10 || event.target.value === '') accept(event.target.value)
        }}
        onBlur={() => accept(draft)}
        onKeyDown={onKey}
      />
      <button
        type="button"
        aria-label={words.app.openCalendar(label)}
        onClick={() => calendar.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2 3.5h12v10.5h-12zM2 6.5h12M5 1.5v3M11 1.5v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
      <input
        ref={calendar}
        type="date"
        className="calendar"
        tabIndex={-1}
        aria-hidden="true"
        min={min}
        max={max}
        value={readDay(value) ?? ''}
        onChange={(event) => accept(event.target.value)}
      />
    </span>
  )
}
