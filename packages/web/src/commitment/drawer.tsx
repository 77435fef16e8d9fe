import { type CommitmentDetail, routes } from '@gangmu/contract'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Loaded } from '../api/loaded.js'
import { useRead } from '../api/use-read.js'
import { useTitle } from '../layout/use-title.js'
import { useFocusBack } from '../ui/use-focus-back.js'
import { useUnits } from '../unit/use-units.js'
import { paths } from '../paths.js'
import { useWords } from '../words/use-words.js'
import { ActBar } from './act-bar.js'
import { CascadeView } from './cascade-view.js'
import { targetText } from './figures.js'
import { HistoryView } from './history-view.js'
import { LightMark } from './light-mark.js'
import { SentenceView } from './sentence-view.js'
import './drawer.css'

interface Props {
  readonly id: string
  /** The filters of the register behind it. */
  readonly search: string
  readonly onClose: () => void
}

/** One commitment beside the register: sentence, cascade, history, and what may be done. */
export function CommitmentDrawer({ id, search, onClose }: Props): ReactNode {
  const words = useWords()
  useFocusBack()
  const read = useRead(routes.commitment.get, { params: { id } }, { fresh: 5_000 })
  const title = read.data?.commitment.title ?? words.commitments.title
  useTitle(title)
  return (
    <Drawer
      open
      mask={false}
      size={680}
      onClose={onClose}
      title={<h2>{title}</h2>}
      rootClassName="commitment-drawer"
    >
      <Loaded read={read} lines={12} notFound={words.commitment.notFound}>
        {(detail) => <Detail key={detail.commitment.id} detail={detail} search={search} />}
      </Loaded>
    </Drawer>
  )
}

interface DetailProps {
  readonly detail: CommitmentDetail
  readonly search: string
}

function Detail({ detail, search }: DetailProps): ReactNode {
  const words = useWords()
  const { read, register } = useUnits()
  const { data: themes } = useRead(routes.commitment.themes, { query: {} }, { fresh: 60_000 })
  const it = detail.commitment
  const { columns } = words.commitments
  const theme = themes?.themes.find((one) => one.id === it.theme)?.name
  return (
    <>
      <p className="standing">
        <LightMark of={it} />
        <strong>{words.commitmentStates[it.state]}</strong>
        {it.acceptedByLoad && (
          <span className="muted" title={words.commitments.loadAcceptedWhy}>
            {words.commitments.loadAccepted}
          </span>
        )}
      </p>
      <dl className="facts">
        <dt>{columns.owner}</dt>
        <dd>
          <Link to={paths.unit(it.owner)}>{it.ownerName}</Link>
        </dd>
        <dt>{columns.issuer}</dt>
        <dd>
          <Link to={paths.unit(it.issuer)}>{it.issuerName}</Link>
        </dd>
        <dt>{words.commitment.charge}</dt>
        <dd>{it.charge ?? <span className="muted">{words.app.notStated}</span>}</dd>
        <dt>{columns.due}</dt>
        <dd>{it.due ?? <span className="muted">{words.app.notStated}</span>}</dd>
        <dt>{columns.kind}</dt>
        <dd>{words.commitmentKinds[it.kind]}</dd>
        <dt>{words.commitment.theme}</dt>
        <dd>{theme ?? <span className="muted">{words.commitments.withoutTheme}</span>}</dd>
        {it.target !== null && (
          <>
            <dt>{columns.target}</dt>
            <dd className="wide">
              {targetText(words, it.target)}
              {it.latest !== null && (
                <span className="muted">
                  {' '}
                  · {words.commitments.latest(words.amount(it.latest, it.target.unit))}
                </span>
              )}
            </dd>
          </>
        )}
      </dl>
      <ActBar detail={detail} />
      <SentenceView sentence={detail.sentence} />
      <CascadeView detail={detail} search={search} />
      <HistoryView
        detail={detail}
        nameOf={register?.nameOf ?? ((unit) => unit)}
        key={String(read.isPending)}
      />
    </>
  )
}
