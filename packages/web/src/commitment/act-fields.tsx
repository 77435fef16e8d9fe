import type { CommitmentDetail } from '@gangmu/contract'
import type { Verb } from '@gangmu/core'
import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { UnitSelect } from '../unit/unit-select.js'
import { DayInput } from '../ui/day-field.js'
import { Field } from '../ui/field.js'
import { useWords } from '../words/use-words.js'
import { type ActDraft, numberOf, type Problems } from './act-draft.js'
import { ChildrenField } from './children-field.js'
import { EvidenceField } from './evidence-field.js'
import { ThemeChoice } from './theme-choice.js'

export interface FieldsProps {
  readonly detail: CommitmentDetail
  readonly draft: ActDraft
  readonly change: (change: Partial<ActDraft>) => void
  readonly problems: Problems
}
type TextKey = 'note' | 'reason' | 'text' | 'charge' | 'title' | 'value' | 'targetValue'

/** Which fields each verb asks for, in order. */
export const fieldsOf: Readonly<Record<Exclude<Verb, 'create'>, readonly (keyof ActDraft)[]>> = {
  assign: ['owner', 'due', 'charge', 'note'],
  accept: ['charge', 'note'],
  return: ['reason'],
  report: ['text', 'value', 'evidence', 'done'],
  check: ['result', 'note'],
  close: ['note'],
  adjust: ['title', 'due', 'theme', 'targetValue', 'reason'],
  cascade: ['children'],
  transfer: ['owner', 'reason'],
  suspend: ['reason'],
  resume: ['note'],
  withdraw: ['reason'],
  escalate: ['note'],
  object: ['reason'],
}

export function ActField({ name, ...props }: FieldsProps & { readonly name: keyof ActDraft }): ReactNode {
  const words = useWords()
  const { fields } = words.commitment
  const { detail, draft, change, problems } = props
  const problem = problems[name] ?? null
  switch (name) {
    case 'owner':
      return (
        <Field label={fields.owner} problem={problem} help={fields.ownerHelp}>
          {(id) => (
            <UnitSelect
              id={id}
              label={fields.owner}
              choices={detail.assignable}
              value={draft.owner}
              invalid={problem !== null}
              onChange={(owner) => change({ owner })}
            />
          )}
        </Field>
      )
    case 'due':
      return (
        <Field label={fields.due} problem={problem}>
          {(id) => (
            <DayInput
              id={id}
              label={fields.due}
              value={draft.due}
              clear
              asTyped
              onChange={(due) => change({ due })}
            />
          )}
        </Field>
      )
    case 'charge':
      return <TextField {...props} name="charge" label={fields.charge} max={100} />
    case 'title':
      return <TextField {...props} name="title" label={fields.title} max={500} />
    case 'note':
      return <AreaField {...props} name="note" label={fields.note} max={4000} />
    case 'reason':
      return <AreaField {...props} name="reason" label={fields.reason} max={2000} />
    case 'text':
      return <AreaField {...props} name="text" label={fields.text} max={4000} />
    case 'value':
      return detail.commitment.target === null ? null : (
        <TextField {...props} name="value" label={fields.value} unit={detail.commitment.target.unit} />
      )
    case 'targetValue':
      return detail.commitment.target === null ? null : (
        <TextField
          {...props}
          name="targetValue"
          label={fields.targetValue}
          unit={detail.commitment.target.unit}
        />
      )
    case 'theme':
      return (
        <Field label={fields.theme}>
          {(id) => <ThemeChoice id={id} value={draft.theme} onChange={(theme) => change({ theme })} />}
        </Field>
      )
    case 'done':
      return (
        <label className="check-field">
          <input
            type="checkbox"
            checked={draft.done}
            onChange={(event) => change({ done: event.target.checked })}
          />
          {fields.done}
        </label>
      )
    case 'result':
      return (
        <Field label={fields.result} problem={problem}>
          {(id) => (
            <Radio.Group
              id={id}
              value={draft.result}
              onChange={(event) => change({ result: event.target.value as ActDraft['result'] })}
              options={[
                { value: 'pass', label: fields.pass },
                { value: 'fail', label: fields.fail },
              ]}
            />
          )}
        </Field>
      )
    case 'evidence':
      return <EvidenceField files={draft.evidence} onChange={(evidence) => change({ evidence })} />
    case 'children':
      return <ChildrenField {...props} />
  }
}

interface TextProps extends FieldsProps {
  readonly name: TextKey
  readonly label: string
  readonly max?: number
  /** Of a number; what is typed is then read back in words. */
  readonly unit?: string
}

function TextField({ name, label, draft, change, problems, max, unit }: TextProps): ReactNode {
  const words = useWords()
  const value = unit === undefined ? null : numberOf(draft[name])
  const help =
    typeof value === 'number' ? { help: words.commitment.reads(words.amount(value, unit ?? '')) } : {}
  return (
    <Field label={label} problem={problems[name] ?? null} {...help}>
      {(id) => (
        <Input
          id={id}
          maxLength={max ?? 40}
          value={draft[name]}
          {...(problems[name] === undefined ? {} : { status: 'error' as const })}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}

function AreaField({ name, label, draft, change, problems, max }: TextProps): ReactNode {
  return (
    <Field label={label} problem={problems[name] ?? null}>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={max ?? 2000}
          value={draft[name]}
          {...(problems[name] === undefined ? {} : { status: 'error' as const })}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}
