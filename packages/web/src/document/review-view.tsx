import type { DocumentDetail, FindingRow } from '@gangmu/contract'
import type { FindingBody } from '@gangmu/core'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { RefusalList } from '../api/refusal-list.js'
import { paths } from '../paths.js'
import { useKeys } from '../ui/use-keys.js'
import { useQueryState } from '../ui/use-query-state.js'
import { useWords } from '../words/use-words.js'
import { FindingFilters } from './finding-filters.js'
import {
  findingGroups,
  groupOf,
  isOpen,
  listed as listedOf,
  progressOf,
  speakerOf,
} from './finding-groups.js'
import { type Deed, deedsOf, FindingItem } from './finding-item.js'
import { KeyHelp } from './key-help.js'
import { findingMarks, repairMarks, type TextMark } from './marks.js'
import { RepairList } from './repair-list.js'
import { TextPane } from './text-pane.js'
import { useScrollTogether } from './use-scroll-together.js'
import './review.css'

const EditForm = lazy(async () => ({ default: (await import('./edit-form.js')).EditForm }))

interface Props {
  readonly detail: DocumentDetail
  readonly deciding: {
    readonly busy: ReadonlySet<string>
    readonly error: unknown
    readonly decide: (
      finding: FindingRow,
      deed: Deed,
      more?: { body?: FindingBody; theme?: string | null },
    ) => Promise<boolean>
  }
}

/** Received and restored side by side, and the findings one by one. */
export function ReviewView({ detail, deciding }: Props): ReactNode {
  const words = useWords()
  const [query, setQuery] = useQueryState()
  const group = findingGroups.find((it) => it === query['kind']) ?? 'duty'
  const undecided = query['undecided'] === '1'
  const tab = query['tab'] === 'repairs' ? 'repairs' : 'findings'
  const both = query['view'] !== 'restored'
  const [together, setTogether] = useState(true)
  const [repair, setRepair] = useState<string | null>(null)
  const [editing, setEditing] = useState(false)
  const [help, setHelp] = useState(false)
  const [theme, setTheme] = useState<Readonly<Record<string, string>>>({})
  const scroll = useScrollTogether(detail.edits, together && both)

  const { findings } = detail
  const listed = useMemo(
    () => listedOf(findings, group).filter((it) => !undecided || isOpen(it.finding)),
    [findings, group, undecided],
  )
  const [picked, setPicked] = useState(query['finding'] ?? listed[0]?.finding.id ?? findings[0]?.id ?? null)
  const current = speakerOf(findings, picked)
  const marks = useMemo(() => {
    const repairs = repairMarks(detail, 'restored')
    return { received: repairMarks(detail, 'received'), restored: [...repairs, ...findingMarks(findings)] }
  }, [detail, findings])

  const { show } = scroll
  const goTo = useCallback(
    (finding: FindingRow | null | undefined) => {
      if (finding === undefined || finding === null) return
      setPicked(finding.id)
      const group = groupOf(finding)
      setQuery({ finding: finding.id, tab: undefined, kind: group === 'duty' ? undefined : group })
      show(finding.anchor.start)
    },
    [setQuery, show],
  )
  const pickFinding = useCallback((id: string) => goTo(speakerOf(findings, id)), [findings, goTo])
  const pickRepair = useCallback(
    (key: string) => {
      const it = detail.repairs.find((one) => one.key === key)
      if (it === undefined) return
      setRepair(key)
      setQuery({ tab: 'repairs' })
      show(it.restored[0])
    },
    [detail.repairs, setQuery, show],
  )
  const pick = useCallback(
    (id: string, what: TextMark['kind']) => (what === 'finding' ? pickFinding(id) : pickRepair(id)),
    [pickFinding, pickRepair],
  )

  function step(by: number): void {
    if (tab === 'repairs') {
      const at = detail.repairs.findIndex((it) => it.key === repair)
      const next = detail.repairs[Math.max(0, at + by)]
      if (next !== undefined) pickRepair(next.key)
      return
    }
    const all = listed.map((it) => it.finding)
    const at = all.findIndex((it) => it.id === current?.id)
    if (at !== -1) return goTo(all[at + by])
    // The chosen one has left the list: go on from where it stood.
    const start = current?.ordinal ?? 0
    goTo(by > 0 ? all.find((it) => it.ordinal > start) : all.findLast((it) => it.ordinal < start))
  }
  async function deed(what: Deed, body?: FindingBody): Promise<void> {
    if (!detail.mayReview || current === null || tab === 'repairs' || !deedsOf(current).includes(what)) return
    if (what === 'edit' && body === undefined) return setEditing(true)
    const chosen = theme[current.id]
    const done = await deciding.decide(current, what, {
      ...(body === undefined ? {} : { body }),
      ...(what === 'confirm' && chosen !== undefined && chosen !== ''
        ? { theme: chosen === 'none' ? null : chosen }
        : {}),
    })
    if (!done || (what !== 'confirm' && what !== 'reject')) return
    const others = listed.filter((it) => it.finding.id !== current.id && isOpen(it.finding))
    const after = others.find((it) => it.finding.ordinal > current.ordinal) ?? others[0]
    // Where the speaker was rejected, whoever says the same speaks now.
    const next = what === 'reject' ? listed.find((it) => it.finding.id === current.id)?.echoes[0] : undefined
    goTo(next ?? after?.finding)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    c: () => void deed('confirm'),
    e: () => void deed('edit'),
    x: () => void deed('reject'),
    u: () => void deed('reopen'),
    f: () => setQuery({ undecided: undecided ? undefined : '1' }),
    '?': () => setHelp(true),
    Escape: () => setHelp(false),
  })

  // The list must not be drawn anew for each step, so its items get handlers that stay the same.
  const latestDeed = useRef(deed)
  useEffect(() => {
    latestDeed.current = deed
  })
  const onDeed = useCallback((what: Deed) => void latestDeed.current(what), [])
  const onTheme = useCallback(
    (id: string, value: string) => setTheme((before) => ({ ...before, [id]: value })),
    [],
  )

  // The finding named in the address, or the first that waits, is brought into sight once.
  const first = useRef(Number(query['at'] ?? current?.anchor.start ?? 0))
  useEffect(() => show(first.current), [show])

  const { done, all } = progressOf(findings)
  const onReceived = useCallback(() => scroll.onScroll('received'), [scroll.onScroll])
  const onRestored = useCallback(() => scroll.onScroll('restored'), [scroll.onScroll])
  const marked = tab === 'repairs' ? repair : (current?.id ?? null)
  return (
    <div className="review">
      <div className="title-row">
        <h1>{detail.document.title || words.documents.untitled}</h1>
        <span className="muted">
          {[detail.document.date, detail.document.publisher].filter(Boolean).join(' · ')}
        </span>
        {detail.document.commitments > 0 && (
          <Link to={paths.commitments({ document: detail.document.id })}>
            {words.document.commitments(detail.document.commitments)}
          </Link>
        )}
        <Link to={paths.drift(detail.document.id)}>{words.drift.open}</Link>
        <span className="progress-of-review">
          <progress max={all} value={done} aria-label={words.document.progressLabel} />
          {done === all && all > 0 ? words.document.allDone : words.document.progress(done, all)}
        </span>
        <span className="spring" />
        <label className="no-print">
          <input
            type="checkbox"
            checked={both}
            onChange={(event) => setQuery({ view: event.target.checked ? undefined : 'restored' })}
          />{' '}
          {words.document.both}
        </label>
        {both && (
          <label className="no-print">
            <input
              type="checkbox"
              checked={together}
              onChange={(event) => setTogether(event.target.checked)}
            />{' '}
            {words.document.sync}
          </label>
        )}
        <button type="button" className="plain no-print" onClick={() => setHelp(true)}>
          {words.document.help} <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
      {!detail.mayReview && <p className="muted">{words.document.readOnly}</p>}
      <div className={both ? 'review-columns' : 'review-columns one'}>
        {both && (
          <TextPane
            label={words.document.received}
            text={detail.received}
            marks={marks.received}
            current={marked}
            pane={scroll.received}
            onScroll={onReceived}
            onPick={pick}
          />
        )}
        <TextPane
          label={words.document.restored}
          text={detail.restored}
          marks={marks.restored}
          current={marked}
          pane={scroll.restored}
          onScroll={onRestored}
          onPick={pick}
        />
        <section className="finding-column" aria-label={words.document[tab]}>
          <div className="tabs">
            {(['findings', 'repairs'] as const).map((it) => (
              <button
                key={it}
                type="button"
                aria-pressed={tab === it}
                onClick={() => setQuery({ tab: it === 'findings' ? undefined : it })}
              >
                {words.document[it]}{' '}
                <span>{it === 'findings' ? findings.length : detail.repairs.length}</span>
              </button>
            ))}
          </div>
          {tab === 'repairs' ? (
            <div className="list-scroll">
              <RepairList detail={detail} current={repair} onPick={pickRepair} />
            </div>
          ) : (
            <>
              <FindingFilters findings={findings} group={group} undecided={undecided} change={setQuery} />
              <RefusalList error={deciding.error} />
              <div className="list-scroll">
                {listed.length === 0 && (
                  <p className="muted">
                    {findings.length === 0 ? words.document.noFindings : words.document.noneMatch}
                  </p>
                )}
                <ol className="finding-list">
                  {listed.map(({ finding, echoes }) => (
                    <FindingItem
                      key={finding.id}
                      finding={finding}
                      echoes={echoes}
                      current={finding.id === current?.id}
                      mayReview={detail.mayReview}
                      busy={deciding.busy.has(finding.id)}
                      theme={theme[finding.id] ?? ''}
                      onTheme={onTheme}
                      onPick={pickFinding}
                      onDeed={onDeed}
                    />
                  ))}
                </ol>
              </div>
            </>
          )}
        </section>
      </div>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
      <Suspense fallback={null}>
        {editing && current !== null && (
          <EditForm
            key={current.id}
            finding={current}
            onClose={() => setEditing(false)}
            onSave={(body) => {
              setEditing(false)
              void deed('edit', body)
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
