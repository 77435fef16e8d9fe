import type { routes } from '@gangmu/contract'
import type { Verb } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { paths } from '../../../paths.js'
import type { Column } from '../../../ui/data-table.js'
import { minuteOf } from '../../../ui/time.js'
import type { Words } from '../../../words/words.js'

type Entry = z.output<typeof routes.overview.entries.reply>['entries'][number]

export function entryColumns(words: Words): readonly Column<Entry>[] {
  const { entryColumns: columns } = words.admin
  return [
    { key: 'id', title: columns.id, width: '70px', numeric: true, render: (row) => row.id },
    { key: 'at', title: columns.at, width: '140px', tight: true, render: (row) => minuteOf(row.at) },
    { key: 'kind', title: columns.kind, width: '130px', render: (row) => kindText(words, row.kind) },
    {
      key: 'actor',
      title: columns.actor,
      width: '110px',
      render: (row) => <span title={row.actor}>{actorText(words, row)}</span>,
    },
    { key: 'subject', title: columns.subject, width: '116px', render: (row) => <Subject row={row} /> },
    {
      key: 'content',
      title: words.admin.content,
      render: (row) =>
        row.withheld ? (
          <em>{words.admin.withheld}</em>
        ) : (
          <details className="entry-content">
            <summary>
              <span className="unseen">{words.admin.showContent(row.id)} </span>
              <code>{row.content}</code>
            </summary>
            <pre>{pretty(row.content)}</pre>
          </details>
        ),
    },
    {
      key: 'commit',
      title: columns.commit,
      width: '110px',
      render: (row) => <code title={row.commit}>{row.commit.slice(0, 10)}</code>,
    },
  ]
}

function pretty(content: string): string {
  const value = parsed(content)
  return value === null ? content : JSON.stringify(value, null, 2)
}

/** What was done, in the words the rest of the screen uses. */
function kindText(words: Words, kind: string): string {
  const [noun, verb = ''] = kind.split('.')
  if (noun === 'commitment') return words.verbs[verb as Verb] ?? kind
  if (noun === 'finding') return words.decisions[verb as 'confirm'] ?? kind
  return words.entryKinds[kind] ?? kind
}

/** The name the entry itself carries, so that it can be read without the accounts. */
function actorText(words: Words, row: Entry): string {
  if (row.actor === 'load') return words.commitments.loadAccepted
  return row.actorName ?? row.actor
}

function Subject({ row }: { readonly row: Entry }): ReactNode {
  const short = <code title={row.subject}>{row.subject.slice(-12)}</code>
  if (row.kind.startsWith('commitment.')) return <Link to={paths.commitment(row.subject)}>{short}</Link>
  if (row.kind.startsWith('document.')) return <Link to={paths.document(row.subject)}>{short}</Link>
  return short
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
