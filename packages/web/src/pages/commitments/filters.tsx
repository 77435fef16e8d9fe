import type { CommitmentQuery } from '@gangmu/contract'
import { commitmentKinds, lights, states } from '@gangmu/core'
import { type ReactNode, useEffect, useState } from 'react'
import { UnitSelect } from '../../unit/unit-select.js'
import { useUnits } from '../../unit/use-units.js'
import { Choice } from '../../ui/choice.js'
import { DayField } from '../../ui/day-field.js'
import { FilterSelect } from '../../ui/filter-select.js'
import { useWords } from '../../words/use-words.js'

interface Props {
  readonly filters: CommitmentQuery
  readonly change: (change: Readonly<Record<string, string | undefined>>) => void
}

export function Filters({ filters, change }: Props): ReactNode {
  const words = useWords()
  const { register } = useUnits()
  const set = (key: keyof CommitmentQuery) => (value: string | null) =>
    change({ [key]: value ?? undefined, offset: undefined })
  const given = Object.keys(filters).some((key) => key !== 'sort' && key !== 'offset' && key !== 'limit')
  return (
    <div className="filters no-print" role="search" aria-label={words.commitments.filters}>
      <SearchBox value={filters.q ?? ''} onChange={set('q')} />
      <UnitSelect
        label={words.commitments.unit}
        width="140px"
        choices={(register?.units ?? []).map((it) => ({ unit: it.id, name: it.name, kind: it.kind }))}
        value={filters.unit ?? null}
        onChange={set('unit')}
      />
      <FilterSelect
        label={words.commitments.kind}
        width="84px"
        value={filters.kind}
        options={commitmentKinds.map((it) => [it, words.commitmentKinds[it]] as const)}
        onChange={set('kind')}
      />
      <FilterSelect
        label={words.commitments.light}
        width="84px"
        value={filters.light}
        options={lights.map((it) => [it, words.lights[it]] as const)}
        onChange={set('light')}
      />
      <FilterSelect
        label={words.commitments.state}
        width="96px"
        value={filters.state}
        options={states.map((it) => [it, words.commitmentStates[it]] as const)}
        onChange={set('state')}
      />
      <span className="range">
        <DayField
          label={words.commitments.dueFrom}
          clear
          value={filters.dueFrom ?? ''}
          max={filters.dueTo}
          onChange={set('dueFrom')}
        />
        <DayField
          label={words.commitments.dueTo}
          clear
          value={filters.dueTo ?? ''}
          min={filters.dueFrom}
          onChange={set('dueTo')}
        />
      </span>
      {filters.place !== undefined && (
        <span>{words.commitments.place(register?.nameOf(filters.place) ?? filters.place)}</span>
      )}
      {given && (
        <button
          type="button"
          className="link"
          onClick={() => change(Object.fromEntries(Object.keys(filters).map((key) => [key, undefined])))}
        >
          {words.commitments.clearFilters}
        </button>
      )}
    </div>
  )
}

/** The order of the register. */
export function SortChoice({ filters, change }: Props): ReactNode {
  const words = useWords()
  return (
    <Choice
      label={words.app.sort}
      value={filters.sort ?? 'due'}
      options={[
        ['due', words.app.sortBy(words.commitments.columns.due)] as const,
        ['light', words.app.sortBy(words.commitments.light)] as const,
        ['title', words.app.sortBy(words.commitments.columns.title)] as const,
        ['owner', words.app.sortBy(words.commitments.columns.owner)] as const,
        ['newest', words.app.sortBy(words.commitments.newest)] as const,
      ]}
      onChange={(sort) => change({ sort, offset: undefined })}
    />
  )
}

interface SearchProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Waits for a pause in typing, so that each letter is not a question. */
function SearchBox({ value, onChange }: SearchProps): ReactNode {
  const words = useWords()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed.trim()), 300)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <input
      type="search"
      className="plain search"
      maxLength={100}
      aria-label={words.app.search}
      placeholder={words.app.search}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
