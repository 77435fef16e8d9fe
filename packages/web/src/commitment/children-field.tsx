import { allocation } from '@gangmu/core'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { DayInput } from '../ui/day-field.js'
import { UnitSelect } from '../unit/unit-select.js'
import { useWords } from '../words/use-words.js'
import { type ChildDraft, noChild, numberOf } from './act-draft.js'
import type { FieldsProps } from './act-fields.js'

/** Rows of commitments to hand down, with the sum held against the target as they are typed. */
export function ChildrenField({ detail, draft, change, problems }: FieldsProps): ReactNode {
  const words = useWords()
  const { fields } = words.commitment
  const it = detail.commitment
  const set = (index: number, part: Partial<ChildDraft>): void =>
    change({ children: draft.children.map((child, at) => (at === index ? { ...child, ...part } : child)) })
  return (
    <fieldset className="children-field">
      <legend>{fields.children}</legend>
      <ol>
        {draft.children.map((child, index) => (
          <li key={index}>
            <UnitSelect
              label={fields.owner}
              choices={detail.assignable}
              value={child.owner}
              onChange={(owner) => set(index, { owner })}
            />
            <Input
              aria-label={fields.childTitle}
              value={child.title}
              maxLength={500}
              onChange={(event) => set(index, { title: event.target.value })}
            />
            <DayInput
              label={fields.due}
              value={child.due}
              clear
              asTyped
              onChange={(due) => set(index, { due })}
            />
            {it.target !== null && (
              <Input
                aria-label={fields.childValue}
                placeholder={fields.childValue}
                inputMode="decimal"
                value={child.value}
                suffix={words.unitName(it.target.unit)}
                {...(numberOf(child.value) === undefined ? { status: 'error' as const } : {})}
                onChange={(event) => set(index, { value: event.target.value })}
              />
            )}
            <button
              type="button"
              className="plain"
              aria-label={fields.removeChild}
              title={fields.removeChild}
              disabled={draft.children.length === 1}
              onClick={() => change({ children: draft.children.filter((_, at) => at !== index) })}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <div className="children-foot">
        <button
          type="button"
          className="plain"
          onClick={() =>
            change({ children: [...draft.children, { ...noChild, title: it.title, due: it.due ?? '' }] })
          }
        >
          {fields.addChild}
        </button>
        <SumCheck detail={detail} values={draft.children.map((child) => numberOf(child.value) ?? null)} />
      </div>
      {problems.children !== undefined && (
        <span className="problem" role="alert">
          {problems.children}
        </span>
      )}
    </fieldset>
  )
}

interface SumProps {
  readonly detail: FieldsProps['detail']
  readonly values: readonly (number | null)[]
}

/** Counts what was handed down before along with what is typed, by the rule the server applies. */
function SumCheck({ detail, values }: SumProps): ReactNode {
  const words = useWords()
  const before = detail.below
    .filter((it) => it.state !== 'withdrawn')
    .map((it) => ({ value: it.target?.value ?? null }))
  const sum = allocation(detail.commitment.target, [...before, ...values.map((value) => ({ value }))])
  if (sum === null) return null
  const say = (value: number): string => words.amount(value, sum.unit)
  const verdict =
    sum.unallocated === 0
      ? words.commitment.sumExact
      : sum.unallocated > 0
        ? words.commitment.sumUnder(say(sum.unallocated))
        : words.commitment.sumOver(say(-sum.unallocated))
  return (
    <span role="status" className={sum.unallocated < 0 ? 'problem' : ''}>
      {words.commitment.sum(say(sum.allocated), say(sum.target))} · {verdict}
    </span>
  )
}
