import type { FindingRow } from '@gangmu/contract'
import type { FindingBody } from '@gangmu/core'
import { Button, Drawer, Input } from 'antd'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { Choice } from '../ui/choice.js'
import { Field } from '../ui/field.js'
import { useDraft } from '../ui/use-draft.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'
import { bodyOf, type EditField, editFields, isDated, typedOf } from './edit-fields.js'

interface Props {
  readonly finding: FindingRow
  /** `confirm`: the person also confirms it, as edited. */
  readonly onSave: (body: FindingBody, confirm: boolean) => void
  readonly onClose: () => void
}

/** Corrects how a quote was understood; the quote itself stays. */
export function EditForm({ finding, onSave, onClose }: Props): ReactNode {
  const words = useWords()
  const fresh = useMemo(() => typedOf(finding.body), [finding.body])
  const { draft, change, discard } = useDraft<Readonly<Record<string, string>>>(
    `finding.${finding.id}`,
    fresh,
  )
  const [wrong, setWrong] = useState<readonly string[]>([])
  function submit(event: FormEvent): void {
    event.preventDefault()
    save(false)
  }
  function save(confirm: boolean): void {
    const edited = bodyOf(finding.body, draft)
    if (!edited.ok) return setWrong(edited.wrong)
    discard()
    onSave(edited.body, confirm)
  }
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={<h2>{words.document.editTitle(words.findingKinds[finding.body.kind])}</h2>}
    >
      <form
        className="act-form"
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          save(true)
        }}
        noValidate
      >
        <blockquote lang="zh-CN">{finding.anchor.quote}</blockquote>
        <p className="muted">{words.document.editHelp}</p>
        {editFields[finding.body.kind].map((field, index) => (
          <Field
            key={field.key}
            label={words.findingFields[field.label]}
            problem={
              wrong.includes(field.key) ? words.commitment.need[isDated(field) ? 'looseDay' : 'number'] : null
            }
          >
            {(id) => (
              <Editor
                id={id}
                field={field}
                first={index === 0}
                value={draft[field.key] ?? ''}
                onChange={(value) => change({ [field.key]: value })}
              />
            )}
          </Field>
        ))}
        <div className="form-foot">
          <Button type="primary" htmlType="submit">
            {words.app.save}
          </Button>
          <Button onClick={() => save(true)}>
            {words.document.saveAndConfirm} <kbd aria-hidden="true">Ctrl ↵</kbd>
          </Button>
          <Button
            onClick={() => {
              discard()
              onClose()
            }}
          >
            {words.app.cancel}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}

interface EditorProps {
  readonly id: string
  readonly field: EditField
  readonly first: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

function Editor({ id, field, first, value, onChange }: EditorProps): ReactNode {
  const words = useWords()
  const label = words.findingFields[field.label]
  if (field.type === 'flag') {
    return (
      <input
        id={id}
        type="checkbox"
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.target.checked))}
      />
    )
  }
  if (typeof field.type === 'object') {
    const options = field.type.map((it) => [it, optionText(words, field.key, it)] as const)
    return <Choice id={id} label={label} value={value} options={options} onChange={onChange} />
  }
  return (
    <Input
      id={id}
      autoFocus={first}
      value={value}
      inputMode={field.type === 'number' ? 'decimal' : 'text'}
      {...(isDated(field) ? { placeholder: 'YYYY-MM-DD' } : {})}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function optionText(words: Words, key: string, option: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    role: words.quantityRoles,
    modality: words.modalities,
    status: words.milestoneStatuses,
    form: words.quantityForms,
  }
  return key === 'comparator' ? option : (tables[key]?.[option] ?? option)
}
