import { type CommitmentRow, routes } from '@gangmu/contract'
import { Button, Drawer, Input } from 'antd'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { RefusalList } from '../api/refusal-list.js'
import { useRead } from '../api/use-read.js'
import { useWrite } from '../api/use-write.js'
import { UnitSelect } from '../unit/unit-select.js'
import { isDayOrNone } from '../ui/day.js'
import { DayInput } from '../ui/day-field.js'
import { Field } from '../ui/field.js'
import { useSay } from '../ui/say.js'
import { useRequestId } from '../ui/use-request-id.js'
import { useWords } from '../words/use-words.js'
import './drawer.css'

interface Props {
  readonly rows: readonly CommitmentRow[]
  readonly onClose: (done: boolean) => void
}

/** Assigns several in one pass: all to one owner, or each to its own. All of them or none. */
export function DispatchForm({ rows, onClose }: Props): ReactNode {
  const words = useWords()
  const say = useSay()
  const { fields } = words.commitment
  const first = rows[0]?.id ?? ''
  // The rows a person may choose share one issuer in practice; the server checks each of them.
  const { data: detail } = useRead(
    routes.commitment.get,
    { params: { id: first } },
    { enabled: first !== '' },
  )
  const choices = detail?.assignable ?? []
  const [owner, setOwner] = useState<string | null>(null)
  const [owners, setOwners] = useState<Readonly<Record<string, string | null>>>({})
  const [dues, setDues] = useState<Readonly<Record<string, string>>>({})
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const write = useWrite(routes.commitment.dispatch)
  const requestOf = useRequestId()
  const ownerOf = useMemo(
    () => (row: CommitmentRow) => (row.id in owners ? (owners[row.id] ?? null) : owner),
    [owners, owner],
  )
  const dueOf = (row: CommitmentRow): string => dues[row.id] ?? row.due ?? ''
  function submit(event: FormEvent): void {
    event.preventDefault()
    setAsked(true)
    if (rows.some((row) => ownerOf(row) === null || !isDayOrNone(dueOf(row)))) return
    const assignments = rows.map((row) => ({
      commitment: row.id,
      seen: row.seq,
      body: {
        owner: ownerOf(row) ?? '',
        due: dueOf(row) || null,
        note: note.trim(),
        charge: null,
      },
    }))
    write.mutate(
      { body: { assignments, request: requestOf(assignments) } },
      {
        onSuccess: () => {
          say(words.commitments.dispatchDone(rows.length))
          onClose(true)
        },
      },
    )
  }
  return (
    <Drawer
      open
      size={760}
      onClose={() => onClose(false)}
      title={<h2>{words.commitments.dispatchTitle(rows.length)}</h2>}
    >
      <form onSubmit={submit} noValidate className="act-form">
        <p className="muted">{words.commitments.dispatchHelp}</p>
        <Field label={words.commitments.dispatchSame}>
          {(id) => (
            <UnitSelect
              id={id}
              label={words.commitments.dispatchSame}
              choices={choices}
              value={owner}
              onChange={(unit) => {
                setOwner(unit)
                setOwners({})
              }}
            />
          )}
        </Field>
        <Field label={fields.note}>
          {(id) => (
            <Input id={id} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <table className="data-table">
          <caption>{words.commitments.dispatchEach}</caption>
          <thead>
            <tr>
              <th scope="col">{words.commitments.columns.title}</th>
              <th scope="col" style={{ width: '220px' }}>
                {fields.owner}
              </th>
              <th scope="col" style={{ width: '150px' }}>
                {fields.due}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.title}</td>
                <td>
                  <UnitSelect
                    label={`${fields.owner} ${row.title}`}
                    placeholder={fields.owner}
                    choices={choices}
                    value={ownerOf(row)}
                    invalid={asked && ownerOf(row) === null}
                    onChange={(unit) => setOwners((before) => ({ ...before, [row.id]: unit }))}
                  />
                </td>
                <td>
                  <DayInput
                    label={`${fields.due} ${row.title}`}
                    value={dueOf(row)}
                    clear
                    asTyped
                    onChange={(due) => setDues((before) => ({ ...before, [row.id]: due }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {asked && rows.some((row) => ownerOf(row) === null) && (
          <p className="problem" role="alert">
            {words.commitment.need.owner}
          </p>
        )}
        {asked && rows.some((row) => !isDayOrNone(dueOf(row))) && (
          <p className="problem" role="alert">
            {words.commitment.need.day}
          </p>
        )}
        <RefusalList error={write.error} />
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={write.isPending}>
            {words.verbs.assign}
          </Button>
          <Button onClick={() => onClose(false)}>{words.app.cancel}</Button>
        </div>
      </form>
    </Drawer>
  )
}
