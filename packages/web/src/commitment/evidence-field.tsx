import { routes } from '@gangmu/contract'
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react'
import { ask } from '../api/ask.js'
import { RefusalList } from '../api/refusal-list.js'
import { Field } from '../ui/field.js'
import { useWords } from '../words/use-words.js'
import type { ActDraft } from './act-draft.js'

interface Props {
  readonly files: ActDraft['evidence']
  readonly onChange: (files: ActDraft['evidence']) => void
}

/** Files are kept as soon as they are chosen; the report then names them by hash. */
export function EvidenceField({ files, onChange }: Props): ReactNode {
  const words = useWords()
  const { fields } = words.commitment
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  async function add(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = [...(event.target.files ?? [])]
    let kept = files
    setError(null)
    for (const file of chosen) {
      setSending(file.name)
      const form = new FormData()
      form.append('file', file)
      try {
        const { name, sha256 } = await ask(routes.commitment.evidence, { form })
        kept = [...kept.filter((it) => it.sha256 !== sha256), { name, sha256 }]
        onChange(kept)
      } catch (refused) {
        setError(refused)
      }
    }
    setSending(null)
  }
  return (
    <Field label={fields.evidence}>
      {(id) => (
        <>
          <input
            ref={input}
            id={id}
            type="file"
            multiple
            className="unseen"
            onClick={() => input.current !== null && (input.current.value = '')}
            onChange={(event) => void add(event)}
          />
          <button
            type="button"
            className="plain"
            onClick={() => input.current?.click()}
            disabled={sending !== null}
          >
            {fields.addEvidence}
          </button>
          {sending !== null && (
            <span className="muted" role="status">
              {' '}
              {fields.uploading} {sending}
            </span>
          )}
          <ul className="files">
            {files.map((file) => (
              <li key={file.sha256}>
                {file.name}
                <button
                  type="button"
                  className="link"
                  aria-label={fields.removeEvidence(file.name)}
                  onClick={() => onChange(files.filter((it) => it !== file))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <RefusalList error={error} />
        </>
      )}
    </Field>
  )
}
