import type { routes } from '@gangmu/contract'
import type { z } from 'zod'
import type { Column } from '../../../ui/data-table.js'
import { minuteOf } from '../../../ui/time.js'
import type { Words } from '../../../words/words.js'

type Entry = z.output<typeof routes.overview.entries.reply>['entries'][number]

export function entryColumns(words: Words): readonly Column<Entry>[] {
  const { entryColumns: columns } = words.admin
  return [
    { key: 'id', title: columns.id, width: '70px', numeric: true, render: (row) => row.id },
    { key: 'at', title: columns.at, width: '140px', tight: true, render: (row) => minuteOf(row.at) },
    { key: 'kind', title: columns.kind, width: '150px', render: (row) => <code>{row.kind}</code> },
    { key: 'actor', title: columns.actor, width: '14%', render: (row) => row.actor },
    { key: 'subject', title: columns.subject, width: '16%', render: (row) => <code>{row.subject}</code> },
    {
      key: 'content',
      title: words.admin.content,
      render: (row) => (
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
  try {
    return JSON.stringify(JSON.parse(content), null, 2)
  } catch {
    return content
  }
}
