import type { DocumentDetail, FindingRow } from '@gangmu/contract'
import type { FindingBody } from '@gangmu/core'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSay } from '../ui/say.js'
import { useKeys } from '../ui/use-keys.js'
import { useQueryState } from '../ui/use-query-state.js'
import { useWords } from '../words/use-words.js'
import { ConflictList } from './conflict-list.js'
import { FindingFilters } from './finding-filters.js'
import {
  isOpen,
  keepingSame,
  namesAt,
  type ListedFinding,
  listed as listedOf,
  progressOf,
  speakerOf,
} from './finding-groups.js'
import { FindingItem } from './finding-item.js'
import { type Deed, deedsOf } from './foreseen.js'
import { KeyHelp } from './key-help.js'
import { findingMarks, repairMarks, type TextMark } from './marks.js'
import { isProposed, ModelNoteLine } from './model-words.js'
import { RepairList } from './repair-list.js'
import { ReviewHead } from './review-head.js'
import { doubtfulIn, nextOpen, runFrom } from './runs.js'
import { TextPane } from './text-pane.js'
import { useChosen } from './use-chosen.js'
import type { Wish } from './undone.js'
import { useDeciding } from './use-deciding.js'
import { useLive } from './use-live.js'
import { useScrollTogether } from './use-scroll-together.js'
import './review.css'

const EditForm = lazy(async () => ({ default: (await import('./edit-form.js')).EditForm }))

/** Received and restored side by side, and the findings one by one. */
export function ReviewView({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const words = useWords()
  const say = useSay()
  const deciding = useDeciding(detail)
  const { findings } = deciding
  const [together, setTogether] = useState(true)
  const [editing, setEditing] = useState(false)
  const [help, setHelp] = useState(false)
  const [theme, setTheme] = useState<Readonly<Record<string, string>>>({})
  const [address] = useQueryState()
  const both = address['view'] !== 'restored'
  const scroll = useScrollTogether(detail.edits, together && both)
  const { show } = scroll
  const chosen = useChosen(detail, findings, show)
  const { query, setQuery, group, tab, repair, goTo, pickFinding, pickRepair } = chosen
  const undecided = query['undecided'] === '1'
  const doubt = query['doubt'] === '1'
  const proposed = query['source'] === 'model'

  const doubtful = useMemo(() => doubtfulIn(detail), [detail])
  const before = useRef<readonly ListedFinding[]>([])
  const listed = useMemo(() => {
    const all = listedOf(findings, group)
      .filter((it) => !undecided || isOpen(it.finding))
      .filter((it) => !doubt || [it.finding, ...it.echoes].some((one) => doubtful.has(one.id)))
      .filter((it) => !proposed || isProposed(it))
    return keepingSame(all, before.current)
  }, [findings, group, undecided, proposed, doubt, doubtful])
  useEffect(() => {
    before.current = listed
  })
  const current = speakerOf(findings, chosen.picked)
  const people = useLive(detail, current?.id ?? null)
  const at = useMemo(() => namesAt(findings, people, words.app.listComma), [findings, people, words])
  const { edits, repairs } = detail
  const received = useMemo(() => repairMarks({ edits, repairs }, 'received'), [edits, repairs])
  const mended = useMemo(() => repairMarks({ edits, repairs }, 'restored'), [edits, repairs])
  const restored = useMemo(() => [...mended, ...findingMarks(findings)], [mended, findings])
  const run = current === null ? [] : runFrom(listed, current, detail.restored)

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
  function wishFor(finding: FindingRow, deed: Deed, body?: FindingBody): Wish {
    const its = theme[finding.id]
    const named =
      deed !== 'confirm' || its === undefined || its === '' ? undefined : its === 'none' ? null : its
    return { finding, deed, body, theme: named }
  }
  function deed(what: Deed): void {
    if (!detail.mayReview || current === null || tab === 'repairs' || !deedsOf(current).includes(what)) return
    if (what === 'edit') return setEditing(true)
    if (!deciding.decide([wishFor(current, what)]) || what === 'reopen') return
    // Where the speaker was rejected, whoever says the same speaks now.
    const heir = what === 'reject' ? listed.find((it) => it.finding.id === current.id)?.echoes[0] : undefined
    goTo(heir ?? nextOpen(listed, current))
  }
  function saved(body: FindingBody, confirm: boolean): void {
    setEditing(false)
    if (current === null) return
    const edit = wishFor(current, 'edit', body)
    deciding.decide(confirm ? [edit, wishFor(current, 'confirm')] : [edit])
    if (confirm) goTo(nextOpen(listed, current))
  }
  function confirmRun(): void {
    if (!detail.mayReview || tab === 'repairs' || run.length === 0) return
    const done = new Set(run.map((it) => it.id))
    if (!deciding.decide(run.map((it) => wishFor(it, 'confirm')))) return
    if (run.length > 1) say(words.document.ran(run.length))
    goTo(
      nextOpen(
        listed.filter((it) => !done.has(it.finding.id)),
        run.at(-1) ?? null,
      ),
    )
  }
  function undo(): void {
    if (!detail.mayReview || tab === 'repairs') return
    const about = deciding.undo()
    if (about === null) return say(words.document.nothingToUndo)
    say(words.document.undone)
    pickFinding(about)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    n: () => goTo(nextOpen(listed, current)),
    c: () => deed('confirm'),
    C: confirmRun,
    e: () => deed('edit'),
    x: () => deed('reject'),
    o: () => deed('reopen'),
    u: undo,
    f: () => setQuery({ undecided: undecided ? undefined : '1' }),
    d: () => setQuery({ doubt: doubt || doubtful.size === 0 ? undefined : '1' }),
    '?': () => setHelp(true),
    Escape: () => setHelp(false),
  })

  // The list must not be drawn anew for each step, so its items get handlers that stay the same.
  const latest = useRef({ deed, confirmRun })
  useEffect(() => {
    latest.current = { deed, confirmRun }
  })
  const onDeed = useCallback((what: Deed) => latest.current.deed(what), [])
  const onRun = useCallback(() => latest.current.confirmRun(), [])
  const onTheme = useCallback((id: string, value: string) => setTheme((it) => ({ ...it, [id]: value })), [])
  const pick = useCallback(
    (id: string, what: TextMark['kind']) => (what === 'finding' ? pickFinding(id) : pickRepair(id)),
    [pickFinding, pickRepair],
  )

  // The finding named in the address, or the first that waits, is brought into sight once.
  const first = useRef(Number(query['at'] ?? current?.anchor.start ?? 0))
  useEffect(() => show(first.current), [show])

  const onReceived = useCallback(() => scroll.onScroll('received'), [scroll.onScroll])
  const onRestored = useCallback(() => scroll.onScroll('restored'), [scroll.onScroll])
  const marked = tab === 'repairs' ? repair : (current?.id ?? null)
  return (
    <div className="review">
      <ReviewHead
        detail={detail}
        progress={progressOf(findings)}
        people={people}
        both={both}
        together={together}
        onBoth={(it) => setQuery({ view: it ? undefined : 'restored' })}
        onTogether={setTogether}
        onPick={pickFinding}
        onHelp={() => setHelp(true)}
      />
      {!detail.mayReview && <p className="muted">{words.document.readOnly}</p>}
      <ModelNoteLine reading={detail.reading} />
      <div className={both ? 'review-columns' : 'review-columns one'}>
        {both && (
          <TextPane
            label={words.document.received}
            text={detail.received}
            marks={received}
            current={marked}
            pane={scroll.received}
            onScroll={onReceived}
            onPick={pick}
          />
        )}
        <TextPane
          label={words.document.restored}
          text={detail.restored}
          marks={restored}
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
              <FindingFilters
                findings={findings}
                group={group}
                undecided={undecided}
                doubtful={doubtful.size}
                doubt={doubt}
                change={setQuery}
              />
              <ConflictList
                conflicts={deciding.conflicts}
                findings={findings}
                onPick={pickFinding}
                onYield={deciding.yield_}
                onInsist={deciding.insist}
              />
              <div className="list-scroll">
                {listed.length === 0 && (
                  <p className="muted">
                    {findings.length === 0 ? words.document.noFindings : words.document.noneMatch}
                  </p>
                )}
                <ol className="finding-list">
                  {listed.map(({ finding, echoes }, index) => (
                    <FindingItem
                      key={finding.id}
                      finding={finding}
                      echoes={echoes}
                      current={finding.id === current?.id}
                      at={finding.id === current?.id ? index : 0}
                      mayReview={detail.mayReview}
                      others={at.get(finding.id) ?? ''}
                      run={finding.id === current?.id ? run.length : 0}
                      theme={theme[finding.id] ?? ''}
                      onTheme={onTheme}
                      onPick={pickFinding}
                      onDeed={onDeed}
                      onRun={onRun}
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
          <EditForm key={current.id} finding={current} onClose={() => setEditing(false)} onSave={saved} />
        )}
      </Suspense>
    </div>
  )
}
