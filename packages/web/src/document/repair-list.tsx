import { type DocumentDetail, routes } from '@gangmu/contract'
import { type ReactNode, useEffect, useRef } from 'react'
import { RefusalList } from '../api/refusal-list.js'
import { useWrite } from '../api/use-write.js'
import { usePending } from '../outbox/use-outbox.js'
import { useKeys } from '../ui/use-keys.js'
import { useRequestId } from '../ui/use-request-id.js'
import { useWords } from '../words/use-words.js'

interface Props {
  readonly detail: DocumentDetail
  readonly current: string | null
  readonly onPick: (key: string) => void
}

/** Every repair with its derivation; one may refuse it, or take that back. */
export function RepairList({ detail, current, onPick }: Props): ReactNode {
  const words = useWords()
  const write = useWrite(routes.document.refuseRepair)
  const requestOf = useRequestId()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  // A new reading may not hold what is still on its way.
  const waiting = usePending(detail.document.id).pending.length > 0
  const held = write.isPending || waiting
  const decided = detail.findings.some((it) => it.decision !== null && !it.decision.byLoad)
  function toggle(key: string, refused: boolean): void {
    const content = { document: detail.document.id, key, refused, reading: detail.reading?.id }
    write.mutate({ params: { id: detail.document.id }, body: { key, refused, request: requestOf(content) } })
  }
  const chosen = detail.repairs.find((it) => it.key === current)
  useKeys({
    r: () => {
      if (chosen !== undefined && detail.mayReview && !held) toggle(chosen.key, !chosen.refused)
    },
  })
  return (
    <>
      <RefusalList error={write.error} />
      {detail.repairs.length === 0 && <p className="muted">{words.app.none}</p>}
      <ol className="repair-list" ref={list}>
        {detail.repairs.map((it) => (
          <li
            key={it.key}
            aria-current={it.key === current ? 'true' : undefined}
            className={it.refused ? 'refused' : ''}
          >
            <button type="button" className="repair-head" onClick={() => onPick(it.key)}>
              <span className="kind-badge">
                {words.repairKinds[it.kind as keyof typeof words.repairKinds] ?? it.kind}
              </span>
              {(it.damaged !== '' || it.mended !== '') && (
                <span lang="zh-CN">
                  <del>{it.damaged}</del> <span aria-label={words.document.arrow}>→</span>{' '}
                  <ins>{it.mended}</ins>
                </span>
              )}
              <small>
                {words.certainties[it.certainty]}
                {it.occurrences > 1 && ` · ${words.document.occurrences(it.occurrences)}`}
                {' · '}
                {it.refused
                  ? words.document.refused
                  : it.applied
                    ? words.document.applied
                    : words.document.proposed}
              </small>
            </button>
            {it.key === current && (
              <div className="finding-opened">
                <p>{it.derivation}</p>
                {detail.mayReview && (
                  <>
                    <button
                      type="button"
                      className="plain"
                      disabled={held}
                      onClick={() => toggle(it.key, !it.refused)}
                    >
                      {it.refused ? words.document.takeBack : words.document.refuse}{' '}
                      <kbd aria-hidden="true">r</kbd>
                    </button>{' '}
                    <small>
                      {waiting
                        ? words.document.waitingBlocks
                        : decided
                          ? words.document.decidedBlocks
                          : words.document.refuseNote}
                    </small>
                  </>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
