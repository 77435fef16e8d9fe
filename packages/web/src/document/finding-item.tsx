import type { FindingRow } from '@gangmu/contract'
import { dutyKindOf } from '@gangmu/core'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { ThemeChoice } from '../commitment/theme-choice.js'
import { paths } from '../paths.js'
import { minuteOf } from '../ui/time.js'
import { useWords } from '../words/use-words.js'
import { bodyLines } from './body-lines.js'
import { type Deed, deedsOf } from './foreseen.js'
import { ModelMark, SaidByModel } from './model-words.js'
import { MeasureChips } from './measure-chips.js'

interface Props {
  readonly finding: FindingRow
  /** Findings that say the same: they are decided with it. */
  readonly echoes: readonly FindingRow[]
  readonly current: boolean
  /** Its place in the list; where it moves, it is brought into sight again. */
  readonly at: number
  readonly mayReview: boolean
  /** Who else is at it now; empty for nobody. */
  readonly others: string
  /** How many a run from here would confirm, where it is the current one. */
  readonly run: number
  readonly theme: string
  readonly onTheme: (id: string, theme: string) => void
  readonly onPick: (id: string) => void
  readonly onDeed: (deed: Deed) => void
  readonly onRun: () => void
}

const deedKeys: Readonly<Record<Deed, string>> = { confirm: 'c', edit: 'e', reject: 'x', reopen: 'o' }

export const FindingItem = memo(function FindingItem(props: Props): ReactNode {
  const words = useWords()
  const { finding, echoes, current } = props
  const kind = finding.body.kind
  const box = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) box.current?.scrollIntoView({ block: 'nearest' })
  }, [current, props.at])
  const decision = finding.decision
  return (
    <li
      ref={box}
      className={`finding-item ${decision?.decision ?? 'open'}`}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        const onControl =
          event.target instanceof Element && event.target.closest('a,button,select,input') !== null
        if (!onControl && !current) props.onPick(finding.id)
      }}
    >
      <button type="button" className="finding-head" onClick={() => props.onPick(finding.id)}>
        <span className={`kind-badge ${kind}`}>{words.findingKinds[kind]}</span>
        <q lang="zh-CN">{finding.anchor.quote}</q>
        {props.others !== '' && <span className="at-it">{words.document.isHere(props.others)}</span>}
        <ModelMark of={finding} />
        {decision !== null && (
          <span className={`decided ${decision.decision}`}>
            <span aria-hidden="true">
              {decision.decision === 'reject' ? '✗' : decision.decision === 'edit' ? '✎' : '✓'}
            </span>
            {words.decided[decision.decision]}
          </span>
        )}
      </button>
      <div className="finding-foot">
        <MeasureChips of={together([finding, ...echoes])} />
        {decision?.commitment != null && (
          <Link to={paths.commitment(decision.commitment)}>{words.document.openCommitment}</Link>
        )}
      </div>
      {echoes.length > 0 && (
        <p className="echoes">
          {words.document.echoes}
          {echoes.map((it) => (
            <span key={it.id} className={`kind-badge ${it.body.kind}`}>
              {words.findingKinds[it.body.kind]} <ModelMark of={it} />
            </span>
          ))}
        </p>
      )}
      {current && <Opened {...props} />}
    </li>
  )
})

/** What a duty states, whoever of those that say the same states it. */
function together(all: readonly FindingRow[]): FindingRow['measurability'] {
  const stated = all.map((it) => it.measurability).filter((it) => it !== null)
  const [first, ...rest] = stated
  if (first === undefined) return null
  return rest.reduce(
    (sum, it) => ({
      deliverable: sum.deliverable || it.deliverable,
      target: sum.target || it.target,
      date: sum.date || it.date,
      owner: sum.owner || it.owner,
    }),
    first,
  )
}

function Opened({ finding, mayReview, run, theme, onTheme, onDeed, onRun }: Props): ReactNode {
  const words = useWords()
  const decision = finding.decision
  const makes = dutyKindOf(finding.body) !== null
  const deeds = deedsOf(finding)
  return (
    <div className="finding-opened">
      <dl>
        {bodyLines(words, finding.body).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {finding.source !== 'model' && <small>{words.document.rule(finding.rule)} </small>}
      <SaidByModel finding={finding} />
      {decision !== null && (
        <p>
          <small>
            {decision.byLoad
              ? words.document.byLoad
              : words.document.decidedBy(decision.by, minuteOf(decision.at))}
          </small>
        </p>
      )}
      {mayReview && (
        <>
          {deeds.includes('confirm') && (
            <p className="makes">
              <small>{makes ? words.document.makesCommitment : words.document.keepsAsFact}</small>
              {makes && (
                <ThemeChoice
                  unchosen={words.document.themeByWords}
                  value={theme}
                  onChange={(value) => onTheme(finding.id, value)}
                />
              )}
            </p>
          )}
          <div className="deeds">
            {deeds.map((deed) => (
              <button
                key={deed}
                type="button"
                className={deed === 'confirm' ? 'plain main' : 'plain'}
                onClick={() => onDeed(deed)}
              >
                {words.decisions[deed]} <kbd aria-hidden="true">{deedKeys[deed]}</kbd>
              </button>
            ))}
            {run > 1 && (
              <button type="button" className="plain" onClick={onRun}>
                {words.document.run(run)} <kbd aria-hidden="true">C</kbd>
              </button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
